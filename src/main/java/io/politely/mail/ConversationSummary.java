package io.politely.mail;

import java.time.Instant;

/**
 * A conversation as a list shows it.
 *
 * @param lastAt when its newest message was sent
 */
public record ConversationSummary(
    ConversationId id, String subject, Instant lastAt, int messageCount) {}
