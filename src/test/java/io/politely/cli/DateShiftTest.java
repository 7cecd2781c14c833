package io.politely.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateShiftTest {

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
    assertThat(new DateShift(2).apply(MAILBOX))
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

    assertThat(DateShift.between(friday, friday)).isEqualTo(new DateShift(0));
    assertThat(DateShift.between(friday, Instant.parse("2026-07-03T15:59:59Z")))
        .isEqualTo(new DateShift(0));
    assertThat(DateShift.between(friday, Instant.parse("2026-07-03T16:00:00Z")))
        .isEqualTo(new DateShift(1));
    assertThat(DateShift.between(friday, Instant.parse("2026-06-20T00:00:00Z")))
        .isEqualTo(new DateShift(-1));
  }
}
