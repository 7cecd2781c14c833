package io.politely.web;

/** The one or two letters that stand for somebody. */
public final class Monogram {

  private Monogram() {}

  /** The first letters of the first and the last word; of an address the first. */
  public static String of(String name) {
    var words = name.strip().split("[\\s@.]+", -1);
    var first = firstLetter(words[0]);
    return words.length == 1 || name.contains("@")
        ? first
        : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.isEmpty()
        ? "?"
        : new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
  }
}
