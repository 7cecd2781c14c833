package io.politely.patience;

/** Spans of time in seconds. */
final class Time {

  static final long HOUR = 3600;
  static final long DAY = 24 * HOUR;

  /** Beyond this nobody answers any more: 98 of 100 answers came within two weeks. */
  static final long HORIZON = 30 * DAY;

  private Time() {}

  /** Grows with the days between two moments, ever slower. */
  static double days(long now, long then) {
    return Math.log1p(Math.max(0, now - then) / (double) DAY);
  }

  /** 1 right away, e times less after each span. */
  static double fading(long now, long then, double span) {
    return Math.exp(-Math.max(0, now - then) / span);
  }
}
