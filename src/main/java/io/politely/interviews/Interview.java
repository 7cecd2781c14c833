package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting is to us.
 *
 * @param aim the pursuit that it belongs to, or null
 * @param about the candidate whom it is about, in a search; or null
 * @param reason why it is taken for that: a sentence that the user reads
 * @param isTold whether the user said so, so that nothing else is believed
 * @param added persons who come beside those who are invited: the user, or the title, names them
 */
public record Interview(
    MeetingId meeting,
    @Nullable PursuitId aim,
    InterviewKind kind,
    Seat seat,
    @Nullable PersonId about,
    String reason,
    boolean isTold,
    List<PersonId> added) {

  public Interview {
    added = List.copyOf(added);
  }

  /** The pursuit that it belongs to. */
  public Optional<PursuitId> pursuit() {
    return Optional.ofNullable(aim);
  }

  /** The candidate whom it is about. */
  public Optional<PersonId> candidate() {
    return Optional.ofNullable(about);
  }

  /** Whether there is something to prepare and to tell: lunch with a friend needs neither. */
  public boolean matters() {
    return aim != null || kind != InterviewKind.OTHER;
  }
}
