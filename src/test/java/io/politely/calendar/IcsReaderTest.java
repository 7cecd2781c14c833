package io.politely.calendar;

import static io.politely.calendar.Calendars.BERLIN;
import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static io.politely.calendar.Calendars.meetings;
import static io.politely.calendar.Calendars.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.politely.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcsReaderTest {

  private static final String NEW_YORK =
      """
      BEGIN:VTIMEZONE
      TZID:Branch Office
      BEGIN:STANDARD
      DTSTART:20071104T020000
      RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20070311T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      END:VTIMEZONE\
      """
          .replace("\n", "\r\n");

  @Test
  void an_event_is_read_with_whoever_is_invited() {
    var found =
        meetings(
            event(
                "UID:1@example.org",
                "SEQUENCE:3",
                "DTSTAMP:20260201T120000Z",
                "DTSTART;TZID=Europe/London:20260305T100000",
                "DTEND;TZID=Europe/London:20260305T104500",
                "SUMMARY:Interview\\, second round",
                "LOCATION:Room 4",
                "DESCRIPTION:Bring\\nnothing.",
                "ORGANIZER;CN=\"Grace; Hopper\":mailto:Grace@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ada:MAILTO:ada@example.com",
                "ATTENDEE;CUTYPE=ROOM:mailto:room4@example.org"));

    assertThat(found)
        .singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.title()).isEqualTo("Interview, second round");
          assertThat(meeting.words()).isEqualTo("Bring\nnothing.");
          assertThat(meeting.starts()).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
          assertThat(meeting.ends()).isEqualTo(Instant.parse("2026-03-05T10:45:00Z"));
          assertThat(meeting.zone()).isEqualTo(ZoneId.of("Europe/London"));
          assertThat(meeting.original()).isEmpty();
          assertThat(meeting.sequence()).isEqualTo(3);
          assertThat(meeting.attendees())
              .containsExactly(
                  new Attendee(
                      new EmailAddress("grace@example.org"),
                      "Grace; Hopper",
                      Attendee.Answer.NONE,
                      true),
                  new Attendee(
                      new EmailAddress("ada@example.com"), "Ada", Attendee.Answer.ACCEPTED, false));
        });
  }

  @Test
  void a_fold_may_stand_within_a_character() {
    var line = "SUMMARY:Büro".getBytes(UTF_8);
    var folded = new byte[line.length + 3];
    System.arraycopy(line, 0, folded, 0, 10);
    System.arraycopy("\r\n ".getBytes(UTF_8), 0, folded, 10, 3);
    System.arraycopy(line, 10, folded, 13, line.length - 10);
    var file = new String(calendar(event("UID:1", "DTSTART:20260305T100000Z", "@")), ISO_8859_1);

    var reading = read(file.replace("@", new String(folded, ISO_8859_1)).getBytes(ISO_8859_1));

    assertThat(reading.events()).singleElement().extracting(EventText::title).isEqualTo("Büro");
  }

  @Test
  void a_zone_is_known_by_its_name_in_windows_behind_a_prefix_or_by_the_file() {
    for (var zone :
        List.of(
            "America/New_York",
            "america/new_york",
            "Eastern Standard Time",
            "/citadel.org/20210210_1/America/New_York",
            "Branch Office")) {
      assertThat(
              meetings(NEW_YORK, event("UID:1", "DTSTART;TZID=%s:20260305T090000".formatted(zone))))
          .as(zone)
          .singleElement()
          .extracting(NewMeeting::starts)
          .isEqualTo(Instant.parse("2026-03-05T14:00:00Z"));
    }
    assertThat(meetings(NEW_YORK, event("UID:1", "DTSTART;TZID=Branch Office:20260401T090000")))
        .singleElement()
        .extracting(NewMeeting::starts)
        .isEqualTo(Instant.parse("2026-04-01T13:00:00Z"));
  }

  @Test
  void a_zone_that_is_defined_behind_its_event_is_known_too() {
    assertThat(meetings(event("UID:1", "DTSTART;TZID=Branch Office:20260305T090000"), NEW_YORK))
        .singleElement()
        .extracting(NewMeeting::starts)
        .isEqualTo(Instant.parse("2026-03-05T14:00:00Z"));
  }

  @Test
  void of_a_zone_that_nobody_knows_the_users_own_is_taken_and_that_is_told() {
    var reading = read(calendar(event("UID:1", "DTSTART;TZID=Narnia:20260305T090000")));

    assertThat(Calendars.expand(reading))
        .singleElement()
        .extracting(NewMeeting::starts)
        .isEqualTo(Instant.parse("2026-03-05T08:00:00Z"));
    assertThat(reading.leftOut())
        .containsExactly(
            "Nobody knows the time zone “Narnia”: times in it are taken as those of your own"
                + " clock.");
  }

  @Test
  void a_definition_that_is_broken_is_read_as_far_as_it_makes_sense() {
    var broken =
        NEW_YORK
            .replace("TZOFFSETFROM:-0500", "TZOFFSETFROM:banana")
            .replace("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "RRULE:FREQ=SECONDLY");
    assertThat(meetings(broken, event("UID:1", "DTSTART;TZID=Branch Office:20260401T090000")))
        .singleElement()
        .extracting(NewMeeting::starts)
        .isEqualTo(Instant.parse("2026-04-01T13:00:00Z"));
  }

  @Test
  void a_day_is_one_on_the_users_own_clock_and_its_end_is_not_part_of_it() {
    assertThat(meetings(event("UID:1", "DTSTART;VALUE=DATE:20260305", "DTEND;VALUE=DATE:20260307")))
        .singleElement()
        .satisfies(day -> {
          assertThat(day.isAllDay()).isTrue();
          assertThat(day.starts()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
          assertThat(day.ends()).isEqualTo(Instant.parse("2026-03-06T23:00:00Z"));
        });
    assertThat(meetings(event("UID:1", "DTSTART:20260305")))
        .singleElement()
        .extracting(it -> Duration.between(it.starts(), it.ends()))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void a_week_of_meetings_keeps_the_hour_of_its_clock_over_a_change_of_it() {
    var found =
        meetings(
            event(
                "UID:1",
                "DTSTART;TZID=Europe/Berlin:20260322T090000",
                "DURATION:PT30M",
                "RRULE:FREQ=WEEKLY;COUNT=3",
                "EXDATE:20260329T070000Z"));

    assertThat(found)
        .extracting(NewMeeting::original)
        .containsExactly("20260322T080000Z", "20260405T070000Z");
  }

  @Test
  void one_time_that_was_moved_keeps_what_it_was_called_and_the_others_stay() {
    var found =
        meetings(
            event("UID:1", "DTSTART:20260302T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3"),
            event(
                "UID:1",
                "RECURRENCE-ID:20260303T100000Z",
                "DTSTART:20260303T150000Z",
                "DURATION:PT2H",
                "SUMMARY:Later"),
            event(
                "UID:1",
                "RECURRENCE-ID:20260304T100000Z",
                "DTSTART:20260304T100000Z",
                "STATUS:CANCELLED"));

    assertThat(found)
        .extracting(NewMeeting::original, it -> it.starts().toString(), NewMeeting::state)
        .containsExactly(
            tuple("20260302T100000Z", "2026-03-02T10:00:00Z", MeetingState.BOOKED),
            tuple("20260303T100000Z", "2026-03-03T15:00:00Z", MeetingState.BOOKED),
            tuple("20260304T100000Z", "2026-03-04T10:00:00Z", MeetingState.CANCELLED));
  }

  @Test
  void a_change_from_one_time_on_shifts_all_that_follow() {
    var found =
        meetings(
            event(
                "UID:1",
                "DTSTART;TZID=Europe/Berlin:20260302T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;COUNT=5"),
            event(
                "UID:1",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260316T100000",
                "DTSTART;TZID=Europe/Berlin:20260317T113000",
                "DURATION:PT30M",
                "SUMMARY:Tuesdays"));

    assertThat(found)
        .extracting(it -> it.starts().atZone(BERLIN).toLocalDateTime().toString())
        .containsExactly(
            "2026-03-02T10:00",
            "2026-03-09T10:00",
            "2026-03-17T11:30",
            "2026-03-24T11:30",
            "2026-03-31T11:30");
    assertThat(found.get(3).original()).isEqualTo("20260323T090000Z");
  }

  @Test
  void further_dates_stand_beside_a_rule_and_may_take_longer() {
    var found =
        meetings(
            event(
                "UID:1",
                "DTSTART:20260302T100000Z",
                "DTEND:20260302T103000Z",
                "RDATE:20260305T100000Z",
                "RDATE;VALUE=PERIOD:20260306T100000Z/PT3H,20260307T100000Z/20260307T120000Z"));

    assertThat(found)
        .extracting(it -> Duration.between(it.starts(), it.ends()).toMinutes())
        .containsExactly(30L, 30L, 180L, 120L);
  }

  @Test
  void a_private_event_tells_nothing_but_when() {
    var found =
        read(calendar(
                event(
                    "UID:1",
                    "DTSTART:20260305T100000Z",
                    "CLASS:CONFIDENTIAL",
                    "SUMMARY:Surgery",
                    "LOCATION:Hospital",
                    "ATTENDEE:mailto:doctor@example.org")))
            .events()
            .getFirst();

    assertThat(found.isPrivate()).isTrue();
    assertThat(found.title() + found.place() + found.words()).isEmpty();
    assertThat(found.attendees()).isEmpty();
  }

  @Test
  void markup_is_read_as_its_text() {
    assertThat(
            read(calendar(
                    event(
                        "UID:1",
                        "DTSTART:20260305T100000Z",
                        "DESCRIPTION:<p>Hello <b>Ada</b></p>")))
                .events())
        .singleElement()
        .extracting(EventText::words)
        .isEqualTo("Hello Ada");
  }

  @Test
  void what_a_calendar_without_a_message_was_last_changed_at_is_its_version() {
    var lines =
        List.of(
            "UID:1",
            "DTSTART:20260305T100000Z",
            "DTSTAMP:20260301T100000Z",
            "LAST-MODIFIED:20260101T100000Z");
    var event = event(lines.toArray(String[]::new));

    assertThat(read(calendar(event)).events().getFirst().stamp())
        .isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
    assertThat(read(calendar("METHOD:REQUEST", event)).events().getFirst().stamp())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void tasks_are_counted_and_left_out() {
    var task = "BEGIN:VTODO\r\nUID:1\r\nSUMMARY:Call\r\nEND:VTODO";

    assertThat(read(calendar(task, task)).leftOut())
        .containsExactly("2 tasks: only events are read.");
  }

  @Test
  void what_is_written_and_read_again_tells_the_same() {
    var file =
        calendar(
            NEW_YORK,
            event(
                "UID:a;b",
                "SEQUENCE:2",
                "DTSTAMP:20260301T100000Z",
                "LAST-MODIFIED:20260301T100000Z",
                "DTSTART;TZID=Branch Office:20260305T100000",
                "DURATION:P1DT90M",
                "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=9",
                "RDATE;VALUE=PERIOD;TZID=Branch Office:20260306T100000/PT3H",
                "EXDATE;TZID=Branch Office:20260424T100000",
                "SUMMARY:Rückblick\\, " + "sehr ".repeat(40) + "lang \\; ende",
                "DESCRIPTION:Eins\\nzwei\\\\drei",
                "TRANSP:TRANSPARENT",
                "ORGANIZER;CN=Grace:mailto:grace@example.org",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com"),
            event(
                "UID:a;b",
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260529T140000Z",
                "DTSTART:20260530T140000Z",
                "STATUS:CANCELLED"));
    var read = read(file);
    assertThat(read.leftOut()).isEmpty();

    var written = IcsWriter.write(read.events());

    assertThat(read(written).events()).isEqualTo(read.events());
    assertThat(new String(written, UTF_8).lines())
        .allMatch(line -> line.getBytes(UTF_8).length <= 75);
  }

  @Test
  void an_end_that_is_missing_is_no_reason_to_lose_the_rest() {
    var file =
        new String(
                calendar(
                    event("UID:1", "DTSTART:20260305T100000Z"),
                    event(
                        "UID:2",
                        "DTSTART:20260306T100000Z",
                        "BEGIN:VALARM",
                        "TRIGGER:-PT5M",
                        "DTSTART:20200101T000000Z"),
                    event("UID:3", "DTSTART:20260307T100000Z")),
                UTF_8)
            .getBytes(UTF_8);

    assertThat(read(file).events()).extracting(EventText::uid).containsExactly("1", "2", "3");
    assertThat(read(Arrays.copyOf(file, file.length - 40)).leftOut())
        .containsExactly("The file ends within an event, which was left out.");
  }
}
