package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.reading.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as those see it who learn from all of them.
 *
 * @param parent the message that it answers, or null
 * @param from who wrote it, or null where it has no usable sender
 * @param reading with the beginning of its text
 * @param attached whether something is attached
 */
public record PastLetter(
    MessageId id,
    @Nullable MessageId parent,
    Instant sentAt,
    @Nullable EmailAddress from,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    String subject,
    Reading reading,
    boolean attached) {

  public PastLetter {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }
}
