package io.politely.calendar;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A meeting as somebody tells of it.
 *
 * @param uid what the event is called in every calendar
 * @param original when this occurrence was to begin at first, as its calendar writes it; "" where
 *     it does not repeat
 * @param sequence how often its organiser changed it
 * @param stamp when this version was written
 */
public record NewMeeting(
    String uid,
    String original,
    int sequence,
    Instant stamp,
    String title,
    String place,
    String words,
    Instant starts,
    Instant ends,
    boolean isAllDay,
    ZoneId zone,
    MeetingState state,
    boolean isPrivate,
    List<Attendee> attendees) {

  public NewMeeting {
    attendees = List.copyOf(attendees);
  }

  /** The same without somebody, and without words that may be about them. */
  NewMeeting without(Set<EmailAddress> some) {
    return new NewMeeting(
        uid,
        original,
        sequence,
        stamp,
        "",
        place,
        "",
        starts,
        ends,
        isAllDay,
        zone,
        state,
        isPrivate,
        attendees.stream().filter(it -> !some.contains(it.address())).toList());
  }

  /** The same with others invited. */
  NewMeeting inviting(List<Attendee> others) {
    return with(state, others);
  }

  /** The same, called off. */
  NewMeeting cancelled() {
    return with(MeetingState.CANCELLED, attendees);
  }

  /** For us: what we declined does not take place, nor does what everybody else declined. */
  NewMeeting seenBy(Set<EmailAddress> own) {
    var others = attendees.stream().filter(it -> !own.contains(it.address())).toList();
    boolean weDeclined =
        attendees.stream().anyMatch(it -> own.contains(it.address()) && hasDeclined(it));
    boolean theyDeclined = !others.isEmpty() && others.stream().allMatch(NewMeeting::hasDeclined);
    return weDeclined || theyDeclined ? cancelled() : this;
  }

  private static boolean hasDeclined(Attendee attendee) {
    return attendee.answer() == Attendee.Answer.DECLINED;
  }

  /** The same, with nobody in it where it is private. */
  NewMeeting opaque() {
    return isPrivate ? inviting(List.of()) : this;
  }

  /** Whether it tells the same, whenever it was written. */
  boolean tellsAs(NewMeeting other) {
    return uid.equals(other.uid)
        && original.equals(other.original)
        && sequence == other.sequence
        && title.equals(other.title)
        && place.equals(other.place)
        && words.equals(other.words)
        && starts.equals(other.starts)
        && ends.equals(other.ends)
        && isAllDay == other.isAllDay
        && zone.equals(other.zone)
        && state == other.state
        && isPrivate == other.isPrivate
        && Set.copyOf(attendees).equals(Set.copyOf(other.attendees));
  }

  private NewMeeting with(MeetingState other, List<Attendee> invited) {
    return new NewMeeting(
        uid, original, sequence, stamp, title, place, words, starts, ends, isAllDay, zone, other,
        isPrivate, invited);
  }
}
