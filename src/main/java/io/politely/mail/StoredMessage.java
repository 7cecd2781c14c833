package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.reading.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as other modules see it: who, when, to whom, and what was read from it.
 *
 * @param contentHash SHA-256 in lower-case hexadecimal: the same for the same message in every
 *     database, whatever its id there
 * @param internetId the Message-ID header without angle brackets, or null
 * @param sentAt when it was written, by its Date, else by the trace of its delivery
 * @param from who wrote it, or null where it has no usable sender
 * @param fromName the display name it came with, or ""
 * @param folders the roles of the folders where copies lie
 * @param listId the mailing list that carried it, or null
 */
public record StoredMessage(
    MessageId id,
    String contentHash,
    @Nullable String internetId,
    Instant sentAt,
    @Nullable EmailAddress from,
    String fromName,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    String subject,
    Set<FolderRole> folders,
    @Nullable String listId,
    Reading reading) {

  public StoredMessage {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    folders = Set.copyOf(folders);
  }

  /** Who wrote it, where it has a usable sender. */
  public Optional<EmailAddress> sender() {
    return Optional.ofNullable(from);
  }
}
