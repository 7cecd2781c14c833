package io.politely.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was told, cut into paragraphs and sentences that know where they stand: quotations are given
 * as they were said. Only the beginning of a very long text is read.
 */
final class Told {

  /** A call of three quarters of an hour. */
  private static final int LONGEST = 40_000;

  private static final int LONGEST_SENTENCE = 800;

  /** After these a full stop ends no sentence. */
  private static final List<String> ABBREVIATIONS =
      List.of(
          "mr", "mrs", "ms", "dr", "prof", "hr", "fr", "st", "sr", "sra", "mme", "dhr", "mevr",
          "dott", "sig", "a.m", "p.m", "z.b", "d.h", "bzw", "ca", "p.ex", "ej", "nr", "inc", "vs");

  /** A stretch of the text without white space at its ends; once more with numbers in digits. */
  record Sentence(String text, String digits, int begin, int paragraph) {
    int end() {
      return begin + text.length();
    }
  }

  private final String text;
  private final String language;
  private final String plain;
  private final List<Sentence> sentences = new ArrayList<>();

  private Told(String text, String language) {
    this.text = text;
    this.language = language;
    this.plain = text.replace('’', '\'').replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  static Told of(String text, String language) {
    var told = new Told(text.length() > LONGEST ? text.substring(0, LONGEST) : text, language);
    told.split();
    return told;
  }

  /** As it was said. */
  String quote(int begin, int end) {
    return text.substring(begin, end).strip();
  }

  /** The whole of it with one kind of apostrophe and of space. */
  String plain() {
    return plain;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  List<Sentence> paragraph(int number) {
    return sentences.stream().filter(it -> it.paragraph() == number).toList();
  }

  private void split() {
    int paragraph = 0;
    int begin = 0;
    for (int i = 0; i < plain.length(); i++) {
      boolean blankLine =
          plain.charAt(i) == '\n' && i + 1 < plain.length() && isBlankUntilBreak(i + 1);
      boolean longest = i - begin >= LONGEST_SENTENCE && plain.charAt(i) == ' ';
      if (blankLine || longest || endsSentence(i)) {
        int end = i + 1;
        while (end < plain.length() && "\"')”»!?.".indexOf(plain.charAt(end)) >= 0) {
          end++;
        }
        add(begin, end, paragraph);
        begin = end;
        i = end - 1;
      }
      paragraph += blankLine ? 1 : 0;
    }
    add(begin, plain.length(), paragraph);
  }

  private boolean isBlankUntilBreak(int at) {
    int i = at;
    while (i < plain.length() && i < at + 10 && " \t\r".indexOf(plain.charAt(i)) >= 0) {
      i++;
    }
    return i < plain.length() && plain.charAt(i) == '\n';
  }

  private void add(int begin, int end, int paragraph) {
    int first = begin;
    int last = end;
    while (first < last && Character.isWhitespace(plain.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(plain.charAt(last - 1))) {
      last--;
    }
    if (last > first) {
      var sentence = plain.substring(first, last);
      var digits = Numerals.of(sentence, language).text();
      sentences.add(new Sentence(sentence, digits, first, paragraph));
    }
  }

  private boolean endsSentence(int at) {
    char c = plain.charAt(at);
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int next = at + 1;
    while (next < plain.length() && "\"')”»!?.".indexOf(plain.charAt(next)) >= 0) {
      next++;
    }
    if (next < plain.length() && !Character.isWhitespace(plain.charAt(next))) {
      return false;
    }
    // "Marge... Marge Ellison" is somebody who thinks while speaking.
    boolean hesitates = c == '.' && at + 2 < plain.length() && plain.startsWith("..", at + 1);
    return !hesitates && (c != '.' || !(endsAbbreviation(at) || endsOrdinal(at, next)));
  }

  private boolean endsAbbreviation(int dot) {
    int begin = dot;
    while (begin > 0 && begin > dot - 6 && !Character.isWhitespace(plain.charAt(begin - 1))) {
      begin--;
    }
    var word = plain.substring(begin, dot).toLowerCase(Locale.ROOT);
    return ABBREVIATIONS.contains(word)
        || (word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i"));
  }

  /** "Am 17. April", but not "bis zum 17. Ich soll noch". */
  private boolean endsOrdinal(int dot, int next) {
    int begin = dot;
    while (begin > 0 && Character.isDigit(plain.charAt(begin - 1))) {
      begin--;
    }
    int word = next;
    while (word < plain.length() && Character.isWhitespace(plain.charAt(word))) {
      word++;
    }
    int end = word;
    while (end < plain.length() && Character.isLetter(plain.charAt(end))) {
      end++;
    }
    return dot - begin > 0
        && dot - begin <= 2
        && end > word
        && (Character.isLowerCase(plain.charAt(word))
            || MONTHS.contains(plain.substring(word, end).toLowerCase(Locale.ROOT)));
  }

  private static final List<String> MONTHS =
      List.of(
          "januar",
          "februar",
          "märz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember");
}
