package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.Attendee;
import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.kernel.EmailAddress;
import io.politely.reading.Intent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeetingRulesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  @Test
  void a_meeting_that_was_held_is_a_talk() {
    var meeting = meeting(MONDAY.minus(Duration.ofDays(3)), Attendee.Answer.ACCEPTED, 1);

    assertThat(heard(meeting))
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.kind()).isEqualTo(Heard.Kind.TALK);
          assertThat(heard.at()).isEqualTo(meeting.ends());
        });
  }

  @Test
  void one_that_is_to_come_is_agreed_on() {
    var meeting = meeting(MONDAY.plus(Duration.ofDays(3)), Attendee.Answer.NONE, 1);

    assertThat(heard(meeting))
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.intent()).isEqualTo(Intent.SCHEDULING);
          assertThat(heard.notBefore()).isEqualTo(LocalDate.parse("2026-03-05"));
        });
  }

  @Test
  void what_they_declined_and_what_a_crowd_attends_is_no_meeting_with_them() {
    var later = MONDAY.plus(Duration.ofDays(1));

    assertThat(heard(meeting(later, Attendee.Answer.DECLINED, 1))).isEmpty();
    assertThat(heard(meeting(later, Attendee.Answer.ACCEPTED, 30))).isEmpty();
  }

  @Test
  void of_several_to_come_the_next_one_is_waited_for() {
    var soon = meeting(MONDAY.plus(Duration.ofDays(2)), Attendee.Answer.ACCEPTED, 1);
    var later = meeting(MONDAY.plus(Duration.ofDays(40)), Attendee.Answer.ACCEPTED, 1);

    assertThat(heard(History.NONE, soon, later))
        .singleElement()
        .extracting(Heard::notBefore)
        .isEqualTo(LocalDate.parse("2026-03-04"));
  }

  @Test
  void an_entry_in_a_calendar_takes_back_no_stop() {
    var stop =
        new Heard(
            MONDAY.minus(Duration.ofDays(5)), Heard.Kind.REPLY, Intent.STOP, null, null, false);
    var thanks =
        new Heard(
            MONDAY.minus(Duration.ofDays(4)),
            Heard.Kind.REPLY,
            Intent.THANKS_ONLY,
            null,
            null,
            false);
    var history = History.NONE.with(stop).with(thanks);
    var held = meeting(MONDAY.minus(Duration.ofDays(3)), Attendee.Answer.ACCEPTED, 1);
    var later = meeting(MONDAY.plus(Duration.ofDays(3)), Attendee.Answer.ACCEPTED, 1);

    assertThat(heard(history, held, later)).containsExactly(stop, thanks);
  }

  private static List<Heard> heard(Meeting meeting) {
    return heard(History.NONE, meeting);
  }

  private static List<Heard> heard(History history, Meeting... meetings) {
    var theirs = MeetingRules.of(Set.of(GRACE), Map.of(GRACE, List.of(meetings)));
    return MeetingRules.with(history, theirs, ZoneOffset.UTC, MONDAY).heard();
  }

  private static Meeting meeting(Instant starts, Attendee.Answer answer, int people) {
    var attendees =
        IntStream.range(0, people)
            .mapToObj(i ->
                new Attendee(
                    i == 0 ? GRACE : new EmailAddress("guest" + i + "@example.net"),
                    "",
                    answer,
                    false))
            .toList();
    return new Meeting(
        MeetingId.of("1", ""),
        "Talk",
        "",
        "",
        starts,
        starts.plus(Duration.ofHours(1)),
        false,
        ZoneOffset.UTC,
        MeetingState.BOOKED,
        false,
        attendees,
        1);
  }
}
