package io.politely.web;

import java.util.stream.Stream;

/** The one or two letters that stand for somebody. */
public final class Monogram {

  private Monogram() {}

  /** The first letters of the first and the last word; of an address the first. */
  public static String of(String name) {
    var words = Stream.of(name.split("[\\s@._-]+")).filter(Monogram::beginsReadably).toList();
    if (words.isEmpty()) {
      return "?";
    }
    var first = firstLetter(words.getFirst());
    return words.size() == 1 || name.contains("@") ? first : first + firstLetter(words.getLast());
  }

  private static boolean beginsReadably(String word) {
    return !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0));
  }

  private static String firstLetter(String word) {
    return Character.toString(Character.toUpperCase(word.codePointAt(0)));
  }
}
