package io.politely.patience;

/** The hours after a letter was sent between which the chance of an answer is told. */
final class Grid {

  private static final double[] HOURS = {
    0, 1, 2, 4, 8, 16, 24, 36, 48, 72, 96, 120, 168, 240, 336, 480, 720
  };

  /** How many spans there are. */
  static final int SPANS = HOURS.length - 1;

  private static final double[] LOG_TIME = new double[SPANS];

  static {
    for (int span = 0; span < SPANS; span++) {
      // About zero in the middle, so that the effects of features stay what they are.
      LOG_TIME[span] = Math.log1p((HOURS[span] + HOURS[span + 1]) / 2) - 3;
    }
  }

  private Grid() {}

  static double begin(int span) {
    return HOURS[span];
  }

  static double end(int span) {
    return HOURS[span + 1];
  }

  static double logTime(int span) {
    return LOG_TIME[span];
  }

  /** The first span that begins at some hours, or after them. */
  static int from(double hours) {
    int span = 0;
    while (span < SPANS && HOURS[span] < hours) {
      span++;
    }
    return span;
  }
}
