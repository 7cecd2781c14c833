package io.politely.ledger;

/** How many conversations there are of each move; a scheduled one whose moment came is ours. */
public record MoveCounts(
    long ours, long theirs, long scheduled, long nobodys, long closed, long unsure) {}
