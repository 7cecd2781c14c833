package io.politely.ledger;

import java.util.List;

/** Everything the ledger derives from one conversation. */
record Folded(Move move, List<Promise> promises, List<Debt> debts) {

  Folded {
    promises = List.copyOf(promises);
    debts = List.copyOf(debts);
  }
}
