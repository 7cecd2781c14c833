package io.politely.wording;

import java.util.HashSet;
import java.util.Set;

/** The words of a language that carry no matter of their own: what courtesies are made of. */
final class LightWords {

  /** A beginning or ending that stands for many words has so many letters at least. */
  private static final int LEAST_PART = 4;

  /** Of so many words one may be any. */
  private static final int FOR_EACH_OTHER = 12;

  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();

  /** Adds all that a phrase is made of, in the notation of the table. */
  void add(String phrase) {
    for (var place : Prose.folded(phrase).split("[\\s/_|^&,$?!]+", -1)) {
      if (place.endsWith("~")) {
        var beginning = place.substring(0, place.length() - 1);
        if (beginning.length() >= LEAST_PART) {
          beginnings.add(beginning);
        }
      } else if (!place.isEmpty() && !place.equals("#")) {
        words.add(place);
      }
    }
  }

  /** Whether a sentence says nothing but such words. */
  boolean areAllOf(Prose.Sentence sentence) {
    long others =
        sentence.words().stream()
            .filter(word -> !isLight(word.text()) && !isLight(word.bare()))
            .count();
    boolean counts =
        sentence.words().stream().anyMatch(word -> Character.isDigit(word.text().charAt(0)));
    return !counts && others <= sentence.words().size() / FOR_EACH_OTHER;
  }

  private boolean isLight(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (int end = LEAST_PART; end <= word.length(); end++) {
      if (beginnings.contains(word.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
