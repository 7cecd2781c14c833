package io.politely.wording;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Letters of ours written for this purpose, with what a reader would say of them. */
public final class WordingSuite {

  /** Of the shorter of two phrases, so much has to be common to both. */
  private static final double OVERLAP = 0.5;

  /** So many minutes beside the wanted ones are right. */
  static final int NEAR = 5;

  private final Wording wording = new Wording();
  private final int errors;
  private int shown;
  private final Counts asks = new Counts();
  private final int[] phrases = new int[4];
  private final Map<Politeness, Counts> politeness = counts();
  private final Map<Politeness, Counts> politenessStrict = counts();
  private final Map<String, int[]> rates = new TreeMap<>();
  private final Map<String, Map<String, int[]>> byLanguage = new TreeMap<>();

  private WordingSuite(int errors) {
    this.errors = errors;
  }

  /** The figures of all letters of these files. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var suite = new WordingSuite(errors);
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        suite.letter(row);
      }
    }
    var figures = new TreeMap<String, Object>(ratios(suite.rates));
    figures.put("askF1", suite.asks.f1());
    double precision = Counts.ratio(suite.phrases[0], suite.phrases[1]);
    double recall = Counts.ratio(suite.phrases[2], suite.phrases[3]);
    figures.put("emptyPhrasePrecision", precision);
    figures.put("emptyPhraseRecall", recall);
    figures.put("emptyPhraseF1", Counts.ratio(2 * precision * recall, precision + recall));
    figures.put("politenessMacroF1", macroF1(suite.politeness));
    figures.put("politenessMacroF1Strict", macroF1(suite.politenessStrict));
    var each = new TreeMap<String, Object>();
    suite.politeness.forEach((label, counts) -> each.put(word(label), counts.f1()));
    figures.put("politenessF1", each);
    var languages = new TreeMap<String, Object>();
    suite.byLanguage.forEach((language, counts) -> languages.put(language, ratios(counts)));
    figures.put("wordingByLanguage", languages);
    return figures;
  }

  private void letter(JsonNode row) {
    var gold = row.get("gold");
    var judged = wording.judge(writing(row), circumstances(row));
    asks.add(gold.get("asks").asBoolean(), judged.asks());
    rate(row, "askAccuracy", gold.get("asks").asBoolean() == judged.asks(), judged.asks());
    minutes(row, gold, judged.askMinutes());
    phrases(row, gold, judged.emptyPhrases());
    rate(row, "valueAccuracy", isOneOf(gold, "value_kind", judged.value()), judged.value());
    var wanted = label(gold.get("politeness").asString());
    boolean right = isOneOf(gold, "politeness", judged.politeness());
    rate(row, "politenessAccuracy", right, judged.politeness() + " " + kinds(judged));
    add(politeness, wanted, right ? wanted : judged.politeness());
    add(politenessStrict, wanted, judged.politeness());
  }

  private static List<String> kinds(Judgement judged) {
    return judged.remarks().stream()
        .map(remark -> remark.kind() + (remark.quote().isEmpty() ? "" : "=" + remark.quote()))
        .toList();
  }

  private void minutes(JsonNode row, JsonNode gold, @Nullable Integer found) {
    if (gold.get("ask_size_minutes").isNull()) {
      return;
    }
    int wanted = gold.get("ask_size_minutes").asInt();
    var sizes = new ArrayList<>(List.of(wanted));
    gold.path("ask_size_alt").forEach(size -> sizes.add(size.asInt()));
    boolean near = found != null && sizes.stream().anyMatch(size -> Math.abs(size - found) <= NEAR);
    rate(row, "askSizeWithin5", near, found);
    rate(null, "askSizeWithin5Strict", found != null && Math.abs(wanted - found) <= NEAR, found);
    rate(
        null,
        "askSizeBand",
        found != null && sizes.stream().anyMatch(size -> band(size) == band(found)),
        found);
  }

  private static int band(int minutes) {
    return minutes <= 5 ? 0 : minutes <= 15 ? 1 : minutes <= 30 ? 2 : minutes < 60 ? 3 : 4;
  }

  private void phrases(JsonNode row, JsonNode gold, List<Passage> found) {
    var subject = row.get("subject").asString();
    var body = row.get("body").asString();
    var wanted = gold.get("empty_phrases").valueStream().map(JsonNode::asString).toList();
    for (var passage : found) {
      boolean right = wanted.stream().anyMatch(it -> overlaps(passage, it, subject, body));
      phrases[0] += right ? 1 : 0;
      phrases[1]++;
      rate(right ? null : row, "emptyPhraseRight", right, "\"" + passage.text() + "\"");
    }
    for (var it : wanted) {
      boolean here = found.stream().anyMatch(passage -> overlaps(passage, it, subject, body));
      phrases[2] += here ? 1 : 0;
      phrases[3]++;
      rate(here ? null : row, "emptyPhraseFound", here, "nothing for \"" + it + "\"");
    }
  }

  /** Wherever the wanted words stand in the place in which the passage was found. */
  private static boolean overlaps(Passage passage, String wanted, String subject, String body) {
    var text = passage.inSubject() ? subject : body;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isCommon(passage, at, at + wanted.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a passage and what was wanted there are the same, but for their edges. */
  static boolean isCommon(Passage passage, int begin, int end) {
    int common = Math.min(end, passage.end()) - Math.max(begin, passage.begin());
    int shorter = Math.min(end - begin, passage.end() - passage.begin());
    return common >= OVERLAP * shorter;
  }

  private static Writing writing(JsonNode row) {
    var zone = ZoneId.of(row.get("tz").asString());
    var writtenAt = OffsetDateTime.parse(row.get("date").asString()).atZoneSameInstant(zone);
    return new Writing(row.get("subject").asString(), row.get("body").asString(), writtenAt);
  }

  private static Circumstances circumstances(JsonNode row) {
    var context = row.get("context");
    var days = context.get("days_since_last_touch");
    return new Circumstances(
        rank(context.get("recipient_seniority").asString()),
        Closeness.valueOf(context.get("tie").asString().toUpperCase(Locale.ROOT)),
        context.get("situation").asString(),
        context.get("touch_number").asInt(),
        days.isNull() ? null : days.asInt(),
        context.get("they_last_replied").asString().equals("yes"),
        context.get("sent_before").asString(),
        null,
        false);
  }

  /** Assistants, recruiters and peers stand where most people do, a board where its members do. */
  private static Rank rank(String word) {
    return switch (word) {
      case "director" -> Rank.DIRECTOR;
      case "vp" -> Rank.VICE_PRESIDENT;
      case "c_level", "board" -> Rank.C_LEVEL;
      case "founder" -> Rank.OWNER;
      case "manager", "hr" -> Rank.MANAGER;
      default -> Rank.INDIVIDUAL;
    };
  }

  private void rate(@Nullable JsonNode row, String name, boolean right, @Nullable Object found) {
    count(rates, name, right);
    if (row != null) {
      var language = row.get("lang").asString();
      count(byLanguage.computeIfAbsent(language, _ -> new TreeMap<>()), name, right);
    }
    if (!right && row != null && shown++ < errors) {
      System.err.printf(
          "%s %s found %s wanted %s%n", row.get("id").asString(), name, found, row.get("gold"));
    }
  }

  private static void count(Map<String, int[]> rates, String name, boolean right) {
    var counts = rates.computeIfAbsent(name, _ -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  private static Map<String, Object> ratios(Map<String, int[]> rates) {
    var ratios = new TreeMap<String, Object>();
    rates.forEach((name, counts) -> ratios.put(name, Counts.ratio(counts[0], counts[1])));
    return ratios;
  }

  private static Map<Politeness, Counts> counts() {
    var counts = new EnumMap<Politeness, Counts>(Politeness.class);
    for (var label : Politeness.values()) {
      counts.put(label, new Counts());
    }
    return counts;
  }

  private static void add(Map<Politeness, Counts> all, Politeness wanted, Politeness found) {
    all.forEach((label, counts) -> counts.add(label == wanted, label == found));
  }

  private static double macroF1(Map<Politeness, Counts> counts) {
    return counts.values().stream().mapToDouble(Counts::f1).average().orElse(0);
  }

  private static boolean isOneOf(JsonNode gold, String name, Enum<?> found) {
    return gold.get(name).asString().equals(word(found))
        || gold.path(name + "_alt").valueStream().anyMatch(it -> it.asString().equals(word(found)));
  }

  private static String word(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private static Politeness label(String word) {
    return Politeness.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
