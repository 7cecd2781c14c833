package io.politely.outbox;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.Sync;
import io.politely.outbox.OutboxStore.Ready;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: claims it, talks to the server, asks the gate, writes down what came of it.
 * Any number of nodes may do so on one database.
 */
@Component
public class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private static final Duration BETWEEN_LOOKS_FOR_EVIDENCE = Duration.ofSeconds(5);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
  private static final long PAUSE_MILLIS = 200;

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
  private final Map<MailAccountId, AtomicInteger> lanes = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Combining<Settlement, Boolean>> settling =
      new ConcurrentHashMap<>();
  private final Set<WorkspaceId> filing = ConcurrentHashMap.newKeySet();
  private final Map<MailAccountId, Long> freshened = new ConcurrentHashMap<>();
  private final Semaphore nudge = new Semaphore(0);
  private volatile boolean running = true;
  private volatile long evidenceSought = System.nanoTime();

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
    this.settings = settings;
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
    return lanes.values().stream().anyMatch(open -> open.get() > 0);
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
      outbox.passTime(workspace, fencing.node());
      seekEvidence(workspace);
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

  private void seekEvidence(WorkspaceId workspace) {
    long passed = System.nanoTime() - evidenceSought;
    if (passed > BETWEEN_LOOKS_FOR_EVIDENCE.toNanos()) {
      evidenceSought = System.nanoTime();
      var _ = outbox.findEvidence(workspace, fencing.node());
    }
  }

  private void openLanes(WorkspaceId workspace, Ready ready) {
    var account = mailboxes.account(workspace, ready.account());
    if (account.isEmpty() || account.get().state() != MailAccount.State.ACTIVE) {
      return;
    }
    var open = lanes.computeIfAbsent(ready.account(), _ -> new AtomicInteger());
    int wanted =
        Math.min(settings.lanes(), (ready.mails() + settings.batch() - 1) / settings.batch());
    while (open.get() < wanted) {
      open.incrementAndGet();
      var _ =
          Thread.ofVirtual()
              .name("outbox-lane")
              .start(() -> {
                try {
                  workOff(workspace, account.get());
                } catch (RuntimeException e) {
                  log.warn("A lane of the outbox broke down; what it held is taken again", e);
                } finally {
                  open.decrementAndGet();
                }
              });
    }
  }

  private void workOff(WorkspaceId workspace, MailAccount account) {
    var credential = credentials.of(workspace, account);
    if (credential.isEmpty()) {
      var _ = mailboxes.needsAttention(workspace, account.id(), "Enter the password again.");
      return;
    }
    try (var line = gateway.line(account, credential.get())) {
      boolean goesOn = true;
      while (running && goesOn) {
        long since = System.nanoTime();
        var claimed =
            outbox.claim(
                workspace,
                account.id(),
                fencing.place(workspace),
                fencing.node(),
                settings.lease(),
                settings.batch());
        goesOn = !claimed.isEmpty();
        for (var mail : claimed) {
          boolean inTime = System.nanoTime() - since < settings.lease().dividedBy(3).toNanos();
          if (goesOn && inTime && running) {
            goesOn = send(account, line, mail);
          } else {
            settle(workspace, Settlement.again(mail, "", Duration.ZERO));
          }
        }
      }
    }
  }

  /** Whether the lane should go on. */
  private boolean send(MailAccount account, SmtpLine line, Claimed mail) {
    var broken = new AtomicInteger();
    var outcome =
        line.send(
            mail,
            () -> {
              try {
                return gate.opens(mail);
              } catch (RuntimeException e) {
                broken.incrementAndGet();
                log.warn("The gate could not be asked; the mail stays", e);
                return false;
              }
            });
    switch (outcome) {
      case Outcome.Sent() ->
          settle(mail.workspace(), Settlement.sent(mail, !account.savesSentItself()));
      case Outcome.Again(String sentence) ->
          settle(mail.workspace(), Settlement.again(mail, sentence, pause(mail)));
      case Outcome.Failed(String sentence) ->
          settle(mail.workspace(), Settlement.of(mail, OutgoingState.FAILED, sentence));
      case Outcome.InDoubt(String sentence) ->
          settle(mail.workspace(), Settlement.of(mail, OutgoingState.IN_DOUBT, sentence));
      case Outcome.Withheld() when broken.get() > 0 ->
          // It may be past the gate for the database; but no dot left, and only we can know.
          settle(
              mail.workspace(),
              Settlement.again(mail, "The database did not answer.", Duration.ofSeconds(1)));
      case Outcome.Withheld() -> withhold(mail);
      case Outcome.Locked(String sentence) -> {
        settle(mail.workspace(), Settlement.again(mail, sentence, AFTER_TROUBLE));
        var _ = mailboxes.needsAttention(mail.workspace(), account.id(), sentence);
        return false;
      }
    }
    return true;
  }

  private void withhold(Claimed mail) {
    var facts = untilDone(() -> gate.facts(mail));
    if (facts.isEmpty()) {
      return;
    }
    switch (GateRules.judge(facts.get())) {
      case GateRules.Verdict.Hold(String reason) ->
          settle(mail.workspace(), Settlement.held(mail, reason));
      case GateRules.Verdict.Wait(String reason, Duration pause) ->
          settle(mail.workspace(), Settlement.again(mail, reason, pause));
      case GateRules.Verdict.Cancel(String reason) ->
          settle(mail.workspace(), Settlement.of(mail, OutgoingState.CANCELLED, reason));
      case GateRules.Verdict.Leave() -> {}
    }
  }

  private Duration pause(Claimed mail) {
    var fixed = settings.retry();
    return fixed != null
        ? fixed
        : BackoffRules.pause(mail.attempts(), ThreadLocalRandom.current().nextDouble());
  }

  /** What was learned from a server must not be lost because the database is away. */
  private void settle(WorkspaceId workspace, Settlement said) {
    var all =
        settling.computeIfAbsent(
            workspace,
            id ->
                new Combining<>(
                    many -> {
                      var written = outbox.settle(id, fencing.node(), many);
                      return many.stream().map(one -> written.contains(one.token())).toList();
                    },
                    64));
    var _ = untilDone(() -> all.ask(said));
  }

  private <T> T untilDone(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!running) {
          throw e;
        }
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
  }
}
