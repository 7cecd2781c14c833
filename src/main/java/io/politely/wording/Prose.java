package io.politely.wording;

import io.politely.reading.Sentences;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as sentences of words, each with its place in the text. */
final class Prose {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What French and Italian leave out its vowel before a word: "j'espère", "un'occhiata". */
  private static final Pattern ELIDED =
      Pattern.compile("(?:[cdjlmnst]|qu|jusqu|lorsqu|un|all|dall|dell|nell|sull|quest)'(.+)");

  /** A pronoun hung on a verb: "pourriez-vous", "diga-me". */
  private static final Pattern PRONOUN_BEHIND =
      Pattern.compile(
          "(.+?)(?:-t)?-(?:je|tu|il|elle|on|nous|vous|moi|toi|lui|leur|y|en|ce|me|te|se|lhe|lhes|nos"
              + "|vos|o|a|os|as|lo|la|le|los|las|no|na)");

  /**
   * A word.
   *
   * @param text in lower case, without accents
   * @param bare the same without what is elided before it or hung behind it
   * @param begin where it begins in the text
   * @param end where it ends
   */
  record Word(String text, String bare, int begin, int end) {}

  /**
   * A sentence.
   *
   * @param text as it is written, white space folded
   * @param begin where it begins in the text
   * @param end where it ends
   */
  record Sentence(String text, int begin, int end, List<Word> words) {

    /** Its first words. */
    Sentence beginning(int most) {
      return new Sentence(text, begin, end, words.subList(0, Math.min(most, words.size())));
    }

    boolean isQuestion() {
      return text.indexOf('?') >= 0;
    }

    boolean isExclamation() {
      return text.indexOf('!') >= 0;
    }
  }

  private Prose() {}

  /** The sentences of a text, in order. */
  static List<Sentence> of(String text) {
    var sentences = new ArrayList<Sentence>();
    int from = 0;
    for (var sentence : Sentences.of(text)) {
      int begin = text.indexOf(sentence.charAt(0), from);
      while (begin >= 0 && endOf(sentence, text, begin) < 0) {
        begin = text.indexOf(sentence.charAt(0), begin + 1);
      }
      if (begin >= 0) {
        from = endOf(sentence, text, begin);
        sentences.add(new Sentence(sentence, begin, from, words(text, begin, from)));
      }
    }
    return sentences;
  }

  /** A short text that is no prose, as one sentence: a subject. */
  static Sentence line(String text) {
    return new Sentence(text.strip(), 0, text.length(), words(text, 0, text.length()));
  }

  /** In lower case and without accents, so that "Grüße" and "Grüsse" are near each other. */
  static String folded(String word) {
    var plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss").replace("œ", "oe");
  }

  /** Where the sentence ends in the text if it begins there, but for white space; else -1. */
  private static int endOf(String sentence, String text, int begin) {
    int at = begin;
    for (int i = 0; i < sentence.length(); i++) {
      if (sentence.charAt(i) == ' ') {
        continue;
      }
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length() || text.charAt(at) != sentence.charAt(i)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static List<Word> words(String text, int begin, int end) {
    var words = new ArrayList<Word>();
    int at = begin;
    while (at < end) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int stop = at;
      while (stop < end && isInWord(text, stop, end)) {
        stop++;
      }
      var word = folded(text.substring(at, stop));
      words.add(new Word(word, bare(word), at, stop));
      at = stop;
    }
    return List.copyOf(words);
  }

  private static String bare(String word) {
    if (word.indexOf('\'') < 0 && word.indexOf('-') < 0) {
      return word;
    }
    var behind = ELIDED.matcher(word);
    var rest = behind.matches() ? behind.group(1) : word;
    var before = PRONOUN_BEHIND.matcher(rest);
    return before.matches() ? before.group(1) : rest;
  }

  /** Apostrophes and hyphens belong to a word that goes on behind them. */
  private static boolean isInWord(String text, int at, int end) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    return "'’-".indexOf(c) >= 0
        && at + 1 < end
        && Character.isLetterOrDigit(text.charAt(at + 1))
        && Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }
}
