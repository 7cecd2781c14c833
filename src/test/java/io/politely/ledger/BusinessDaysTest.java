package io.politely.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ZoneId UTC = ZoneId.of("UTC");
  static final Instant THURSDAY_BEFORE_EASTER = Instant.parse("2026-04-02T09:00:00Z");
  static final Instant SATURDAY = Instant.parse("2026-03-07T09:00:00Z");

  @Test
  void two_business_days_pass_over_the_holidays_of_the_country() {
    assertThat(BusinessDays.after(THURSDAY_BEFORE_EASTER, 2, BERLIN))
        .isEqualTo(Instant.parse("2026-04-08T16:00:00Z"));
  }

  @Test
  void a_zone_without_a_country_knows_weekends_only() {
    assertThat(BusinessDays.after(THURSDAY_BEFORE_EASTER, 2, UTC))
        .isEqualTo(Instant.parse("2026-04-06T18:00:00Z"));
  }

  @Test
  void what_is_due_at_once_on_a_weekend_is_due_on_monday() {
    assertThat(BusinessDays.after(SATURDAY, 0, UTC))
        .isEqualTo(Instant.parse("2026-03-09T18:00:00Z"));
  }
}
