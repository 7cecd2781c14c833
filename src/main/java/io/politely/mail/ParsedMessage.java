package io.politely.mail;

import io.politely.reading.Letter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message taken apart: decoded, but not yet understood.
 *
 * @param contentHash SHA-256 in lower-case hexadecimal over all that reading and threading use; the
 *     same for the same message from mbox, maildir and {@code .eml}
 * @param internetId its Message-ID without angle brackets, or null where it is missing or empty
 * @param from who wrote it, or null where it has no usable sender
 * @param fromName the name it came with, also where there is no usable address, or ""
 * @param cc with the Bcc of copies that still show it
 * @param letter what the reading works on
 * @param sizeBytes as it came
 * @param delivery what only this copy tells
 */
public record ParsedMessage(
    String contentHash,
    @Nullable String internetId,
    List<String> inReplyTo,
    List<String> references,
    String subject,
    Instant sentAt,
    SentAtSource sentAtSource,
    @Nullable Correspondent from,
    String fromName,
    List<Correspondent> to,
    List<Correspondent> cc,
    @Nullable String listId,
    Letter letter,
    List<Attachment> attachments,
    int sizeBytes,
    Delivery delivery) {

  public ParsedMessage {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    attachments = List.copyOf(attachments);
  }

  /**
   * What differs from copy to copy, and is therefore no part of the message's identity.
   *
   * @param deliveredTo the mailbox it was delivered to, or ""
   * @param threadHint the provider's thread id, or ""
   * @param labels the provider's labels, instead of a folder; empty where it has none
   */
  public record Delivery(String deliveredTo, String threadHint, List<String> labels) {

    public Delivery {
      labels = List.copyOf(labels);
    }
  }
}
