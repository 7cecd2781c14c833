package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SessionRules.Session;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final Duration IDLE = Duration.ofDays(14);
  static final Duration LONGEST = Duration.ofDays(90);
  static final SignedIn ADA =
      new SignedIn(
          new WorkspaceId(new UUID(0, 1)),
          new MemberId(new UUID(0, 2)),
          "Ada Lovelace",
          new EmailAddress("ada@example.org"),
          ZoneId.of("Europe/London"));

  @Test
  void a_session_that_is_used_lives_on() {
    var session = new Session(ADA, MONDAY, MONDAY.plus(Duration.ofDays(60)));

    assertThat(SessionRules.isAlive(session, IDLE, LONGEST, MONDAY.plus(Duration.ofDays(73))))
        .isTrue();
  }

  @Test
  void a_session_without_a_request_for_two_weeks_has_ended() {
    var session = new Session(ADA, MONDAY, MONDAY);

    assertThat(SessionRules.isAlive(session, IDLE, LONGEST, MONDAY.plus(Duration.ofDays(14))))
        .isFalse();
  }

  @Test
  void a_session_ends_after_ninety_days_however_much_it_is_used() {
    var session = new Session(ADA, MONDAY, MONDAY.plus(Duration.ofDays(89)));

    assertThat(SessionRules.isAlive(session, IDLE, LONGEST, MONDAY.plus(Duration.ofDays(90))))
        .isFalse();
  }

  @Test
  void being_seen_is_noted_now_and_then_only() {
    var session = new Session(ADA, MONDAY, MONDAY);

    assertThat(SessionRules.isWorthNoting(session, MONDAY.plus(Duration.ofMinutes(9)))).isFalse();
    assertThat(SessionRules.isWorthNoting(session, MONDAY.plus(Duration.ofMinutes(11)))).isTrue();
  }
}
