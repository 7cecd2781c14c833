package io.politely.today;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.Dispatcher;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks every minute whose digest is due. Any number of nodes may do so on one database. */
@Component
class DigestJob {

  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  private final Today today;
  private final Accounts accounts;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private @Nullable Rounds rounds;

  DigestJob(Today today, Accounts accounts, Dispatcher dispatcher, Clock clock) {
    this.today = today;
    this.accounts = accounts;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds = Rounds.start("digests", BETWEEN_ROUNDS, accounts::workspaces, this::look);
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
  }

  /** One look at one workspace. */
  void look(WorkspaceId workspace) {
    today.withdrawLateDigests(workspace, clock.instant());
    for (var reader : today.digestReaders(workspace)) {
      if (today.planDigest(workspace, reader, clock.instant()).isPresent()) {
        dispatcher.lookNow();
      }
    }
  }
}
