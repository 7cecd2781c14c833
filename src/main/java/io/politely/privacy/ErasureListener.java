package io.politely.privacy;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases people when their time has come. */
@Component
class ErasureListener {

  private static final Logger log = LoggerFactory.getLogger(ErasureListener.class);

  private final Privacy privacy;
  private final Erasing erasing;
  private final Accounts accounts;
  private final PrivacySettings settings;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("erasures").factory());

  ErasureListener(
      Privacy privacy, Erasing erasing, Accounts accounts, PrivacySettings settings, Clock clock) {
    this.privacy = privacy;
    this.erasing = erasing;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    worker.execute(this::run);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        accounts.workspaces().forEach(this::attempt);
        Thread.sleep(settings.tick());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next look tries again. */
  private void attempt(WorkspaceId workspace) {
    try {
      eraseDue(workspace);
    } catch (RuntimeException e) {
      log.error("Somebody in workspace {} is not erased yet", workspace, e);
    }
  }

  void eraseDue(WorkspaceId workspace) {
    var now = clock.instant();
    for (var erasure : privacy.pending(workspace)) {
      if (!erasure.due().isAfter(now)) {
        erasing.erase(workspace, erasure.id());
      }
    }
  }
}
