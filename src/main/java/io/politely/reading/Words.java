package io.politely.reading;

import java.util.ArrayList;
import java.util.List;

/** A sentence as lower-case words, punctuation left out except for a closing question mark. */
record Words(String sentence, List<String> words, boolean asks) {

  Words {
    words = List.copyOf(words);
  }

  private static final int MOST = 120;

  static Words of(String sentence) {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < sentence.length() && words.size() < MOST) {
      int begin = at;
      while (at < sentence.length() && isWord(sentence, at)) {
        at++;
      }
      if (at > begin) {
        words.add(lower(sentence, begin, at));
      } else {
        at++;
      }
    }
    return new Words(sentence, words, endsWithQuestionMark(sentence));
  }

  String word(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
  }

  int count() {
    return words.size();
  }

  private static boolean isWord(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean joins = c == '\'' || c == '’' || c == '-' || c == '_';
    return joins
        && at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static String lower(String text, int begin, int end) {
    var word = new StringBuilder(end - begin);
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      word.append(c == '’' ? '\'' : Character.toLowerCase(c));
    }
    return word.toString();
  }

  private static boolean endsWithQuestionMark(String sentence) {
    int end = sentence.length();
    while (end > 0 && " \"'”’»!.:-)*_".indexOf(sentence.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && (sentence.charAt(end - 1) == '?' || sentence.charAt(end - 1) == '？');
  }
}
