package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.ImapGateway;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.SendingStore.WaitingCopy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files our copy of what was sent in the Sent folder, where the provider does not. It may fail as
 * often as it likes: the mail is sent.
 */
@Component
class SentCopies {

  private static final Logger log = LoggerFactory.getLogger(SentCopies.class);

  private static final int AT_ONCE = 20;
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final Mailboxes mailboxes;
  private final Credentials credentials;
  private final ImapGateway gateway;
  private final Map<MailAccountId, Long> troubled = new ConcurrentHashMap<>();

  SentCopies(Outbox outbox, Mailboxes mailboxes, Credentials credentials, ImapGateway gateway) {
    this.outbox = outbox;
    this.mailboxes = mailboxes;
    this.credentials = credentials;
    this.gateway = gateway;
  }

  /** Files some that wait; those of an account in trouble later. */
  void file(WorkspaceId workspace, String node) {
    for (var copy : outbox.waitingCopies(workspace, node, AT_ONCE)) {
      var account = mailboxes.account(workspace, copy.account());
      if (account.isPresent()
          && account.get().state() == MailAccount.State.ACTIVE
          && !isTroubled(copy.account())) {
        file(workspace, account.get(), copy);
      }
    }
  }

  private void file(WorkspaceId workspace, MailAccount account, WaitingCopy copy) {
    var credential = credentials.of(workspace, account);
    if (credential.isEmpty()) {
      return;
    }
    var problem =
        gateway.append(account, credential.get(), copy.internetId(), copy.bytes().toArray());
    if (problem.isEmpty()) {
      outbox.copyIsThere(workspace, copy.id());
    } else {
      troubled.put(account.id(), System.nanoTime());
      log.info("A copy for Sent waits: {}", problem.get());
    }
  }

  private boolean isTroubled(MailAccountId account) {
    var since = troubled.get(account);
    return since != null && System.nanoTime() - since < AFTER_TROUBLE.toNanos();
  }
}
