package io.politely.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestRulesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");

  @Test
  void it_is_due_at_its_hour_of_the_readers_day_and_for_three_hours() {
    assertThat(day(at(7), "2026-03-03T05:59:59Z")).isEmpty();
    assertThat(day(at(7), "2026-03-03T06:00:00Z")).contains(TUESDAY);
    assertThat(day(at(7), "2026-03-03T08:59:59Z")).contains(TUESDAY);
    assertThat(day(at(7), "2026-03-03T09:00:00Z")).isEmpty();
  }

  @Test
  void one_of_late_in_the_evening_is_still_that_of_the_day_before_at_midnight() {
    assertThat(day(at(23), "2026-03-03T23:30:00Z")).contains(TUESDAY);
  }

  @Test
  void an_hour_that_the_clocks_skip_is_the_next_one() {
    assertThat(day(at(2), "2026-03-29T00:59:00Z")).isEmpty();
    assertThat(day(at(2), "2026-03-29T01:00:00Z")).contains(LocalDate.parse("2026-03-29"));
  }

  @Test
  void of_an_hour_that_comes_twice_it_is_the_first() {
    assertThat(day(at(2), "2026-10-24T23:59:00Z")).isEmpty();
    assertThat(day(at(2), "2026-10-25T00:00:00Z")).contains(LocalDate.parse("2026-10-25"));
    assertThat(day(at(2), "2026-10-25T03:00:00Z")).isEmpty();
  }

  @Test
  void at_the_weekend_it_comes_only_to_whoever_wants_it_then() {
    var saturday = "2026-03-07T06:00:00Z";

    assertThat(day(at(7), saturday)).isPresent();
    assertThat(day(new DigestChoice(7, true, "", LONG_AGO), saturday)).isEmpty();
    assertThat(day(new DigestChoice(7, true, "", LONG_AGO), "2026-03-06T06:00:00Z")).isPresent();
  }

  @Test
  void an_hour_that_had_passed_when_it_was_chosen_is_not_made_up_for() {
    var chosen = new DigestChoice(7, false, "", Instant.parse("2026-03-03T06:30:00Z"));

    assertThat(day(chosen, "2026-03-03T06:31:00Z")).isEmpty();
    assertThat(day(chosen, "2026-03-04T06:00:00Z")).contains(TUESDAY.plusDays(1));
  }

  private static DigestChoice at(int hour) {
    return new DigestChoice(hour, false, "", LONG_AGO);
  }

  private static Optional<LocalDate> day(DigestChoice choice, String now) {
    return DigestRules.due(choice, BERLIN, Instant.parse(now)).map(DigestRules.Due::day);
  }
}
