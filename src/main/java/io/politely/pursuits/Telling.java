package io.politely.pursuits;

import java.time.Instant;

/**
 * One attempt to deliver an outcome.
 *
 * @param internetId the Message-ID of its mail; "" where it was said
 * @param reason why it failed or came back, or ""
 */
public record Telling(
    TellingId id, Way way, String internetId, TellingState state, String reason, Instant at) {}
