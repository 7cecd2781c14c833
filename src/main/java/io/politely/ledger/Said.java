package io.politely.ledger;

import io.politely.reading.Reading;

/**
 * What the ledger said of a conversation by itself, the user's decisions left aside.
 *
 * @param label ours, theirs, scheduled, nobodys, closed, unsure
 * @param confidence how sure it was, 0…1
 * @param reading the version of the reading behind it, see {@link Reading#VERSION}
 */
public record Said(String label, double confidence, int reading) {

  /** What a move says, read with the present reading. */
  static Said of(Move move) {
    return new Said(MoveLabel.of(move).word(), move.confidence(), Reading.VERSION);
  }
}
