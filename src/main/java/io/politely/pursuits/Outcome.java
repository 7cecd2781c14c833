package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pursuit ended for one person.
 *
 * @param fromUs we tell them; else they told us
 * @param internalReason for ourselves, never told
 * @param told the reason that they are told; null where none needs to be
 * @param tellings each attempt to deliver it, oldest first
 */
public record Outcome(
    OutcomeId id,
    PersonId person,
    boolean fromUs,
    Result result,
    String internalReason,
    @Nullable ToldReason told,
    Instant decidedAt,
    List<Telling> tellings) {

  public Outcome {
    tellings = List.copyOf(tellings);
  }

  /** Whether it reached its person. */
  public boolean isDelivered() {
    return tellings.stream().anyMatch(telling -> telling.state() == TellingState.DELIVERED);
  }

  /** Whether a mail with it waits in the outbox. */
  public boolean isOnItsWay() {
    return tellings.stream().anyMatch(telling -> telling.state() == TellingState.WAITING);
  }

  /** The last attempt. */
  public Optional<Telling> lastTelling() {
    return tellings.isEmpty() ? Optional.empty() : Optional.of(tellings.getLast());
  }
}
