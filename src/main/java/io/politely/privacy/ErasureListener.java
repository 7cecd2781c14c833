package io.politely.privacy;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.kernel.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases people when their time has come. */
@Component
class ErasureListener {

  private final Privacy privacy;
  private final Erasing erasing;
  private final Accounts accounts;
  private final PrivacySettings settings;
  private final Clock clock;
  private @Nullable Rounds rounds;

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
    rounds = Rounds.start("erasures", settings.tick(), accounts::workspaces, this::eraseDue);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
  }

  /** What is not due, or cannot be done now, is looked at again. */
  void eraseDue(WorkspaceId workspace) {
    var now = clock.instant();
    for (var erasure : privacy.pending(workspace)) {
      if (!erasure.due().isAfter(now)) {
        erasing.erase(workspace, erasure.id());
      }
    }
  }
}
