package io.politely.wording;

/**
 * What of a letter weighs on how it is taken.
 *
 * @param kind what is said of it
 * @param weight how much; a civil trait alone never makes a letter pushy
 * @param isCivil whether it bothers without pressing
 * @param quote the words; "" for the whole letter
 */
record Trait(RemarkKind kind, double weight, boolean isCivil, String quote) {}
