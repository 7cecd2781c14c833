package io.politely.outbox;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a person saw and approved, byte for byte.
 *
 * @param internetId its Message-ID without the brackets, from {@link MessageIds}; stands in the
 *     bytes too
 * @param body as it was written, without what it quotes
 * @param conversation what it goes on; null: it begins one
 * @param answers the message that it answers, or null
 * @param threadIds Message-IDs of that conversation, for recognizing news in it
 * @param bytes the message as it will leave: lines end with CR LF, seven bits, without Bcc
 * @param knownAt what reached us after this moment was not seen when it was approved
 * @param dueAt not before; for undo, some seconds after the approval
 * @param lateAt not after: then a person looks again
 */
public record Approved(
    MailAccountId account,
    String internetId,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    List<EmailAddress> bcc,
    String subject,
    String body,
    @Nullable ConversationId conversation,
    @Nullable MessageId answers,
    List<String> threadIds,
    LetterBytes bytes,
    Instant knownAt,
    MemberId approvedBy,
    Instant dueAt,
    Instant lateAt) {

  public Approved {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
    threadIds = List.copyOf(threadIds);
  }

  /** The whole envelope, each address once, sorted. */
  public List<EmailAddress> recipients() {
    return Stream.of(to, cc, bcc).flatMap(List::stream).distinct().sorted().toList();
  }

  /** Without content. */
  @Override
  public String toString() {
    return "a mail of %d bytes, due %s".formatted(bytes.size(), dueAt);
  }
}
