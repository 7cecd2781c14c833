package io.politely.wording;

import java.util.List;

/**
 * Something to change in a letter.
 *
 * @param sentence what is the matter, and what to write instead; for the user
 * @param quote the words that it is about; "" where it is about the whole letter
 * @param weight whether the letter may leave all the same
 * @param evidence what it rests on, the first the most
 */
public record Remark(
    RemarkKind kind, String sentence, String quote, Weight weight, List<Evidence> evidence) {

  /** How strictly a remark is meant. */
  public enum Weight {
    /** The user decides. */
    SUGGESTION,
    /** The policy does not let such a letter leave. */
    FORBIDDEN
  }

  /**
   * What a remark rests on.
   *
   * @param id its short name: {@code cochrane-2023}
   * @param says in a sentence
   * @param strength strong, medium or weak; rule where it is the policy's own
   */
  public record Evidence(String id, String says, String strength) {}

  public Remark {
    evidence = List.copyOf(evidence);
  }
}
