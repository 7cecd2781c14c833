package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  private final SignInAttempts attempts = new SignInAttempts();

  @Test
  void the_sixth_attempt_within_a_minute_is_too_many() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.allows(ADA, "192.0.2.1", MONDAY.plusSeconds(i))).isTrue();
    }

    assertThat(attempts.allows(ADA, "192.0.2.1", MONDAY.plusSeconds(5))).isFalse();
    assertThat(attempts.allows(GRACE, "192.0.2.1", MONDAY.plusSeconds(5))).isTrue();
    assertThat(attempts.allows(ADA, "192.0.2.2", MONDAY.plusSeconds(5))).isTrue();
  }

  @Test
  void a_minute_later_one_may_try_again() {
    for (int i = 0; i < 6; i++) {
      attempts.allows(ADA, "192.0.2.1", MONDAY);
    }

    assertThat(attempts.allows(ADA, "192.0.2.1", MONDAY.plus(Duration.ofSeconds(61)))).isTrue();
  }

  @Test
  void one_place_cannot_try_many_addresses() {
    for (int i = 0; i < 30; i++) {
      attempts.allows(new EmailAddress("person" + i + "@example.org"), "192.0.2.1", MONDAY);
    }

    assertThat(attempts.allows(ADA, "192.0.2.1", MONDAY)).isFalse();
  }
}
