package io.politely.interviews;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody who is named in a debrief, as far as it has been read. */
final class Person {

  private static final List<String> OF_A_WOMAN =
      List.of(
          "frau", "mrs", "mrs.", "ms", "ms.", "madame", "mme", "señora", "sra", "sra.", "doña",
          "mevrouw", "mevr.", "signora", "senhora", "dona");

  private static final List<String> OF_A_MAN =
      List.of(
          "herr",
          "herrn",
          "mr",
          "mr.",
          "monsieur",
          "m.",
          "señor",
          "sr",
          "sr.",
          "don",
          "meneer",
          "dhr.",
          "signor",
          "senhor");

  private String name;
  private final List<String> words;
  private @Nullable String title;
  private @Nullable Integer minutes;
  private boolean throughout;
  private int evidence;
  private boolean absent;

  Person(String name) {
    this.name = name.replaceFirst("^Herrn ", "Herr ");
    this.words = Arrays.stream(name.split(" ")).filter(it -> !isForm(it)).toList();
  }

  private static boolean isForm(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return OF_A_WOMAN.contains(lower)
        || OF_A_MAN.contains(lower)
        || lower.equals("dr.")
        || lower.equals("dr")
        || lower.equals("prof.");
  }

  String name() {
    return name;
  }

  /** Whether another wording of a name means the same one: all of its words are among these. */
  boolean isCalled(Person other) {
    return !other.words.isEmpty() && words.containsAll(other.words);
  }

  int length() {
    return words.size();
  }

  /** A form of address is kept where no first name is known. */
  void addressedAs(Person other) {
    if (words.size() == 1 && other.words.size() == 1 && other.name.length() > name.length()) {
      name = other.name;
    }
  }

  void endsWith(String initial) {
    name = name + " " + initial + ".";
  }

  boolean maySheBe() {
    return !is(OF_A_MAN) && (is(OF_A_WOMAN) || !FirstNames.isMans(first()));
  }

  boolean mayHeBe() {
    return !is(OF_A_WOMAN) && (is(OF_A_MAN) || !FirstNames.isWomans(first()));
  }

  private String first() {
    var first = words.isEmpty() ? name : words.getFirst();
    int dash = first.indexOf('-');
    return dash > 0 && !FirstNames.contains(first) ? first.substring(0, dash) : first;
  }

  private boolean is(List<String> forms) {
    return forms.contains(name.split(" ", -1)[0].toLowerCase(Locale.ROOT));
  }

  @Nullable String title() {
    return title;
  }

  void holds(String title) {
    if (this.title == null && !title.isBlank()) {
      this.title = title.strip();
      evidence += 2;
    }
  }

  @Nullable Integer minutes(@Nullable Integer whole) {
    return throughout ? whole : minutes;
  }

  void stayed(int more, boolean again) {
    minutes =
        minutes == null ? Integer.valueOf(more) : again ? Integer.valueOf(minutes + more) : minutes;
    evidence++;
  }

  void stayedThroughout() {
    throughout = true;
    evidence++;
  }

  void wasThere(int weight) {
    evidence += weight;
  }

  void wasAbsent() {
    absent = true;
  }

  boolean isMet() {
    return evidence > 0 && !absent;
  }
}
