package io.politely.wording;

import io.politely.wording.OwnStyle.Formality;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one letter tells of how its writer writes.
 *
 * @param greeting its opener, for readers of any name, in the notation of templates
 * @param greetingToThem its opener as it stands, for the same reader
 * @param signOff its last lines, if they may be one
 * @param formality how its reader is addressed, where the words tell
 * @param words between opener and sign-off
 */
record OwnStyleReading(
    Optional<String> greeting,
    Optional<String> greetingToThem,
    Optional<String> signOff,
    Optional<Formality> formality,
    int words) {

  private static final Pattern GREETING =
      Pattern.compile("(\\p{L}[\\p{L}' ]{0,24}?)??[ ]?([\\p{L}.'-]+(?: [\\p{L}.'-]+)?)?([,!:]?)");

  private static final int LONGEST_GREETING = 48;
  private static final int MOST_WORDS_OF_SIGN_OFF = 5;
  private static final int MOST_WORDS_OF_NAME = 3;

  /** Openers that fit women or men only, so that they say nothing of the next reader. */
  private static final Set<String> OF_ONE_GENDER =
      Set.of(
          "liebe",
          "lieber",
          "geehrte",
          "geehrter",
          "werte",
          "werter",
          "cher",
          "chère",
          "chere",
          "querido",
          "querida",
          "estimado",
          "estimada",
          "caro",
          "cara",
          "prezado",
          "prezada",
          "frau",
          "herr",
          "herrn",
          "madame",
          "monsieur",
          "señor",
          "señora",
          "signor",
          "signora",
          "mr",
          "mrs",
          "ms",
          "mr.",
          "mrs.",
          "ms.",
          "meneer",
          "mevrouw",
          "senhor",
          "senhora");

  /** Words that greet by themselves, or before a first name. */
  private static final Set<String> GREETS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hiya",
          "hallo",
          "moin",
          "servus",
          "hej",
          "bonjour",
          "salut",
          "hola",
          "ciao",
          "salve",
          "buongiorno",
          "hoi",
          "dag",
          "beste",
          "olá",
          "oi");

  /** Words by which a reader is addressed: formally, and familiarly. */
  private record Address(Pattern formal, Pattern familiar) {

    static Address of(String formal, String familiar) {
      return new Address(
          Pattern.compile("(?U)\\b(" + formal + ")\\b"),
          Pattern.compile("(?Ui)\\b(" + familiar + ")\\b"));
    }
  }

  private static final Map<String, Address> ADDRESSES =
      Map.of(
          "de",
          Address.of("Sie|Ihnen|Ihre?[nmrs]?", "du|dich|dir|deine?[nmrs]?|euch|eure?[nmrs]?"),
          "fr",
          Address.of("(?i:vous|votre|vos)", "tu|toi|te|ton|ta|tes"),
          "es",
          Address.of("(?i:usted|ustedes|su|sus|le)", "tú|ti|te|tu|tus|contigo"),
          "it",
          Address.of("Lei|La|Le|Suo|Sua|Suoi|Sue", "tu|te|ti|tuo|tua|tuoi|tue"),
          "nl",
          Address.of("(?i:u|uw)", "je|jij|jou|jouw|jullie"),
          "pt",
          Address.of("(?i:o senhor|a senhora|lhe|seu|sua)", "tu|te|ti|teu|tua|contigo|você"));

  static OwnStyleReading of(OwnLetter letter) {
    var lines = letter.text().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    var opener = opener(lines);
    var rest = opener.isEmpty() ? lines : lines.subList(1, lines.size());
    var signOff = signOff(rest);
    int closing = signOff.map(it -> (int) it.lines().count()).orElse(0);
    var middle = String.join(" ", rest.subList(0, rest.size() - closing));
    return new OwnStyleReading(
        opener.flatMap(it -> forAnybody(it, letter.reader())),
        opener.filter(it -> isForThem(it, letter.reader())),
        signOff,
        formality(middle, letter.language()),
        middle.isBlank() ? 0 : middle.split(" +", -1).length);
  }

  /** A short first line without an end of a sentence, and something below it. */
  private static Optional<String> opener(List<String> lines) {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    var first = lines.getFirst();
    return first.length() <= LONGEST_GREETING
            && GREETING.matcher(first).matches()
            && words(first) <= MOST_WORDS_OF_SIGN_OFF
            && (first.matches(".*[,!:]") || words(first) <= MOST_WORDS_OF_NAME)
        ? Optional.of(first)
        : Optional.empty();
  }

  private static Optional<String> forAnybody(String opener, String reader) {
    var words = opener.replaceFirst("[,!:]$", "").toLowerCase(Locale.ROOT).split(" ", -1);
    for (var word : words) {
      if (OF_ONE_GENDER.contains(word)) {
        return Optional.empty();
      }
    }
    var whole = reader.strip();
    var first = whole.split(" ", -1)[0];
    if (!whole.isEmpty() && opener.contains(whole)) {
      var field = whole.equals(first) ? "{firstName}" : "{fullName}";
      return Optional.of(opener.replace(whole, field));
    }
    if (!first.isEmpty() && opener.matches("(?U).*\\b" + Pattern.quote(first) + "\\b.*")) {
      return Optional.of(opener.replace(first, "{firstName}"));
    }
    boolean greets = GREETS.contains(words[0]);
    if (greets && words.length == 1) {
      return Optional.of(opener);
    }
    return greets && whole.isEmpty() && words.length == 2
        ? Optional.of(opener.replaceFirst(" [\\p{L}'.-]+", " {firstName}"))
        : Optional.empty();
  }

  /** "Hi all" was for others too. */
  private static boolean isForThem(String opener, String reader) {
    for (var name : reader.strip().split(" ", -1)) {
      if (!name.isEmpty() && opener.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> signOff(List<String> lines) {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    var last = lines.getLast();
    var before = lines.get(lines.size() - 2);
    if (!mayEnd(last)) {
      return Optional.empty();
    }
    boolean isName =
        words(last) <= MOST_WORDS_OF_NAME
            && last.chars().filter(Character::isUpperCase).count() >= words(last);
    return isName && lines.size() > 2 && mayEnd(before)
        ? Optional.of(before + "\n" + last)
        : Optional.of(last);
  }

  private static boolean mayEnd(String line) {
    return words(line) <= MOST_WORDS_OF_SIGN_OFF && line.matches("[\\p{L}][\\p{L}\\p{M} ,'’.-]*");
  }

  private static Optional<Formality> formality(String text, String language) {
    var address = ADDRESSES.get(language);
    if (address == null) {
      return Optional.empty();
    }
    long formal = address.formal().matcher(text).results().count();
    long familiar = address.familiar().matcher(text).results().count();
    return formal == familiar
        ? Optional.empty()
        : Optional.of(formal > familiar ? Formality.FORMAL : Formality.FAMILIAR);
  }

  private static int words(String line) {
    return line.split(" +", -1).length;
  }
}
