package io.politely.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TheirClockTest {

  private static final Instant FRIDAY_EVENING = Instant.parse("2026-06-26T16:00:00Z");

  @Test
  void after_friday_evening_the_next_morning_is_mondays() {
    assertThat(clock(ZoneOffset.ofHours(2)).morningAfter(FRIDAY_EVENING))
        .isEqualTo(Instant.parse("2026-06-29T07:00:00Z"));
    assertThat(clock(ZoneOffset.ofHours(-7)).morningAfter(FRIDAY_EVENING))
        .isEqualTo(Instant.parse("2026-06-29T16:00:00Z"));
  }

  @Test
  void before_nine_it_is_the_same_day() {
    assertThat(clock(ZoneOffset.ofHours(-8)).morningAfter(FRIDAY_EVENING))
        .isEqualTo(Instant.parse("2026-06-26T17:00:00Z"));
  }

  @Test
  void a_header_that_says_utc_says_little() {
    assertThat(clock(ZoneOffset.UTC).isVague()).isTrue();
    assertThat(clock(ZoneOffset.ofHours(1)).isVague()).isFalse();
  }

  @Property
  void it_is_nine_on_a_working_day_there_and_soon(
      @ForAll @IntRange(min = -1_080, max = 1_080) int minutes,
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
    var now = Instant.ofEpochSecond(second);
    var offset = ZoneOffset.ofTotalSeconds(minutes * 60);
    var there = clock(offset).morningAfter(now).atOffset(offset);

    assertThat(there.getHour()).isEqualTo(9);
    assertThat(there.getMinute()).isZero();
    assertThat(there.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(Duration.between(now, there.toInstant()))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofDays(3));
  }

  private static TheirClock clock(ZoneOffset offset) {
    return new TheirClock(offset, Instant.parse("2026-03-02T09:00:00Z"));
  }
}
