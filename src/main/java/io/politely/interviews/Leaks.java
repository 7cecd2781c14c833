package io.politely.interviews;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps out of the bank of questions whatever tells who was asked: their name, their employers,
 * addresses, numbers. When in doubt, a question is left out. Pure.
 */
final class Leaks {

  private static final Pattern ADDRESS =
      Pattern.compile("@|https?:|www\\.|\\b[\\p{L}\\p{N}-]+\\.(?:com|org|net|io|de|fr|example)\\b");

  /** A year, a figure, a telephone number: five years ahead is asked of everybody. */
  private static final Pattern NUMBER =
      Pattern.compile("\\p{Nd}\\P{L}{0,2}\\p{Nd}[\\s./-]?\\p{Nd}|[$€£¥]");

  /** A name after a word that employers stand behind. */
  private static final Pattern EMPLOYER =
      Pattern.compile(
          "\\b(?:leave|left|leaving|quit|at|from|join|joined|joining|bei|von|verlassen|chez|quitté)"
              + "\\s+(?:the\\s+)?(\\p{Lu}[\\p{L}\\p{N}&.-]*)");

  private static final int SHORTEST_NAME = 3;

  /** Names that are words as well: written small they are the word. */
  private static final Set<String> WORDS_TOO =
      Set.of(
          "art",
          "bill",
          "chance",
          "chase",
          "christian",
          "dean",
          "drew",
          "faith",
          "frank",
          "grace",
          "grant",
          "guy",
          "hope",
          "joy",
          "long",
          "mark",
          "max",
          "may",
          "miles",
          "page",
          "price",
          "rich",
          "rob",
          "rose",
          "sky",
          "summer",
          "will",
          "wise",
          "young");

  /** Words of employers' names that tell nobody. */
  private static final Set<String> GENERIC =
      Set.of(
          "and",
          "the",
          "inc",
          "ltd",
          "llc",
          "gmbh",
          "corp",
          "company",
          "group",
          "holding",
          "bank",
          "software",
          "systems",
          "solutions",
          "services",
          "service",
          "sales",
          "partners",
          "partner",
          "consulting",
          "international",
          "global",
          "technologies",
          "technology",
          "health",
          "foods",
          "media",
          "digital",
          "data",
          "cloud",
          "business",
          "industries",
          "network",
          "energy");

  private final List<Pattern> names = new ArrayList<>();
  private final Set<String> allowed = new HashSet<>();

  /**
   * For the questions of one debrief.
   *
   * @param people the names of whoever was asked, and of other candidates
   * @param employers of theirs
   * @param allowed whose names may stand there: the company, whoever asked
   */
  Leaks(Collection<String> people, Collection<String> employers, Collection<String> allowed) {
    allowed.forEach(it -> this.allowed.addAll(words(it)));
    // Whoever asked may bear the name of whoever was asked: then nobody is named.
    people.forEach(name -> this.allowed.removeAll(words(name)));
    people.forEach(name -> words(name).forEach(this::keepOut));
    for (var employer : employers) {
      var telling = words(employer).stream().filter(it -> !GENERIC.contains(it)).toList();
      if (telling.isEmpty() && !employer.isBlank()) {
        names.add(phrase(QuestionWords.folded(employer)));
      }
      telling.forEach(this::keepOut);
    }
  }

  private void keepOut(String word) {
    if (word.length() < SHORTEST_NAME || allowed.contains(word)) {
      return;
    }
    names.add(WORDS_TOO.contains(word) ? capital(word) : phrase(word));
  }

  /** In a folded text; "Ada’s" is folded to "adas". */
  private static Pattern phrase(String folded) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(folded) + "s?(?![\\p{L}\\p{N}])");
  }

  /** Within a sentence as it was written. */
  private static Pattern capital(String word) {
    var first = word.substring(0, 1).toUpperCase(Locale.ROOT);
    return Pattern.compile("(?<=[^.?!\\s]\\s)" + Pattern.quote(first + word.substring(1)) + "\\b");
  }

  /** Why a question stays out of the bank, a sentence; empty where it may go in. */
  Optional<String> reason(String question) {
    var folded = " " + QuestionWords.folded(question) + " ";
    if (names.stream().anyMatch(it -> it.matcher(folded).find() || it.matcher(question).find())) {
      return Optional.of("It names who was asked, or one of their employers.");
    }
    if (ADDRESS.matcher(question).find()) {
      return Optional.of("It holds an address.");
    }
    if (NUMBER.matcher(question).find()) {
      return Optional.of("It holds a number that may tell who was asked.");
    }
    var employer = EMPLOYER.matcher(question);
    while (employer.find()) {
      if (words(employer.group(1)).stream().noneMatch(allowed::contains)) {
        return Optional.of("It may name an employer.");
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String name) {
    var folded = QuestionWords.folded(name);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
  }
}
