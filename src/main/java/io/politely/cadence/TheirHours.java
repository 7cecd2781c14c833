package io.politely.cadence;

/**
 * When somebody works on a working day.
 *
 * @param typed as the user typed it, or "" where the policy's hold
 * @param said the hours in which they are written to
 */
public record TheirHours(String typed, String said) {}
