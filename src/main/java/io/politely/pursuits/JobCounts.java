package io.politely.pursuits;

/** How many jobs an import opens, how many say something else than before, and how many do not. */
public record JobCounts(int added, int changed, int known) {}
