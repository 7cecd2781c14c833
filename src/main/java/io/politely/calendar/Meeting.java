package io.politely.calendar;

import io.politely.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One meeting.
 *
 * @param title "" where it has none, or where it is private
 * @param place a room, an address, a link; or ""
 * @param words what the invitation says, as text; or ""
 * @param ends after {@code starts}, or the same moment
 * @param zone in which it was planned
 * @param isPrivate whether its calendar shows only that one is busy
 * @param attendees whoever is invited or invites, ourselves too
 * @param changeNumber grows with each change in the workspace
 */
public record Meeting(
    MeetingId id,
    String title,
    String place,
    String words,
    Instant starts,
    Instant ends,
    boolean isAllDay,
    ZoneId zone,
    MeetingState state,
    boolean isPrivate,
    List<Attendee> attendees,
    long changeNumber) {

  public Meeting {
    attendees = List.copyOf(attendees);
  }

  /** The same with others invited. */
  Meeting inviting(List<Attendee> others) {
    return new Meeting(
        id,
        title,
        place,
        words,
        starts,
        ends,
        isAllDay,
        zone,
        state,
        isPrivate,
        others,
        changeNumber);
  }

  /** Whether it takes place. */
  public boolean isBooked() {
    return state == MeetingState.BOOKED;
  }

  /** Whether it took place before a moment: a day that is marked is no meeting. */
  public boolean isHeldBy(Instant moment) {
    return isBooked() && !isAllDay && !isPrivate && !ends.isAfter(moment);
  }

  /** How long it takes. */
  public Duration length() {
    return Duration.between(starts, ends);
  }

  /** Whoever invites. */
  public Optional<Attendee> organiser() {
    return attendees.stream().filter(Attendee::isOrganiser).findFirst();
  }

  /** Everybody who is not us. */
  public List<Attendee> others(Set<EmailAddress> own) {
    return attendees.stream().filter(it -> !own.contains(it.address())).toList();
  }
}
