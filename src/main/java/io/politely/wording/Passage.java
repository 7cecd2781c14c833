package io.politely.wording;

/**
 * Words of a letter.
 *
 * @param inSubject whether they stand in its subject, not its body
 * @param begin where they begin there
 * @param end where they end
 * @param text the words
 */
public record Passage(boolean inSubject, int begin, int end, String text) {

  Passage joinedTo(Passage next, String whole) {
    int last = Math.max(end, next.end);
    return new Passage(inSubject, begin, last, whole.substring(begin, last));
  }
}
