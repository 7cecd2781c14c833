package io.politely.mail;

import io.politely.accounts.Accounts;
import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
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
  private final Map<WorkspaceId, ThreadingQueue> queues = new ConcurrentHashMap<>();

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

  /**
   * Threads in the background before long. While much comes in, what came is threaded together: at
   * least four fifths of the time are left to storing.
   */
  void threadSoon(WorkspaceId workspace) {
    var queue = queues.computeIfAbsent(workspace, _ -> new ThreadingQueue());
    if (queue.add()) {
      Thread.ofVirtual().name("mail-threading").start(() -> work(workspace, queue));
    }
  }

  /** Threads in the background at once. */
  void threadNow(WorkspaceId workspace) {
    threadSoon(workspace);
    queues.computeIfAbsent(workspace, _ -> new ThreadingQueue()).hurry();
  }

  private void work(WorkspaceId workspace, ThreadingQueue queue) {
    try {
      do {
        queue.take();
        long began = System.nanoTime();
        attempt(workspace, () -> thread(workspace));
        queue.rest(Duration.ofNanos(System.nanoTime() - began));
        // What comes in is threaded first: Today does not wait for search.
        attempt(workspace, () -> index(workspace, queue::isEmpty));
      } while (!queue.isDone());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the program ends; the next start goes on
    }
  }

  private static void attempt(WorkspaceId workspace, Runnable work) {
    try {
      work.run();
    } catch (DataAccessException | TransactionException e) {
      LOG.error("Mail of workspace {} could not catch up; the next nudge retries", workspace, e);
    }
  }

  /** Indexes everything that waits. */
  public void index(WorkspaceId workspace) {
    index(workspace, () -> true);
  }

  private void index(WorkspaceId workspace, BooleanSupplier hasTime) {
    try (var indexers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int indexer = 0; indexer < INDEXERS; indexer++) {
        indexers.execute(() -> indexAll(workspace, hasTime));
      }
    }
  }

  /** What was left when the program ended last. */
  @EventListener(ApplicationReadyEvent.class)
  void catchUp() {
    for (var workspace : accounts.workspaces()) {
      Thread.ofVirtual()
          .name("mail-catch-up")
          .start(() ->
              attempt(
                  workspace,
                  () -> {
                    thread(workspace);
                    index(workspace);
                  }));
    }
  }

  private void indexAll(WorkspaceId workspace, BooleanSupplier hasTime) {
    boolean more = true;
    while (more && hasTime.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      more = mail.indexSome(workspace) > 0;
    }
  }
}
