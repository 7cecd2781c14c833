package io.politely.ledger;

import io.politely.accounts.Accounts;
import io.politely.accounts.OwnAddressesChanged;
import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MailChanged;
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
 * Keeps the ledger up with the mail: when it is nudged, and at the start for whatever happened
 * before. Any number of nudges while it works make it look once more.
 */
@Component
public class LedgerCatchUp {

  private static final Logger log = LoggerFactory.getLogger(LedgerCatchUp.class);

  private final Ledger ledger;
  private final Accounts accounts;
  private final StatisticsStore statistics;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("ledger").factory());
  private final Set<WorkspaceId> waiting = ConcurrentHashMap.newKeySet();

  LedgerCatchUp(Ledger ledger, Accounts accounts, StatisticsStore statistics) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.statistics = statistics;
  }

  /** Catches up now, and returns when it has. */
  public void catchUp(WorkspaceId workspace) {
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      more = ledger.catchUpSome(workspace);
      statistics.refresh();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    accounts.workspaces().forEach(this::catchUpSoon);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void mailChanged(MailChanged changed) {
    catchUpSoon(changed.workspace());
  }

  /** Which messages are ours decides every move, so all of them are asked again. */
  @TransactionalEventListener(fallbackExecution = true)
  void ownAddressesChanged(OwnAddressesChanged changed) {
    worker.execute(() -> attempt(changed.workspace(), () -> ledger.rebuild(changed.workspace())));
  }

  @PreDestroy
  void stop() {
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
      log.error(
          "The ledger of workspace {} could not catch up; the next start retries", workspace, e);
    }
  }
}
