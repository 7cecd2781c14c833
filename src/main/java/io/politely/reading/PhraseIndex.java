package io.politely.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their first letter, so that asking for hundreds costs hardly more than asking for one.
 * Everything is in lower case, the texts asked too.
 */
final class PhraseIndex {

  private static final String[] NONE = {};

  /** Most phrases begin with a letter of the Latin alphabet, which needs no look-up. */
  private final String[][] byLatin = new String[0x100][];

  private final Map<Character, String[]> byOther = new HashMap<>();

  private PhraseIndex(List<String> phrases) {
    Arrays.fill(byLatin, NONE);
    var byFirst = new HashMap<Character, List<String>>();
    for (var phrase : phrases) {
      byFirst.computeIfAbsent(phrase.charAt(0), _ -> new ArrayList<>()).add(phrase);
    }
    byFirst.forEach((first, those) -> {
      var array = those.toArray(NONE);
      if (first < byLatin.length) {
        byLatin[first] = array;
      } else {
        byOther.put(first, array);
      }
    });
  }

  /** Phrases as {@link Phrases#list} reads them. */
  static PhraseIndex of(String table) {
    return new PhraseIndex(Phrases.list(table));
  }

  /** Whether one of the phrases stands at the beginning of the text. */
  boolean begins(String text) {
    return !text.isEmpty() && !at(text, 0).isEmpty();
  }

  /** Whether one of the phrases stands in the text, where a word begins. */
  boolean occursIn(String text) {
    return !next(text, "").isEmpty();
  }

  /** Whether two different phrases stand in the text, where words begin. */
  boolean twoOccurIn(String text) {
    var first = next(text, "");
    return !first.isEmpty() && !next(text, first).isEmpty();
  }

  /** The phrases that may stand there, since they begin with that character. */
  String[] startingWith(char first) {
    return first < byLatin.length ? byLatin[first] : byOther.getOrDefault(first, NONE);
  }

  /** The first phrase that stands in the text and is not {@code except}; "" where there is none. */
  private String next(String text, String except) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      if (!inWord) {
        var phrase = at(text, i);
        if (!phrase.isEmpty() && !phrase.equals(except)) {
          return phrase;
        }
      }
      inWord = continuesWord(text.charAt(i));
    }
    return "";
  }

  private String at(String text, int begin) {
    for (var phrase : startingWith(text.charAt(begin))) {
      if (text.startsWith(phrase, begin)) {
        return phrase;
      }
    }
    return "";
  }

  /** East Asian writing has no spaces: there a word may begin anywhere. */
  private static boolean continuesWord(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
        : c < 0x2e80 && Character.isLetterOrDigit(c);
  }
}
