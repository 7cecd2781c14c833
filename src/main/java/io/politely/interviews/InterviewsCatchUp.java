package io.politely.interviews;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.calendar.MeetingsChanged;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.PursuitsChanged;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
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
 * Follows the calendar: links what changed and opens debriefs of what ended, soon after a change
 * and once a minute.
 */
@Component
public class InterviewsCatchUp {

  private static final Logger log = LoggerFactory.getLogger(InterviewsCatchUp.class);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BACK = Duration.ofDays(3);
  private static final Duration AHEAD = Duration.ofDays(90);

  private final Interviews interviews;
  private final Accounts accounts;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("interviews").factory());

  /** Of which pursuits changed, so that what was booked before may belong to them. */
  private final Set<WorkspaceId> stale = ConcurrentHashMap.newKeySet();

  private @Nullable Rounds rounds;

  InterviewsCatchUp(Interviews interviews, Accounts accounts, Clock clock) {
    this.interviews = interviews;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Catches up now, and returns when it has. */
  public synchronized void catchUp(WorkspaceId workspace) {
    if (stale.remove(workspace)) {
      var now = clock.instant();
      interviews.relink(workspace, now.minus(BACK), now.plus(AHEAD), now);
    }
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = interviews.linkSome(workspace, clock.instant());
    }
    interviews.openDebriefs(workspace, clock.instant());
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    stale.addAll(accounts.workspaces());
    rounds = Rounds.start("meetings", MINUTE, accounts::workspaces, this::catchUp);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void meetingsChanged(MeetingsChanged changed) {
    worker.execute(() -> attempt(changed.workspace()));
  }

  @TransactionalEventListener(fallbackExecution = true)
  void pursuitsChanged(PursuitsChanged changed) {
    if (stale.add(changed.workspace())) {
      worker.execute(() -> attempt(changed.workspace()));
    }
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
    worker.shutdownNow();
  }

  private void attempt(WorkspaceId workspace) {
    try {
      catchUp(workspace);
    } catch (RuntimeException e) {
      log.error("Linking meetings in workspace {} failed; it is tried again", workspace, e);
    }
  }
}
