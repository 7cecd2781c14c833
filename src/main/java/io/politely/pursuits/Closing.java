package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way of a pursuit from open to closed. Runs in the transactions of {@link Pursuits}; the
 * database refuses what would close over somebody, whoever asks.
 */
@Component
class Closing {

  private final PursuitStore pursuits;
  private final OutcomeStore outcomes;

  Closing(PursuitStore pursuits, OutcomeStore outcomes) {
    this.pursuits = pursuits;
    this.outcomes = outcomes;
  }

  /**
   * Puts a pursuit into a state, and keeps that it was.
   *
   * @param until the day on which it goes on, for a pause
   */
  void become(
      WorkspaceId workspace,
      Pursuit pursuit,
      PursuitState state,
      @Nullable LocalDate until,
      String by,
      String why,
      Instant now) {
    pursuits.setState(workspace, pursuit.id(), state, until, now);
    note(
        workspace, pursuit.id(), null, "state", pursuit.state().word(), state.word(), by, why, now);
  }

  /**
   * Brings a pursuit to where it belongs after something happened: one that is closing closes when
   * nobody is left, one that is closed is closing again when somebody waits.
   */
  PursuitState settle(WorkspaceId workspace, PursuitId id, String by, Instant now) {
    var pursuit = pursuits.locked(workspace, id).orElseThrow();
    boolean isSomebodyLeft = !outcomes.hanging(workspace, id).isEmpty();
    if (pursuit.state() == PursuitState.CLOSING && !isSomebodyLeft) {
      become(workspace, pursuit, PursuitState.CLOSED, null, by, "Everybody was told.", now);
      return PursuitState.CLOSED;
    }
    if (pursuit.state() == PursuitState.CLOSED && isSomebodyLeft) {
      become(
          workspace,
          pursuit,
          PursuitState.CLOSING,
          null,
          by,
          "Somebody waits for an outcome.",
          now);
      return PursuitState.CLOSING;
    }
    return pursuit.state();
  }

  /** Keeps that something happened. */
  void note(
      WorkspaceId workspace,
      PursuitId pursuit,
      @Nullable PersonId person,
      String what,
      String before,
      String after,
      String by,
      String why,
      Instant now) {
    pursuits.addStep(workspace, pursuit, new Step(now, person, what, before, after, by, why));
  }
}
