package io.politely.patience;

import static io.politely.patience.Time.HORIZON;

/**
 * A letter and one of its readers at a moment, and what became of it.
 *
 * @param after how long after the letter was sent, in seconds
 * @param situation as {@link Situation} says it
 */
@SuppressWarnings("ArrayRecordComponent") // read by the model, never compared
record Observation(Awaited awaited, long after, float[] situation) {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  long sentAt() {
    return awaited.post.at;
  }

  /** After how many hours the answer came, as far as is known at a moment; infinity: it did not. */
  double hoursToAnswer(long known) {
    long at = awaited.answeredAt();
    return at <= known && at - sentAt() <= HORIZON ? (at - sentAt()) / (double) Time.HOUR : NEVER;
  }

  /** How many hours there were for an answer until a moment. */
  double hoursSeen(long known) {
    return (known - sentAt()) / (double) Time.HOUR;
  }

  boolean isAtSend() {
    return after == 0;
  }
}
