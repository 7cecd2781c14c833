package io.politely.cadence;

import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That one follows up with somebody in a situation of the policy.
 *
 * @param person whom the user sees, also after a merge
 * @param situation the row of the policy
 * @param pursuit what it is for, or null
 * @param conversation what it goes on, or null
 * @param startedAt the event from which its clock runs, or when it was started
 * @param notBefore until when the user set it off, or null
 * @param promised the day that they named, or null
 * @param connectorAsked whether somebody who knows them was asked, or nobody does
 * @param closed whether its last word left
 * @param ended how it ended, or null
 * @param every business days between two touches where that is seldomer than the policy has it, or
 *     null; keeping in touch only
 */
public record FollowUp(
    FollowUpId id,
    PersonId person,
    String situation,
    @Nullable PursuitId pursuit,
    @Nullable ConversationId conversation,
    Instant startedAt,
    Research research,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate promised,
    boolean connectorAsked,
    boolean closed,
    @Nullable Ended ended,
    @Nullable Integer every) {

  /**
   * What was found out before the first touch.
   *
   * @param fact one about them
   * @param source where that is from
   * @param relevance why what we bring matters to them, a line
   */
  public record Research(String fact, String source, String relevance) {

    /** Nothing was found out. */
    public static final Research NONE = new Research("", "", "");

    public Research {
      fact = fact.strip();
      source = source.strip();
      relevance = relevance.strip();
    }

    /** Whether a first touch may rest on it. */
    public boolean isEnough() {
      return !fact.isEmpty() && !relevance.isEmpty();
    }
  }

  /** How it ended. */
  public record Ended(Next.End how, String why, Instant at) {}

  /** Whether it goes on. */
  public boolean isOpen() {
    return ended == null;
  }

  /** What it is for. */
  public Optional<PursuitId> aim() {
    return Optional.ofNullable(pursuit);
  }
}
