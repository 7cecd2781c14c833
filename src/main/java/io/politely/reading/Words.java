package io.politely.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence as lower-case words, punctuation left out except for a closing question mark. The
 * words are known by their hashes, those of {@link String#hashCode}; as strings only where one is
 * asked for.
 */
final class Words {

  private static final int MOST = 120;

  private final String sentence;
  private final boolean asks;
  private int[] hashes = new int[24];
  private int[] begins = new int[24];
  private int[] ends = new int[24];
  private int count;

  private Words(String sentence) {
    this.sentence = sentence;
    this.asks = endsWithQuestionMark(sentence);
  }

  static Words of(String sentence) {
    var words = new Words(sentence);
    words.read();
    return words;
  }

  String sentence() {
    return sentence;
  }

  /** Whether it ends with a question mark. */
  boolean asks() {
    return asks;
  }

  int count() {
    return count;
  }

  /** 0 beyond the last word. */
  int hash(int index) {
    return index >= 0 && index < count ? hashes[index] : 0;
  }

  /** "" beyond the last word. */
  String word(int index) {
    return index >= 0 && index < count ? lower(begins[index], ends[index]) : "";
  }

  List<String> words() {
    var words = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(i));
    }
    return words;
  }

  private void read() {
    int at = 0;
    while (at < sentence.length() && count < MOST) {
      int begin = at;
      int hash = 0;
      while (at < sentence.length() && isWord(at)) {
        hash = 31 * hash + lower(sentence.charAt(at));
        at++;
      }
      if (at > begin) {
        add(hash, begin, at);
      } else {
        at++;
      }
    }
  }

  private void add(int hash, int begin, int end) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
      begins = Arrays.copyOf(begins, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    hashes[count] = hash;
    begins[count] = begin;
    ends[count] = end;
    count++;
  }

  private boolean isWord(int at) {
    char c = sentence.charAt(at);
    if (Texts.isLetterOrDigit(c)) {
      return true;
    }
    boolean joins = c == '\'' || c == '’' || c == '-' || c == '_';
    return joins
        && at > 0
        && at + 1 < sentence.length()
        && Texts.isLetterOrDigit(sentence.charAt(at - 1))
        && Texts.isLetterOrDigit(sentence.charAt(at + 1));
  }

  private String lower(int begin, int end) {
    var word = new StringBuilder(end - begin);
    for (int i = begin; i < end; i++) {
      word.append(lower(sentence.charAt(i)));
    }
    return word.toString();
  }

  private static char lower(char c) {
    return c == '’' ? '\'' : Texts.lower(c);
  }

  private static boolean endsWithQuestionMark(String sentence) {
    int end = sentence.length();
    while (end > 0 && " \"'”’»!.:-)*_".indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && (sentence.charAt(end - 1) == '?' || sentence.charAt(end - 1) == '？');
  }
}
