package io.politely.ledger;

import java.util.List;

/**
 * Everything the ledger knows of one conversation.
 *
 * @param promises in the order in which they were made
 * @param decisions those in force, oldest first
 */
public record Standing(
    Move move, List<Promise> promises, List<Debt> debts, List<Decision> decisions) {

  public Standing {
    promises = List.copyOf(promises);
    debts = List.copyOf(debts);
    decisions = List.copyOf(decisions);
  }
}
