package io.politely.privacy;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.kernel.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases people when their time has come. */
@Component
class ErasureListener {

  /** Months pass slowly. */
  private static final Duration HOUR = Duration.ofHours(1);

  private final Privacy privacy;
  private final Erasing erasing;
  private final Retaining retaining;
  private final Accounts accounts;
  private final PrivacySettings settings;
  private final Clock clock;
  private final List<Rounds> rounds = new ArrayList<>();

  ErasureListener(
      Privacy privacy,
      Erasing erasing,
      Retaining retaining,
      Accounts accounts,
      PrivacySettings settings,
      Clock clock) {
    this.privacy = privacy;
    this.erasing = erasing;
    this.retaining = retaining;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds.add(Rounds.start("erasures", settings.tick(), accounts::workspaces, this::eraseDue));
    rounds.add(Rounds.start("retention", HOUR, accounts::workspaces, retaining::apply));
  }

  @PreDestroy
  void stop() {
    rounds.forEach(Rounds::close);
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
