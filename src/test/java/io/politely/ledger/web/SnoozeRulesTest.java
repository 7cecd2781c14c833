package io.politely.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnoozeRulesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Tuesday in Berlin, and still Monday in London. */
  private static final Instant NOW = Instant.parse("2026-03-23T23:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "tomorrow,     2026-03-25T07:00:00Z",
    "next-week,    2026-03-30T06:00:00Z", // the clocks have changed by then
    "in-two-weeks, 2026-04-07T06:00:00Z",
    "in-a-month,   2026-04-24T06:00:00Z",
    "2026-03-25,   2026-03-25T07:00:00Z"
  })
  void a_day_is_its_morning_where_the_user_lives(String wished, Instant morning) {
    assertThat(SnoozeRules.until(wished, BERLIN, NOW)).contains(morning);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-24", "2026-03-23", "2026-02-30", "soon", ""})
  void what_names_no_day_to_come_is_no_snooze(String wished) {
    assertThat(SnoozeRules.until(wished, BERLIN, NOW)).isEmpty();
  }

  @Test
  void on_a_monday_next_week_is_seven_days_away() {
    assertThat(SnoozeRules.until("next-week", BERLIN, Instant.parse("2026-03-02T09:00:00Z")))
        .contains(Instant.parse("2026-03-09T07:00:00Z"));
  }
}
