package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody on the other side worries about, voiced or not.
 *
 * @param of the pursuit in which it stands, or null
 * @param from the meeting whose debrief told it, or null
 * @param about the candidate whom it is about, in a search; or null
 * @param answer what answers it, or ""
 */
public record Concern(
    UUID id,
    @Nullable PursuitId of,
    @Nullable MeetingId from,
    @Nullable PersonId about,
    String words,
    String answer) {

  public Concern {
    words = words.strip();
    answer = answer.strip();
  }
}
