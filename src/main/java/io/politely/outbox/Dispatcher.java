package io.politely.outbox;

import io.politely.accounts.Accounts;
import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.Sync;
import io.politely.outbox.SendingStore.Ready;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for what is due and opens lanes for it. Any number of nodes may do so on one database. */
@Component
public class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private static final Duration BETWEEN_CLOSE_LOOKS = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final Gate gate;
  private final Fencing fencing;
  private final SmtpGateway gateway;
  private final Mailboxes mailboxes;
  private final Credentials credentials;
  private final Accounts accounts;
  private final Sync sync;
  private final SentCopies copies;
  private final OutboxSettings settings;
  private final StatisticsStore statistics;
  private final Settling settling;
  private final Map<MailAccountId, Lanes> lanes = new ConcurrentHashMap<>();
  private final Set<WorkspaceId> filing = ConcurrentHashMap.newKeySet();
  private final Map<WorkspaceId, Long> lookedClosely = new ConcurrentHashMap<>();
  private final Map<MailAccountId, Long> freshened = new ConcurrentHashMap<>();
  private final Semaphore nudge = new Semaphore(0);
  private volatile boolean running = true;

  /** The connections to one account's server that are open, and what they share. */
  private record Lanes(AtomicInteger open, Feed feed) {}

  Dispatcher(
      Outbox outbox,
      Gate gate,
      Fencing fencing,
      SmtpGateway gateway,
      Mailboxes mailboxes,
      Credentials credentials,
      Accounts accounts,
      Sync sync,
      SentCopies copies,
      StatisticsStore statistics,
      OutboxSettings settings) {
    this.outbox = outbox;
    this.gate = gate;
    this.fencing = fencing;
    this.gateway = gateway;
    this.mailboxes = mailboxes;
    this.credentials = credentials;
    this.accounts = accounts;
    this.sync = sync;
    this.copies = copies;
    this.statistics = statistics;
    this.settings = settings;
    this.settling = new Settling(gate, () -> running);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (settings.enabled()) {
      var _ = Thread.ofVirtual().name("outbox").start(this::work);
    }
  }

  @PreDestroy
  void stop() {
    running = false;
    nudge.release();
  }

  /** Looks at once for what is due, instead of at the next tick. */
  public void lookNow() {
    nudge.release();
  }

  /** Whether a lane is open. */
  boolean isBusy() {
    return lanes.values().stream().anyMatch(it -> it.open().get() > 0);
  }

  private void work() {
    while (running) {
      try {
        accounts.workspaces().forEach(this::look);
      } catch (RuntimeException e) {
        log.warn("The outbox could not look for what is due; it goes on", e);
      }
      try {
        var _ = nudge.tryAcquire(settings.tick().toMillis(), TimeUnit.MILLISECONDS);
        nudge.drainPermits();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** One look at one workspace: what time changes, what evidence came, what can leave. */
  void look(WorkspaceId workspace) {
    try {
      var place = fencing.place(workspace);
      boolean isClose = isTimeToLookClosely(workspace);
      if (isClose) {
        // Where many mails were planned at once, the planner still takes the table for empty.
        statistics.refresh();
      }
      outbox.passTime(workspace, fencing.node());
      if (isClose) {
        var _ = outbox.findEvidence(workspace, fencing.node());
      }
      fileCopies(workspace);
      for (var ready : outbox.ready(workspace, place, settings.freshness())) {
        freshen(workspace, ready.account());
        if (ready.isFresh() && ready.mails() > 0) {
          openLanes(workspace, ready);
        }
      }
    } catch (RuntimeException e) {
      fencing.lookAgain();
      log.warn("The outbox of workspace {} waits for its database", workspace, e);
    }
  }

  private boolean isTimeToLookClosely(WorkspaceId workspace) {
    long now = System.nanoTime();
    var before = lookedClosely.get(workspace);
    if (before != null && now - before <= BETWEEN_CLOSE_LOOKS.toNanos()) {
      return false;
    }
    lookedClosely.put(workspace, now);
    return true;
  }

  /** The server of an account with mail to leave is asked for news in time, and not too often. */
  private void freshen(WorkspaceId workspace, MailAccountId account) {
    long now = System.nanoTime();
    var before = freshened.get(account);
    if (before == null || now - before > settings.freshness().dividedBy(4).toNanos()) {
      freshened.put(account, now);
      sync.freshen(workspace, account);
    }
  }

  /** In a thread of its own: it talks to servers. One at a time. */
  private void fileCopies(WorkspaceId workspace) {
    if (filing.add(workspace)) {
      var _ =
          Thread.ofVirtual()
              .name("outbox-copies")
              .start(() -> {
                try {
                  copies.file(workspace, fencing.node());
                } catch (RuntimeException e) {
                  log.warn("Copies for Sent were not filed; they wait", e);
                } finally {
                  filing.remove(workspace);
                }
              });
    }
  }

  private void openLanes(WorkspaceId workspace, Ready ready) {
    var account = mailboxes.account(workspace, ready.account());
    if (account.isEmpty() || account.get().state() != MailAccount.State.ACTIVE) {
      return;
    }
    var ours = lanes.computeIfAbsent(ready.account(), id -> lanes(workspace, id));
    int wanted =
        Math.min(settings.lanes(), (ready.mails() + settings.batch() - 1) / settings.batch());
    while (ours.open().get() < wanted) {
      ours.open().incrementAndGet();
      var _ =
          Thread.ofVirtual()
              .name("outbox-lane")
              .start(() -> {
                try {
                  workOff(workspace, account.get(), ours.feed());
                } catch (RuntimeException e) {
                  log.warn("A lane of the outbox broke down; what it held is taken again", e);
                } finally {
                  ours.open().decrementAndGet();
                }
              });
    }
  }

  private Lanes lanes(WorkspaceId workspace, MailAccountId account) {
    var open = new AtomicInteger();
    return new Lanes(
        open,
        new Feed(
            () ->
                outbox.claim(
                    workspace,
                    account,
                    fencing.place(workspace),
                    fencing.node(),
                    settings.lease(),
                    settings.batch() * Math.max(1, open.get())),
            mail -> settling.write(workspace, Settlement.again(mail, "", Duration.ZERO)),
            settings.lease().dividedBy(3)));
  }

  private void workOff(WorkspaceId workspace, MailAccount account, Feed feed) {
    var credential = credentials.of(workspace, account);
    if (credential.isEmpty()) {
      var _ = mailboxes.needsAttention(workspace, account.id(), "Enter the password again.");
      return;
    }
    try (var line = gateway.line(account, credential.get());
        var lane = new Lane(workspace, account, line, gate, settling, mailboxes, settings)) {
      for (var mail = feed.next(); mail.isPresent(); mail = feed.next()) {
        if (!lane.send(mail.get()) || !running) {
          feed.giveBack();
          return;
        }
      }
    }
  }
}
