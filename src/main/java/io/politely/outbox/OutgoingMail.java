package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox, without its bytes.
 *
 * @param internetId its Message-ID without the brackets
 * @param body as it was written, without what it quotes
 * @param hold why it waits for a person, one sentence; "" while it does not
 * @param attempts how often sending was begun
 * @param problem what went wrong last, or what it waits for, one sentence; ""
 * @param sentAt when the server accepted it, or when that was found out; null before
 * @param copyState "none", "waiting" or "there": of our copy in the Sent folder
 */
public record OutgoingMail(
    OutgoingId id,
    MailAccountId account,
    OutgoingState state,
    String internetId,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    List<EmailAddress> bcc,
    String subject,
    String body,
    @Nullable ConversationId conversation,
    @Nullable MessageId answers,
    Instant approvedAt,
    Instant dueAt,
    Instant lateAt,
    String hold,
    int attempts,
    String problem,
    @Nullable Instant sentAt,
    String copyState) {

  public OutgoingMail {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
  }
}
