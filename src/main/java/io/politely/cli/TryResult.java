package io.politely.cli;

/**
 * What {@code politely try --format json} prints.
 *
 * @param messages found in the mailboxes
 * @param digest a hash over the whole derived state, equal for equal input
 */
record TryResult(
    long messages,
    long imported,
    long duplicates,
    long quarantined,
    long people,
    long conversations,
    Moves moves,
    Seconds seconds,
    String digest) {

  /** Conversations by whose move it is. */
  record Moves(long ours, long theirs, long scheduled, long nobodys, long closed, long unsure) {

    long all() {
      return ours + theirs + scheduled + nobodys + closed + unsure;
    }
  }

  /** From the beginning of the import until the ledger and the search index were complete. */
  record Seconds(double ledger, double search) {}
}
