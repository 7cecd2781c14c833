package io.politely.patience;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.kernel.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns once a day, and soon after a workspace has its first letters. */
@Component
class LearningListener {

  private static final Duration TICK = Duration.ofMinutes(20);
  private static final Duration DAY = Duration.ofHours(22);

  /**
   * With fewer letters nearly everything is what is usual anyway, so that more are soon learned.
   */
  private static final long FEW = 100;

  private final Patience patience;
  private final Learner learner;
  private final Accounts accounts;
  private final Clock clock;
  private final boolean isEnabled;
  private @Nullable Rounds rounds;

  LearningListener(
      Patience patience,
      Learner learner,
      Accounts accounts,
      Clock clock,
      @Value("${politely.learning.enabled:true}") boolean isEnabled) {
    this.patience = patience;
    this.learner = learner;
    this.accounts = accounts;
    this.clock = clock;
    this.isEnabled = isEnabled;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (isEnabled) {
      rounds = Rounds.start("learning", TICK, accounts::workspaces, this::learnWhereDue);
    }
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
  }

  void learnWhereDue(WorkspaceId workspace) {
    var last = patience.learnedAt(workspace);
    boolean due =
        last.isEmpty()
            || last.get().plus(DAY).isBefore(clock.instant())
            || patience.basis(workspace).letters() < FEW;
    if (due) {
      learner.learn(workspace);
    }
  }
}
