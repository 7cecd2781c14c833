package io.politely.pursuits.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.ledger.Evidence;
import io.politely.ledger.Move;
import io.politely.people.PersonId;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.PursuitId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusTurnTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Evidence DECIDED = new Evidence.UserDecision(new UUID(0, 1));
  private static final Move OURS = new Move.Ours(MONDAY, "", DECIDED, null, 1, MONDAY);
  private static final Move THEIRS = new Move.Theirs(MONDAY, "", DECIDED, null, 1, MONDAY);
  private static final Move PUT_OFF = new Move.Scheduled(MONDAY, "", DECIDED, null, 1, MONDAY);

  @Test
  void an_outcome_that_is_owed_comes_before_everything_that_was_written() {
    assertThat(StatusTurn.of(owed(true), false, THEIRS)).isEqualTo(StatusTurn.OURS_WITH_OUTCOME);
    assertThat(StatusTurn.of(owed(true), true, THEIRS)).isEqualTo(StatusTurn.OURS_WITH_OUTCOME);
    assertThat(StatusTurn.of(owed(false), false, OURS)).isEqualTo(StatusTurn.THEIRS);
  }

  @Test
  void who_was_told_is_told_that_they_were() {
    assertThat(StatusTurn.of(null, true, OURS)).isEqualTo(StatusTurn.TOLD);
  }

  @Test
  void else_the_newest_conversation_with_them_tells() {
    assertThat(StatusTurn.of(null, false, OURS)).isEqualTo(StatusTurn.OURS);
    assertThat(StatusTurn.of(null, false, THEIRS)).isEqualTo(StatusTurn.THEIRS);
    assertThat(StatusTurn.of(null, false, PUT_OFF)).isEqualTo(StatusTurn.NOBODYS);
    assertThat(StatusTurn.of(null, false, null)).isEqualTo(StatusTurn.NOBODYS);
  }

  private static OwedOutcome owed(boolean byUs) {
    return new OwedOutcome(
        new PursuitId(new UUID(0, 1)),
        new PersonId(new UUID(0, 2)),
        byUs,
        "D5",
        MONDAY,
        MONDAY,
        "");
  }
}
