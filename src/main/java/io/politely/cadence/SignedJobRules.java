package io.politely.cadence;

import io.politely.contacts.Seniority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a job in the lines of a signature: the one whose words tell a level, and the company. */
final class SignedJobRules {

  /** Below that come addresses, numbers and mottos. */
  private static final int MOST_LINES = 6;

  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 10;

  /** What tells a sentence, an address, a number or a place to click from a title or a company. */
  private static final Pattern OTHER = Pattern.compile("[0-9@!?:;“”\"<>*_=#]|www\\.|\\p{L}{5}\\.$");

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[|•·,/]\\s*|\\s+[-–—]\\s+|\\s+(?:at|bei|chez|presso|bij)\\s+");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, String> SHORT =
      Map.of("sr", "senior", "jr", "junior", "mgr", "manager", "eng", "engineering");

  private static final Set<String> SMALL =
      Set.of(
          "of", "the", "and", "for", "in", "und", "für", "der", "die", "das", "de", "du", "des",
          "la", "le", "el", "et", "y", "e", "di", "del", "della", "do", "da", "van", "en");

  private final Function<String, Optional<Seniority>> levels;

  /**
   * Rules by a table of titles.
   *
   * @param levels the level that a title tells
   */
  SignedJobRules(Function<String, Optional<Seniority>> levels) {
    this.levels = levels;
  }

  /**
   * The job that a signature tells.
   *
   * @param signature its lines, the closing and the name with them
   * @param name of whoever signs
   */
  Optional<SignedJob> in(List<String> signature, String name) {
    var lines =
        signature.stream()
            .map(line -> withoutName(tidied(line), name))
            .filter(line -> !line.isEmpty())
            .limit(MOST_LINES)
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      var title = lines.get(i);
      var level = mayBeOne(title) ? levels.apply(title) : Optional.<Seniority>empty();
      if (level.isPresent()) {
        var company = i + 1 < lines.size() ? company(lines.get(i + 1)) : "";
        return Optional.of(job(title, company, level.get()));
      }
    }
    return Optional.empty();
  }

  private static String tidied(String line) {
    return line.strip().replaceAll("\\s+", " ").replaceFirst("[,;]+$", "");
  }

  private String company(String line) {
    return mayBeOne(line) && levels.apply(line).isEmpty() ? line : "";
  }

  private static boolean mayBeOne(String line) {
    return line.length() <= LONGEST
        && NO_WORD.splitAsStream(line).count() <= MOST_WORDS
        && Character.isUpperCase(line.codePointAt(0))
        && !OTHER.matcher(line).find();
  }

  /** "Ada Lovelace, Head of Data" tells the job on the line of the name. */
  private static String withoutName(String line, String name) {
    return !name.isBlank() && line.regionMatches(true, 0, name, 0, name.length())
        ? line.substring(name.length()).replaceFirst("^[\\s|•·,/–—-]+", "")
        : line;
  }

  private static SignedJob job(String title, String company, Seniority level) {
    var parts = new ArrayList<Set<String>>();
    BETWEEN.splitAsStream(title).forEach(part -> add(parts, part, words(level.evidence())));
    add(parts, company, Set.of());
    return new SignedJob(company.isEmpty() ? title : title + ", " + company, level.level(), parts);
  }

  private static void add(List<Set<String>> parts, String part, Set<String> left) {
    var words = words(part);
    words.removeAll(left);
    if (!words.isEmpty()) {
      parts.add(Set.copyOf(words));
    }
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && !SMALL.contains(word))
        .map(word -> SHORT.getOrDefault(word, word))
        .collect(Collectors.toSet());
  }
}
