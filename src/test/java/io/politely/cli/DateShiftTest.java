package io.politely.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DateShiftTest {

  private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-06-26T17:00:00");

  private static final String MAILBOX =
      """
      From ada@example.org Fri Jun  5 15:00:00 2026
      Received: from mx.example.org by mx.example.com with ESMTPS id
       e8e5895e6b0b; Fri, 05 Jun 2026 16:00:02 +0100
      Date: Fri, 5 Jun 2026 16:00:00 +0100
      Subject: The plan

      On Fri, 05 Jun 2026 10:00:00 +0100 you wrote:
      >From ada@example.org Fri Jun  5 15:00:00 2026

      From grace@example.com Sat Jun  6 09:30:00 2026
      Date: Sat, 06 Jun 2026 09:30:00 +0000

      Later.
      """;

  @Test
  void headers_move_by_whole_weeks_and_bodies_stay() {
    assertThat(new DateShift.Weeks(2).apply(MAILBOX))
        .isEqualTo(
            """
            From ada@example.org Fri Jun 19 15:00:00 2026
            Received: from mx.example.org by mx.example.com with ESMTPS id
             e8e5895e6b0b; Fri, 19 Jun 2026 16:00:02 +0100
            Date: Fri, 19 Jun 2026 16:00:00 +0100
            Subject: The plan

            On Fri, 05 Jun 2026 10:00:00 +0100 you wrote:
            >From ada@example.org Fri Jun  5 15:00:00 2026

            From grace@example.com Sat Jun 20 09:30:00 2026
            Date: Sat, 20 Jun 2026 09:30:00 +0000

            Later.
            """);
  }

  @Test
  void the_anchor_comes_to_the_last_such_weekday_before_now() {
    var friday = Instant.parse("2026-06-26T16:00:00Z");

    assertThat(DateShift.Weeks.between(friday, friday)).isEqualTo(new DateShift.Weeks(0));
    assertThat(DateShift.Weeks.between(friday, Instant.parse("2026-07-03T15:59:59Z")))
        .isEqualTo(new DateShift.Weeks(0));
    assertThat(DateShift.Weeks.between(friday, Instant.parse("2026-07-03T16:00:00Z")))
        .isEqualTo(new DateShift.Weeks(1));
    assertThat(DateShift.Weeks.between(friday, Instant.parse("2026-06-20T00:00:00Z")))
        .isEqualTo(new DateShift.Weeks(-1));
  }

  @Test
  void an_invitation_moves_with_the_mail_that_brings_it_and_its_zone_stays() {
    assertThat(
            new DateShift.Weeks(2)
                .apply(
                    """
                    Date: Fri, 5 Jun 2026 16:00:00 +0100

                    DTSTART:19701025T020000
                    DTSTAMP:20260605T150000Z
                    DTSTART;TZID=Europe/London:20260609T093000
                    DTEND:20260609T110000
                    """))
        .isEqualTo(
            """
            Date: Fri, 19 Jun 2026 16:00:00 +0100

            DTSTART:19701025T020000
            DTSTAMP:20260619T150000Z
            DTSTART;TZID=Europe/London:20260623T093000
            DTEND:20260623T110000
            """);
  }

  @Test
  void what_is_to_come_in_two_business_days_does_so_whatever_day_it_is() {
    var tuesday = LocalDateTime.parse("2026-06-30T10:00:00");

    assertThat(at("2026-11-23T16:52:00").moved(tuesday)).isEqualTo("2026-11-25T10:00:00");
    assertThat(at("2026-11-26T16:52:00").moved(tuesday)).isEqualTo("2026-11-30T10:00:00");
    assertThat(at("2026-11-29T16:52:00").moved(tuesday)).isEqualTo("2026-12-01T10:00:00");
  }

  @Test
  void what_came_days_ago_came_as_many_business_days_ago() {
    var thursday = LocalDateTime.parse("2026-06-25T15:48:51");
    var wednesdayBefore = LocalDateTime.parse("2026-06-17T11:20:14");

    assertThat(at("2026-11-23T16:52:00").moved(thursday)).isEqualTo("2026-11-20T15:48:51");
    assertThat(at("2026-11-23T16:52:00").moved(wednesdayBefore)).isEqualTo("2026-11-12T11:20:14");
  }

  @Test
  void what_had_just_ended_has_just_ended_or_at_the_end_of_the_last_business_day() {
    var end = LocalDateTime.parse("2026-06-26T16:45:00");

    assertThat(at("2026-11-23T16:52:00").moved(end)).isEqualTo("2026-11-23T16:30:00");
    assertThat(at("2026-11-23T23:10:00").moved(end)).isEqualTo("2026-11-23T18:45:00");
    assertThat(at("2026-11-23T08:00:00").moved(end)).isEqualTo("2026-11-20T18:45:00");
    assertThat(at("2026-11-29T12:00:00").moved(end)).isEqualTo("2026-11-27T18:45:00");
  }

  private static DateShift.BusinessDays at(String now) {
    return DateShift.BusinessDays.between(FRIDAY, LocalDateTime.parse(now));
  }
}
