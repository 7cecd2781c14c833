package io.politely.wording;

import io.politely.evaluate.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single sentences with what a reader would say of them; the notation stands at the file's top. */
public final class SentencesSuite {

  private static final Pattern EMPTY = Pattern.compile("\\[([^\\]]*)\\]");

  private static final ZonedDateTime TUESDAY_MORNING =
      ZonedDateTime.of(2026, 3, 10, 10, 0, 0, 0, ZoneId.of("Europe/London"));

  private static final Circumstances FOLLOW_UP =
      new Circumstances(Rank.MANAGER, Closeness.WEAK, "S1", 2, 5, false, "", null, false);

  private final Wording wording = new Wording();
  private final List<String> wrong = new ArrayList<>();
  private final Counts asks = new Counts();
  private final Counts phrases = new Counts();
  private int sized;
  private int near;

  private SentencesSuite() {}

  /** The figures of all sentences of these files; the first so many errors go to standard error. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var suite = new SentencesSuite();
    int count = 0;
    for (var file : files) {
      for (var line : Files.readAllLines(Path.of(file))) {
        if (!line.startsWith("#") && !line.isBlank()) {
          suite.sentence(line.split(" \\| ", 3));
          count++;
        }
      }
    }
    suite.wrong.stream().limit(errors).forEach(System.err::println);
    var figures = new TreeMap<String, Object>();
    figures.put("n", count);
    figures.put("askF1", suite.asks.f1());
    figures.put("askSizeWithin5", Counts.ratio(suite.near, suite.sized));
    figures.put("emptyPhraseF1", suite.phrases.f1());
    return figures;
  }

  private void sentence(String[] row) {
    var body = row[2].replaceAll("[\\[\\]]", "");
    var judged = wording.judge(new Writing("Depot", body, TUESDAY_MORNING), FOLLOW_UP);
    var size = row[1].equals("-") ? null : Integer.valueOf(row[1]);
    asks.add(size != null, judged.asks());
    boolean right = size == null ? !judged.asks() : isNear(size, judged.askMinutes());
    if (size != null) {
      sized++;
      near += right ? 1 : 0;
    }
    if (!right) {
      wrong.add("%s: %s minutes".formatted(String.join(" | ", row), judged.askMinutes()));
    }
    phrases(row, judged.emptyPhrases());
  }

  private static boolean isNear(int wanted, @Nullable Integer found) {
    return found != null && Math.abs(wanted - found) <= WordingSuite.NEAR;
  }

  /** A sentence has one phrase at most, and so has what is found in it. */
  private void phrases(String[] row, List<Passage> found) {
    var marked = EMPTY.matcher(row[2]);
    boolean wanted = marked.find();
    int begin = wanted ? marked.start() : -1;
    int end = wanted ? marked.start() + marked.group(1).length() : -1;
    boolean matched = false;
    for (var passage : found) {
      boolean right = !passage.inSubject() && wanted && WordingSuite.isCommon(passage, begin, end);
      matched |= right;
      if (!right) {
        phrases.add(false, true);
        wrong.add("%s: found \"%s\"".formatted(String.join(" | ", row), passage.text()));
      }
    }
    if (wanted) {
      phrases.add(true, matched);
    }
    if (wanted && !matched) {
      wrong.add("%s: nothing found".formatted(String.join(" | ", row)));
    }
  }
}
