package io.politely.ledger;

import java.util.UUID;

/** One decision of the user, for undoing it. */
public record DecisionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
