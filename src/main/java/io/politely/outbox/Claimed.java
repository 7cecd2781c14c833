package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccountId;
import java.util.List;

/**
 * A mail that this node holds until its lease is over.
 *
 * @param token grows with every claim; who holds an older one writes nothing
 * @param recipients the whole envelope, sorted
 */
record Claimed(
    WorkspaceId workspace,
    OutgoingId id,
    MailAccountId account,
    long token,
    List<String> recipients,
    LetterBytes bytes,
    int attempts) {

  Claimed {
    recipients = List.copyOf(recipients);
  }
}
