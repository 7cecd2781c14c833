package io.politely.wording;

import io.politely.wording.Prose.Sentence;
import io.politely.wording.Prose.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Words that stand in order within one sentence, with a few others between them. */
final class Phrase {

  /** So many other words may stand between two of a phrase. */
  private static final int MOST_BETWEEN = 2;

  /** What may stand at one place of the phrase, each as words without any between them. */
  private final List<List<String[]>> places;

  private final boolean atBegin;
  private final boolean atEnd;
  private final boolean inQuestion;
  private final boolean inExclamation;
  private final boolean isBag;

  private Phrase(
      List<List<String[]>> places,
      boolean isBag,
      boolean atBegin,
      boolean atEnd,
      boolean inQuestion,
      boolean inExclamation) {
    this.places = places;
    this.isBag = isBag;
    this.atBegin = atBegin;
    this.atEnd = atEnd;
    this.inQuestion = inQuestion;
    this.inExclamation = inExclamation;
  }

  /** Of the notation that {@code phrases.txt} explains. */
  static Phrase of(String notation) {
    var places = new ArrayList<List<String[]>>();
    boolean isBag = false;
    boolean atEnd = false;
    boolean inQuestion = false;
    boolean inExclamation = false;
    for (var place : notation.strip().split("\\s+", -1)) {
      switch (place) {
        case "&" -> isBag = true;
        case "$" -> atEnd = true;
        case "?" -> inQuestion = true;
        case "!" -> inExclamation = true;
        default ->
            places.add(
                Arrays.stream(Prose.folded(place).replaceAll("[\\^,]", "").split("/", -1))
                    .map(words -> words.split("_", -1))
                    .toList());
      }
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException("A phrase without words: " + notation);
    }
    return new Phrase(
        places, isBag, notation.strip().startsWith("^"), atEnd, inQuestion, inExclamation);
  }

  /** Whether its words may stand anywhere in a sentence that has no matter of its own. */
  boolean isBag() {
    return isBag;
  }

  /** Whether for each place a word stands somewhere in the sentence, no word for two of them. */
  boolean standsAnywhereIn(Sentence sentence) {
    return (!inQuestion || sentence.isQuestion())
        && (!inExclamation || sentence.isExclamation())
        && standsAnywhereIn(sentence.words(), 0, new BitSet());
  }

  private boolean standsAnywhereIn(List<Word> words, int place, BitSet taken) {
    if (place == places.size()) {
      return true;
    }
    for (int at = 0; at < words.size(); at++) {
      for (var alternative : places.get(place)) {
        int end = at + alternative.length;
        if (standsAt(words, alternative, at) && taken.get(at, end).isEmpty()) {
          taken.set(at, end);
          if (standsAnywhereIn(words, place + 1, taken)) {
            return true;
          }
          taken.clear(at, end);
        }
      }
    }
    return false;
  }

  /** The first words of all ways in which it can begin. */
  List<String> firstWords() {
    return places.getFirst().stream().map(words -> words[0]).toList();
  }

  /** The index behind its last word if it begins at that word; else -1. */
  int endFrom(Sentence sentence, int at) {
    if ((atBegin && at > 0)
        || (inQuestion && !sentence.isQuestion())
        || (inExclamation && !sentence.isExclamation())) {
      return -1;
    }
    return endFrom(sentence.words(), 0, at);
  }

  private int endFrom(List<Word> words, int place, int at) {
    for (var alternative : places.get(place)) {
      int end = standsAt(words, alternative, at) ? at + alternative.length : -1;
      if (end >= 0 && place + 1 == places.size()) {
        if (!atEnd || end == words.size()) {
          return end;
        }
      } else if (end >= 0) {
        for (int between = 0; between <= MOST_BETWEEN; between++) {
          int last = endFrom(words, place + 1, end + between);
          if (last >= 0) {
            return last;
          }
        }
      }
    }
    return -1;
  }

  private static boolean standsAt(List<Word> words, String[] alternative, int at) {
    if (at + alternative.length > words.size()) {
      return false;
    }
    for (int i = 0; i < alternative.length; i++) {
      var word = words.get(at + i);
      if (!fits(alternative[i], word.text()) && !fits(alternative[i], word.bare())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String pattern, String word) {
    if (pattern.equals("#")) {
      return Character.isDigit(word.charAt(0));
    }
    if (pattern.startsWith("~")) {
      return word.endsWith(pattern.substring(1));
    }
    return pattern.endsWith("~")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : word.equals(pattern);
  }
}
