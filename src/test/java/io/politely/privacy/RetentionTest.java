package io.politely.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Instant CLOSED = Instant.parse("2026-01-31T09:00:00Z");

  private final Retention threeMonths = new Retention(3, new MemberId(new UUID(0, 1)));

  @Test
  void the_time_is_over_when_the_months_have_passed_and_not_before() {
    assertThat(threeMonths.isOver(CLOSED, null, null, at("2026-04-30T08:59:59Z"))).isFalse();
    assertThat(threeMonths.isOver(CLOSED, null, null, at("2026-04-30T09:00:00Z"))).isTrue();
  }

  @Test
  void a_later_mail_begins_the_time_anew() {
    var later = at("2026-03-01T09:00:00Z");

    assertThat(threeMonths.isOver(CLOSED, later, null, at("2026-05-31T09:00:00Z"))).isFalse();
    assertThat(threeMonths.isOver(CLOSED, later, null, at("2026-06-01T09:00:00Z"))).isTrue();
  }

  @Test
  void who_was_kept_is_kept_for_as_long_again() {
    var kept = at("2026-05-02T09:00:00Z");

    assertThat(threeMonths.isOver(CLOSED, null, kept, at("2026-08-01T09:00:00Z"))).isFalse();
    assertThat(threeMonths.isOver(CLOSED, null, kept, at("2026-08-02T09:00:00Z"))).isTrue();
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
