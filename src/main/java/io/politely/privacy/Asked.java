package io.politely.privacy;

/** What became of asking to erase somebody. */
public sealed interface Asked {

  /** They are erased when the time comes, unless they are kept. */
  record Accepted(Erasure.Pending erasure) implements Asked {}

  /**
   * They cannot be erased.
   *
   * @param reason a sentence
   */
  record Refused(String reason) implements Asked {}
}
