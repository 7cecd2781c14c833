package io.politely.interviews;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with its numbers in words written as digits. "Halb drei" is "halb 3", "cinquante-cinq
 * minutes" is "55 minutes"; what are two numbers stays two: "one-fifteen" is "1 15". Articles that
 * are numbers too are numbers here, so that this is for reading times, lengths and amounts only.
 */
final class Numerals {

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

  /** Longest word that is tried as a number: there is none that is longer below a million. */
  private static final int LONGEST = 45;

  private static final Map<String, NumberWords> BY_LANGUAGE = new HashMap<>();

  static {
    for (var language : NumberWords.languages()) {
      BY_LANGUAGE.put(language, NumberWords.of(language));
    }
  }

  private final StringBuilder text = new StringBuilder();

  private Numerals() {}

  static Numerals of(String told, String language) {
    var numerals = new Numerals();
    numerals.read(told, BY_LANGUAGE.getOrDefault(language, NumberWords.of("en")));
    return numerals;
  }

  String text() {
    return text.toString();
  }

  private void read(String told, NumberWords words) {
    var matcher = WORD.matcher(told);
    int at = 0;
    while (matcher.find(at)) {
      copy(told, at, matcher.start());
      var number = number(told, matcher.start(), words);
      if (number == null) {
        copy(told, matcher.start(), matcher.end());
        at = matcher.end();
      } else {
        text.append(number.digits());
        at = number.end();
      }
    }
    copy(told, at, told.length());
  }

  private record Found(String digits, int end) {}

  /** The number in words that begins here, over as many words as belong to it. */
  private static @Nullable Found number(String told, int begin, NumberWords words) {
    var sum = words.sum();
    int end = begin;
    int at = begin;
    boolean joined = false;
    while (at < told.length()) {
      int wordEnd = wordEnd(told, at);
      if (wordEnd == at || wordEnd - at > LONGEST) {
        break;
      }
      var word = told.substring(at, wordEnd).toLowerCase(Locale.ROOT);
      var value = words.value(word);
      if (value == null) {
        if (sum.isEmpty() || joined || !words.joins(word)) {
          break;
        }
        joined = true;
      } else if (sum.takes(value, joined)) {
        end = wordEnd;
        joined = false;
      } else {
        break;
      }
      at = wordEnd;
      if (at < told.length() && (told.charAt(at) == ' ' || told.charAt(at) == '-')) {
        at++;
      } else {
        break;
      }
    }
    return sum.isEmpty() ? null : new Found(sum.digits(), end);
  }

  private static int wordEnd(String told, int at) {
    int end = at;
    while (end < told.length() && Character.isLetter(told.charAt(end))) {
      end++;
    }
    return end;
  }

  private void copy(String told, int begin, int end) {
    for (int i = begin; i < end; i++) {
      // A dash between two numbers in words parts them as a space does.
      boolean dash =
          told.charAt(i) == '-'
              && !text.isEmpty()
              && Character.isDigit(text.charAt(text.length() - 1))
              && i + 1 < told.length()
              && Character.isLetter(told.charAt(i + 1));
      text.append(dash ? ' ' : told.charAt(i));
    }
  }
}
