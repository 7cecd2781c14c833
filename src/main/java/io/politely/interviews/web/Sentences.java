package io.politely.interviews.web;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens a text for paper, where it stops at the end of a sentence. */
final class Sentences {

  /** What is longer than this in one breath is cut between words: two pages hold no novel. */
  private static final int LONGEST = 160;

  private Sentences() {}

  /**
   * As many whole sentences as have so many letters together, with " …" where there are more; the
   * first one in any case.
   */
  static String upTo(String text, int letters) {
    var words = text.strip();
    if (words.length() <= letters) {
      return words;
    }
    var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(words);
    int end = sentences.following(0);
    if (end > Math.max(letters, LONGEST)) {
      int cut = words.lastIndexOf(' ', letters);
      return words.substring(0, cut < 1 ? letters : cut) + " …";
    }
    for (int next = sentences.next();
        next != BreakIterator.DONE && words.substring(0, next).strip().length() <= letters;
        next = sentences.next()) {
      end = next;
    }
    var kept = words.substring(0, end).strip();
    return kept.length() == words.length() ? kept : kept + " …";
  }
}
