package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final WorkspaceId ONE = new WorkspaceId(new UUID(0, 1));
  private static final WorkspaceId TWO = new WorkspaceId(new UUID(0, 2));

  private final BlockingQueue<WorkspaceId> done = new LinkedBlockingQueue<>();
  private @Nullable Rounds rounds;

  @AfterEach
  void they_end() {
    if (rounds != null) {
      rounds.close();
    }
  }

  @Test
  void each_workspace_has_its_turn_again_and_again() throws Exception {
    rounds = Rounds.start("turns", PAUSE, () -> List.of(ONE, TWO), done::add);

    assertThat(List.of(next(), next(), next(), next())).containsExactly(ONE, TWO, ONE, TWO);
  }

  @Test
  void a_workspace_that_fails_keeps_no_other_one_waiting_and_has_its_turn_again() throws Exception {
    var turns = new AtomicInteger();
    rounds =
        Rounds.start(
            "failing",
            PAUSE,
            () -> List.of(ONE, TWO),
            workspace -> {
              if (turns.getAndIncrement() == 0) {
                throw new IllegalStateException("not now");
              }
              done.add(workspace);
            });

    assertThat(List.of(next(), next(), next())).containsExactly(TWO, ONE, TWO);
  }

  @Test
  void while_nobody_knows_the_workspaces_they_are_asked_for_again() throws Exception {
    var questions = new AtomicInteger();
    rounds =
        Rounds.start(
            "away",
            PAUSE,
            () -> {
              if (questions.getAndIncrement() < 3) {
                throw new IllegalStateException("the database is away");
              }
              return List.of(ONE);
            },
            done::add);

    assertThat(next()).isEqualTo(ONE);
  }

  private WorkspaceId next() throws InterruptedException {
    return done.poll(30, TimeUnit.SECONDS);
  }
}
