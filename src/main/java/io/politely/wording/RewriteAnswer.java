package io.politely.wording;

/** What came back from a language model: a text to read, or why there is none. */
public sealed interface RewriteAnswer {

  /**
   * A letter that the user may take instead of the draft.
   *
   * @param body plain text
   */
  record Rewritten(String body) implements RewriteAnswer {}

  /**
   * Nothing that could be used.
   *
   * @param sentence why, for the user
   */
  record Unusable(String sentence) implements RewriteAnswer {}
}
