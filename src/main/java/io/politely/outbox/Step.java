package io.politely.outbox;

import java.time.Instant;

/**
 * One thing that happened to a mail.
 *
 * @param by a member's id, or a node
 * @param reason a sentence
 */
public record Step(Instant at, OutgoingState state, String by, String reason) {}
