package io.politely.cadence;

import io.politely.calendar.Attendee;
import io.politely.calendar.Meeting;
import io.politely.kernel.EmailAddress;
import io.politely.reading.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
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

  /**
   * A history with meetings in it: those that were held, and the next one to come. A calendar takes
   * back no stop, since many are invited without a word of theirs.
   */
  static History with(History history, Set<Meeting> meetings, ZoneId zone, Instant now) {
    if (askedToStop(history)) {
      return history;
    }
    var more = history;
    for (var meeting : meetings) {
      if (meeting.isHeldBy(now)) {
        more = more.with(new Heard(meeting.ends(), Heard.Kind.TALK, null, null, null, false));
      }
    }
    var next =
        meetings.stream().filter(it -> !it.isHeldBy(now)).min(Comparator.comparing(Meeting::ends));
    return next.isEmpty()
        ? more
        : more.with(
            new Heard(
                now,
                Heard.Kind.REPLY,
                Intent.SCHEDULING,
                next.get().ends().atZone(zone).toLocalDate(),
                null,
                false));
  }

  private static boolean askedToStop(History history) {
    return history.heard().reversed().stream()
        .filter(it -> it.isHuman() && it.intent() != Intent.THANKS_ONLY)
        .findFirst()
        .filter(it -> it.intent() == Intent.STOP)
        .isPresent();
  }
}
