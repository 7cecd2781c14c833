package io.politely.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.ImapGateway;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.SendingStore.WaitingCopy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    outbox.waitingCopies(workspace, node, AT_ONCE).stream()
        .collect(groupingBy(WaitingCopy::account))
        .forEach((id, copies) ->
            mailboxes
                .account(workspace, id)
                .filter(account -> account.state() == MailAccount.State.ACTIVE && !isTroubled(id))
                .ifPresent(account -> file(workspace, account, copies)));
  }

  /** Signs in once for all of them. */
  private void file(WorkspaceId workspace, MailAccount account, List<WaitingCopy> copies) {
    var credential = credentials.of(workspace, account);
    if (credential.isEmpty()) {
      return;
    }
    var ids = copies.stream().collect(toMap(WaitingCopy::internetId, WaitingCopy::id));
    gateway
        .append(
            account,
            credential.get(),
            copies.stream().collect(toMap(WaitingCopy::internetId, it -> it.bytes().toArray())),
            filed -> outbox.copyIsThere(workspace, Objects.requireNonNull(ids.get(filed))))
        .ifPresent(problem -> {
          troubled.put(account.id(), System.nanoTime());
          log.info("A copy for Sent waits: {}", problem);
        });
  }

  private boolean isTroubled(MailAccountId account) {
    var since = troubled.get(account);
    return since != null && System.nanoTime() - since < AFTER_TROUBLE.toNanos();
  }
}
