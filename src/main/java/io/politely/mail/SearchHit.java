package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that was found.
 *
 * @param from who wrote it, or null
 * @param text the beginning of its newest text
 */
public record SearchHit(
    MessageId message,
    ConversationId conversation,
    String subject,
    @Nullable EmailAddress from,
    String fromName,
    Instant sentAt,
    String text) {}
