package io.politely.mail;

import io.politely.accounts.Accounts;
import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings conversations and search up to the message store, in small transactions. */
@Component
public class MailCatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(MailCatchUp.class);

  /** Indexing is the database's work; a second connection keeps both cores busy. */
  private static final int INDEXERS = 2;

  private final Mail mail;
  private final Accounts accounts;
  private final StatisticsStore statistics;
  private final ApplicationEventPublisher events;

  MailCatchUp(
      Mail mail, Accounts accounts, StatisticsStore statistics, ApplicationEventPublisher events) {
    this.mail = mail;
    this.accounts = accounts;
    this.statistics = statistics;
    this.events = events;
  }

  /**
   * Threads everything that waits. Whoever reads conversations is nudged after each step, so that
   * they work meanwhile and Today fills while a large mailbox is still being threaded.
   */
  public void thread(WorkspaceId workspace) {
    while (!Thread.currentThread().isInterrupted() && mail.threadSome(workspace)) {
      statistics.refresh();
      events.publishEvent(new MailChanged(workspace));
    }
  }

  /** Indexes everything that waits. */
  public void index(WorkspaceId workspace) {
    try (var indexers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int indexer = 0; indexer < INDEXERS; indexer++) {
        indexers.execute(() -> indexAll(workspace));
      }
    }
  }

  /** What was left when the program ended last. */
  @EventListener(ApplicationReadyEvent.class)
  void catchUp() {
    for (var workspace : accounts.workspaces()) {
      Thread.ofVirtual()
          .name("mail-catch-up")
          .start(() -> {
            try {
              thread(workspace);
              index(workspace);
            } catch (DataAccessException | TransactionException e) {
              LOG.error("Mail could not catch up; the next start tries again", e);
            }
          });
    }
  }

  private void indexAll(WorkspaceId workspace) {
    while (!Thread.currentThread().isInterrupted() && mail.indexSome(workspace) > 0) {}
  }
}
