package io.politely.outbox;

/**
 * What a stop did, once it holds.
 *
 * @param id the entry in force, which may have been there before
 * @param cancelled mails that were waiting and will not leave
 * @param beingSent mails that were past the gate: they leave at this moment, or left in doubt
 */
public record Stopped(StopId id, int cancelled, int beingSent) {}
