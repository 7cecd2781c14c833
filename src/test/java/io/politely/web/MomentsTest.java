package io.politely.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  /** A quarter past midnight on a Friday in Berlin, still Thursday in London. */
  private static final Instant NOW = Instant.parse("2026-06-25T22:15:00Z");

  private final Moments moments = new Moments(NOW, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2026-06-25T22:05:00Z, today,       today",
    "2026-06-25T21:55:00Z, yesterday,   1 day",
    "2026-06-13T10:00:00Z, 13 days ago, 13 days",
    "2026-05-29T10:00:00Z, 4 weeks ago, 4 weeks",
    "2026-03-03T10:00:00Z, 3 months ago, 3 months",
    "2024-01-03T10:00:00Z, 2 years ago, 2 years"
  })
  void the_past_is_counted_in_days_of_the_calendar(String moment, String ago, String wait) {
    assertThat(moments.fromNow(Instant.parse(moment))).isEqualTo(ago);
    assertThat(moments.wait(Instant.parse(moment))).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-26T21:00:00Z, today",
    "2026-06-27T10:00:00Z, tomorrow",
    "2026-07-01T10:00:00Z, in 5 days"
  })
  void the_future_too(String moment, String words) {
    assertThat(moments.fromNow(Instant.parse(moment))).isEqualTo(words);
  }

  @Test
  void a_day_names_its_year_only_where_it_is_another_one() {
    assertThat(moments.day(Instant.parse("2026-03-03T10:00:00Z"))).isEqualTo("Tue 3 March");
    assertThat(moments.day(Instant.parse("2025-03-03T10:00:00Z"))).isEqualTo("3 March 2025");
    assertThat(moments.narrow(Instant.parse("2026-06-25T22:05:00Z"))).isEqualTo("00:05");
    assertThat(moments.todayInWords()).isEqualTo("Friday, 26 June");
  }
}
