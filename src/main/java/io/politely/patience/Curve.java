package io.politely.patience;

/**
 * How likely an answer has come after so many hours, where none came for some hours. Within a span
 * of the {@link Grid} the chance is spread evenly, and after the last one it goes on as there.
 */
final class Curve {

  private final double[] chances;
  private final double silent;

  /**
   * A curve.
   *
   * @param chances of an answer in each span of the grid, where none came before it
   * @param silent hours without an answer so far
   */
  Curve(double[] chances, double silent) {
    this.chances = chances.clone();
    this.silent = silent;
  }

  /** The chance that the answer comes before so many hours after the letter was sent. */
  double answeredBy(double hours) {
    return hours <= silent ? 0 : 1 - Math.exp(logSilence(hours) - logSilence(silent));
  }

  /** The chance that it comes between two moments, where it did not come before the first. */
  double answeredBetween(double from, double to) {
    double begin = Math.max(from, silent);
    return to <= begin ? 0 : 1 - Math.exp(logSilence(to) - logSilence(begin));
  }

  /** The logarithm of the chance of no answer until then. */
  private double logSilence(double hours) {
    double sum = 0;
    for (int span = 0; span < Grid.SPANS && Grid.begin(span) < hours; span++) {
      boolean last = span == Grid.SPANS - 1;
      double length = Grid.end(span) - Grid.begin(span);
      double passed = (hours - Grid.begin(span)) / length;
      sum += Math.log1p(-chances[span]) * (last ? passed : Math.min(1, passed));
    }
    return sum;
  }
}
