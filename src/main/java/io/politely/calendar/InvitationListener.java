package io.politely.calendar;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.MailChanged;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** Looks through mail for invitations: what came since it last did, and at first all there is. */
@Component
public class InvitationListener {

  private static final Logger log = LoggerFactory.getLogger(InvitationListener.class);

  /** What is stored becomes visible when its chunk is committed; receiving twice is harmless. */
  private static final Duration COMMITTED_WITHIN = Duration.ofMinutes(10);

  private final Calendar calendar;
  private final Mail mail;
  private final Accounts accounts;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("invitations").factory());
  private final Set<WorkspaceId> waiting = ConcurrentHashMap.newKeySet();

  InvitationListener(Calendar calendar, Mail mail, Accounts accounts, Clock clock) {
    this.calendar = calendar;
    this.mail = mail;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Catches up now, and returns when it has. */
  public void catchUp(WorkspaceId workspace) {
    var from = calendar.cursor(workspace).map(it -> it.minus(COMMITTED_WITHIN));
    var at = from.orElse(Instant.EPOCH);
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      var found = mail.calendars(workspace, at);
      for (var part : found.parts()) {
        calendar.receive(workspace, part.from(), part.file(), clock.instant());
      }
      at = found.storedUntil();
      if (at.isAfter(Instant.EPOCH)) {
        calendar.setCursor(workspace, at);
      }
      more = !found.isLast();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.execute(() -> accounts.workspaces().forEach(this::attempt));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void mailChanged(MailChanged changed) {
    if (waiting.add(changed.workspace())) {
      worker.execute(() -> {
        // Before looking: a nudge from now on is about something that may be missed here.
        waiting.remove(changed.workspace());
        attempt(changed.workspace());
      });
    }
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private void attempt(WorkspaceId workspace) {
    try {
      catchUp(workspace);
    } catch (RuntimeException e) {
      log.error("Invitations of workspace {} could not be read; it is tried again", workspace, e);
    }
  }
}
