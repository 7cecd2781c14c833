package io.politely.cadence;

import io.politely.wording.Rank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan for one person in one situation depends on.
 *
 * @param startedAt when the cadence was started, or what it follows happened
 * @param notBefore what the user set
 * @param promised the day that they named for a decision or an answer, where the user noted it
 * @param tie how close we are, 0…1
 * @param stop why nobody writes to them, or ""
 * @param over why there is nothing to follow up any more, or ""
 * @param reachable by what ways they can be reached; without any, an address is needed
 * @param connectorAsked whether somebody who knows them was asked, or nobody does
 * @param closed whether the last word of this cadence was said
 * @param politeOn when most of the answers to our last letter have come by themselves, where that
 *     is known
 */
public record Facts(
    Situation situation,
    Instant startedAt,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate promised,
    History history,
    TheirTime time,
    Rank rank,
    double tie,
    String stop,
    String over,
    Set<Channel> reachable,
    boolean connectorAsked,
    boolean closed,
    @Nullable Instant politeOn) {

  public Facts {
    reachable = Set.copyOf(reachable);
  }

  /** The same where nobody may write to them. */
  Facts stopped(String why) {
    return new Facts(
        situation,
        startedAt,
        notBefore,
        promised,
        history,
        time,
        rank,
        tie,
        why,
        over,
        reachable,
        connectorAsked,
        closed,
        politeOn);
  }

  /** The same as when a letter that waits was not approved yet. */
  Facts before(Approval approval) {
    return with(history.before(approval.dueAt()), closed && approval.number() != 0);
  }

  /** The same after other events. */
  Facts with(History other) {
    return with(other, closed);
  }

  Facts with(History other, boolean closedNow) {
    return new Facts(
        situation,
        startedAt,
        notBefore,
        promised,
        other,
        time,
        rank,
        tie,
        stop,
        over,
        reachable,
        connectorAsked,
        closedNow,
        politeOn);
  }
}
