package io.politely.cadence;

import io.politely.accounts.Accounts;
import io.politely.accounts.OwnAddressesChanged;
import io.politely.accounts.Rounds;
import io.politely.calendar.MeetingsChanged;
import io.politely.contacts.FactsChanged;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MailChanged;
import io.politely.outbox.StopSet;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps plans up with the mail: when it is nudged, at the start for whatever happened before, and
 * all of them again from time to time, since days pass and calls are logged.
 */
@Component
public class CadenceCatchUp {

  private static final Logger log = LoggerFactory.getLogger(CadenceCatchUp.class);

  private static final Duration BETWEEN_ROUNDS = Duration.ofHours(6);

  private final Cadence cadence;
  private final Accounts accounts;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("follow_up").factory());
  private final Set<WorkspaceId> waiting = ConcurrentHashMap.newKeySet();
  private @Nullable Rounds rounds;

  CadenceCatchUp(Cadence cadence, Accounts accounts, Clock clock) {
    this.cadence = cadence;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Catches up now, and returns when it has. */
  public void catchUp(WorkspaceId workspace) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = cadence.catchUpSome(workspace, clock.instant());
    }
  }

  /** Plans all that goes on anew, and returns when that is done. */
  public void replanAll(WorkspaceId workspace) {
    var after = Optional.<FollowUpId>empty();
    do {
      after = cadence.replanSome(workspace, after, clock.instant()).last();
    } while (after.isPresent() && !Thread.currentThread().isInterrupted());
  }

  /** Looks for anniversaries with all who are followed up with. */
  public void collectNews(WorkspaceId workspace) {
    var after = Optional.<FollowUpId>empty();
    do {
      after = cadence.collectSomeNews(workspace, after, clock.instant());
    } while (after.isPresent() && !Thread.currentThread().isInterrupted());
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds =
        Rounds.start(
            "plans",
            BETWEEN_ROUNDS,
            accounts::workspaces,
            workspace -> {
              catchUp(workspace);
              replanAll(workspace);
              collectNews(workspace);
            });
  }

  @TransactionalEventListener(fallbackExecution = true)
  void mailChanged(MailChanged changed) {
    catchUpSoon(changed.workspace());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void stopSet(StopSet set) {
    worker.execute(() ->
        attempt(
            set.workspace(),
            () -> cadence.stopped(set.workspace(), set.scope(), set.value(), clock.instant())));
  }

  /** Whom one meets is not written to before, and whom one met was spoken with. */
  @TransactionalEventListener(fallbackExecution = true)
  void meetingsChanged(MeetingsChanged changed) {
    worker.execute(() -> attempt(changed.workspace(), () -> replanAll(changed.workspace())));
  }

  /** Where somebody is and what they do there decide at what hour and how often one may ask. */
  @TransactionalEventListener(fallbackExecution = true)
  void factsChanged(FactsChanged changed) {
    worker.execute(() ->
        attempt(
            changed.workspace(),
            () -> cadence.said(changed.workspace(), changed.person(), clock.instant())));
  }

  /** Which messages are ours decides all that passed, so all of it is derived again. */
  @TransactionalEventListener(fallbackExecution = true)
  void ownAddressesChanged(OwnAddressesChanged changed) {
    worker.execute(() ->
        attempt(changed.workspace(), () -> cadence.rebuild(changed.workspace(), clock.instant())));
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
    worker.shutdownNow();
  }

  private void catchUpSoon(WorkspaceId workspace) {
    if (waiting.add(workspace)) {
      worker.execute(() -> {
        // Before looking: a nudge from now on is about something that may be missed here.
        waiting.remove(workspace);
        attempt(workspace, () -> catchUp(workspace));
      });
    }
  }

  /** The next nudge or start tries again, so nothing is lost. */
  private static void attempt(WorkspaceId workspace, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("Plans of workspace {} could not catch up; it is tried again", workspace, e);
    }
  }
}
