package io.politely.outbox;

import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as it was typed: it need not make sense yet.
 *
 * @param account what it is sent from, or null
 * @param to addresses, separated by commas
 * @param body without signature and quotation
 * @param answers the message that it answers, or null
 * @param isQuoting whether that message is quoted below
 * @param leavingAt a day and time as forms write them, {@code 2026-03-09T09:00}, or ""
 */
public record DraftText(
    @Nullable MailAccountId account,
    String to,
    String cc,
    String bcc,
    String subject,
    String body,
    @Nullable MessageId answers,
    boolean isQuoting,
    Leaving leaving,
    String leavingAt) {

  public DraftText {
    to = storable(to);
    cc = storable(cc);
    bcc = storable(bcc);
    subject = storable(subject);
    body = storable(body);
    leavingAt = storable(leavingAt);
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return (to + cc + bcc + subject + body).isBlank();
  }

  /** PostgreSQL keeps every character but this one. */
  private static String storable(String text) {
    return text.replace("\0", "");
  }
}
