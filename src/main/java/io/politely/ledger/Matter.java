package io.politely.ledger;

import io.politely.mail.ConversationId;
import java.time.Instant;

/**
 * A conversation with its move, as lists show it.
 *
 * @param lastAt when its newest message was written
 * @param promiseBroken whether whoever has the move also broke a promise in it
 */
public record Matter(
    ConversationId conversation,
    String subject,
    Move move,
    Instant lastAt,
    boolean promiseBroken) {}
