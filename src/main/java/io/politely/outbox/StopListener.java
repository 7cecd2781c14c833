package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.MailChanged;
import io.politely.mail.StoredMessage;
import io.politely.outbox.Stop.Scope;
import io.politely.outbox.Stop.Source;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks through changed conversations for people who want no more mail: a stop and a complaint hold
 * for the person, a hard bounce for the address. What a user lifted stays lifted.
 */
@Component
class StopListener {

  private static final Logger log = LoggerFactory.getLogger(StopListener.class);

  private static final int CONVERSATIONS_AT_ONCE = 200;
  private static final String BY = "mail that came";

  private final Outbox outbox;
  private final Stopping stopping;
  private final Mail mail;
  private final Accounts accounts;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("stops").factory());
  private final Set<WorkspaceId> waiting = ConcurrentHashMap.newKeySet();

  StopListener(Outbox outbox, Stopping stopping, Mail mail, Accounts accounts) {
    this.outbox = outbox;
    this.stopping = stopping;
    this.mail = mail;
    this.accounts = accounts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    accounts.workspaces().forEach(this::listenSoon);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void mailChanged(MailChanged changed) {
    listenSoon(changed.workspace());
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /** Looks through all that changed since the last time. */
  void listen(WorkspaceId workspace) {
    var own = accounts.ownAddresses(workspace);
    while (!Thread.currentThread().isInterrupted()) {
      var changed =
          mail.changedConversations(workspace, outbox.heardUpTo(workspace), CONVERSATIONS_AT_ONCE);
      if (changed.isEmpty()) {
        return;
      }
      for (var conversation : changed) {
        for (var heard : StopRules.heard(conversation, own, message -> raw(workspace, message))) {
          if (!outbox.wasHeard(workspace, heard.message())) {
            obey(workspace, heard);
          }
        }
      }
      outbox.setHeardUpTo(workspace, changed.getLast().changeNumber());
    }
  }

  private void obey(WorkspaceId workspace, Heard heard) {
    var stopped =
        heard.source() == Source.BOUNCE
            ? stopping.stop(
                workspace,
                Scope.ADDRESS,
                heard.address().value(),
                heard.source(),
                heard.reason(),
                heard.message(),
                BY)
            : stopping.stopWhoeverIsBehind(
                workspace, heard.address(), heard.source(), heard.reason(), heard.message(), BY);
    log.info("Mail that came stopped {} mails to one person or address", stopped.cancelled());
  }

  private String raw(WorkspaceId workspace, StoredMessage message) {
    return mail.raw(workspace, message.id()).map(it -> new String(it, ISO_8859_1)).orElse("");
  }

  private void listenSoon(WorkspaceId workspace) {
    if (waiting.add(workspace)) {
      worker.execute(() -> {
        // Before looking: a nudge from now on is about something that may be missed here.
        waiting.remove(workspace);
        try {
          listen(workspace);
        } catch (RuntimeException e) {
          log.error(
              "Stops of workspace {} were not looked for; the next start retries", workspace, e);
        }
      });
    }
  }
}
