package io.politely.outbox;

import java.time.Duration;

/** When a mail is tried again that was not accepted this time. */
final class BackoffRules {

  /** Greylisting lasts minutes, an outage hours; the mail's own end sets the limit. */
  private static final Duration FIRST = Duration.ofSeconds(60);

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 6;

  private BackoffRules() {}

  /**
   * How long to wait: a minute, doubled with each attempt up to an hour, and a part of it more, so
   * that many mails do not come back at once.
   *
   * @param attempts attempts that were made, at least 1
   * @param spread 0…1, by chance
   */
  static Duration pause(int attempts, double spread) {
    var pause = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS));
    var bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    return bounded.plusMillis((long) (bounded.toMillis() * spread / 4));
  }
}
