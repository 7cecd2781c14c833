package io.politely.cadence;

import io.politely.calendar.Attendee;
import io.politely.calendar.Meeting;
import io.politely.kernel.EmailAddress;
import io.politely.reading.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What meetings of a calendar tell of somebody: one that was held is a talk, one to come is agreed
 * on.
 */
final class MeetingRules {

  /** What lies further ahead keeps nobody waiting. */
  static final Duration AHEAD = Duration.ofDays(60);

  /** More people than one speaks with; an assumption. */
  private static final int MOST_PEOPLE = 20;

  private MeetingRules() {}

  /**
   * The meetings with somebody of these addresses, each once; those that they declined are none.
   */
  static Set<Meeting> of(Set<EmailAddress> addresses, Map<EmailAddress, List<Meeting>> meetings) {
    var theirs = new LinkedHashSet<Meeting>();
    for (var address : addresses) {
      for (var meeting : meetings.getOrDefault(address, List.of())) {
        boolean declined =
            meeting.attendees().stream()
                .anyMatch(
                    it -> it.address().equals(address) && it.answer() == Attendee.Answer.DECLINED);
        if (!declined && !meeting.isAllDay() && meeting.attendees().size() <= MOST_PEOPLE) {
          theirs.add(meeting);
        }
      }
    }
    return theirs;
  }

  /** A history with meetings in it. */
  static History with(History history, Set<Meeting> meetings, ZoneId zone, Instant now) {
    var more = history;
    for (var meeting : meetings) {
      more =
          more.with(
              meeting.isHeldBy(now)
                  ? new Heard(meeting.ends(), Heard.Kind.TALK, null, null, null, false)
                  : new Heard(
                      now,
                      Heard.Kind.REPLY,
                      Intent.SCHEDULING,
                      meeting.ends().atZone(zone).toLocalDate(),
                      null,
                      false));
    }
    return more;
  }
}
