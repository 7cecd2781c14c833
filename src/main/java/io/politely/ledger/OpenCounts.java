package io.politely.ledger;

/**
 * How many conversations are open, by move; a scheduled one whose moment came is ours.
 *
 * @param anyMove whether there is any conversation at all, open or not
 */
public record OpenCounts(long ours, long theirs, long scheduled, long unsure, boolean anyMove) {}
