package io.politely.accounts;

import java.time.Duration;
import java.time.Instant;

/** Decides how long a session lives. */
final class SessionRules {

  /** How exactly we keep in mind when a session was last seen. */
  private static final Duration GLANCE = Duration.ofMinutes(10);

  private SessionRules() {}

  static boolean isAlive(Session session, Duration idle, Duration longest, Instant now) {
    return now.isBefore(session.seenAt().plus(idle))
        && now.isBefore(session.createdAt().plus(longest));
  }

  /** Whether it is worth a write to say that it was seen. */
  static boolean isWorthNoting(Session session, Instant now) {
    return now.isAfter(session.seenAt().plus(GLANCE));
  }

  /** A session as it is kept. */
  record Session(SignedIn who, Instant createdAt, Instant seenAt) {}
}
