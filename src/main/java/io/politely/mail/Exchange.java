package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.reading.Kind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message between somebody and others, for a timeline.
 *
 * @param byThem whether one of the addresses that were asked for wrote it; else it went to one
 * @param from who wrote it, or null where it has no usable sender
 */
public record Exchange(
    MessageId message,
    ConversationId conversation,
    Instant sentAt,
    boolean byThem,
    @Nullable EmailAddress from,
    String subject,
    Kind kind) {

  /** Who wrote it, where it has a usable sender. */
  public Optional<EmailAddress> sender() {
    return Optional.ofNullable(from);
  }
}
