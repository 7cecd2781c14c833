package io.politely.pursuits;

/** What became of an outcome that was to be decided. */
public sealed interface Decided {

  /** It is in force. */
  record InForce(OutcomeId id) implements Decided {}

  /** It cannot be told like this, for a reason that the user may read. */
  record Refused(String sentence) implements Decided {}
}
