package io.politely.patience;

import java.util.Collection;
import java.util.List;

/**
 * Fits a {@link Hazard} to what was seen: penalized maximum likelihood by Newton's method with
 * halved steps. The penalty pulls towards weights known before, so that few letters of one's own
 * change little, and many change everything.
 */
final class Fitting {

  /** How many letters about the weights known before are worth (chosen on held-out months). */
  private static final double PULL = 120;

  private static final double PULL_OF_SPANS = 1;

  /** Letters of a year ago count half. */
  private static final double HALF_LIFE = 365 * Time.DAY;

  private static final int MOST_STEPS = 15;
  private static final double ENOUGH = 0.5;
  private static final double SMALLEST_STEP = 1.0 / 512;

  private final List<Observation> seen;
  private final long known;
  private final double[] before;

  private Fitting(Collection<Observation> seen, long known, double[] before) {
    this.seen = List.copyOf(seen);
    this.known = known;
    this.before = before;
  }

  /**
   * Fits.
   *
   * @param known when we look: what comes later is not known
   * @param before the weights known before
   */
  static Hazard fit(Collection<Observation> seen, long known, Hazard before) {
    return new Hazard(new Fitting(seen, known, before.weights()).weights());
  }

  private double[] weights() {
    var weights = before.clone();
    double loss = loss(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      var curvature = new double[Hazard.SIZE][];
      var slope = new double[Hazard.SIZE];
      slopes(weights, slope, curvature);
      var direction = Cholesky.solve(curvature, slope);
      double length = 1;
      var next = moved(weights, direction, length);
      double better = loss(next);
      while (!(better <= loss) && length > SMALLEST_STEP) {
        length /= 2;
        next = moved(weights, direction, length);
        better = loss(next);
      }
      if (!(better < loss)) {
        return weights;
      }
      boolean isEnough = loss - better < ENOUGH;
      weights = next;
      loss = better;
      if (isEnough) {
        return weights;
      }
    }
    return weights;
  }

  private static double[] moved(double[] weights, double[] direction, double length) {
    var moved = new double[weights.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = weights[i] - length * direction[i];
    }
    return moved;
  }

  private static double pull(int weight) {
    return weight < Hazard.FEATURES ? PULL_OF_SPANS : PULL;
  }

  private double importance(Observation seen) {
    return Math.pow(0.5, (known - seen.sentAt()) / HALF_LIFE);
  }

  /** The negative logarithm of the likelihood, with the penalty. */
  private double loss(double[] weights) {
    var hazard = new Hazard(weights);
    double loss = 0;
    for (var observation : seen) {
      loss += importance(observation) * loss(hazard, observation);
    }
    for (int i = 0; i < weights.length; i++) {
      double off = weights[i] - before[i];
      loss += pull(i) * off * off / 2;
    }
    return loss;
  }

  private double loss(Hazard hazard, Observation observation) {
    double level = hazard.level(observation.situation());
    double change = hazard.change(observation.situation());
    double answered = observation.hoursToAnswer(known);
    double seen = observation.hoursSeen(known);
    double loss = 0;
    for (int span = first(observation); span < Grid.SPANS; span++) {
      boolean now = answered < Grid.end(span);
      if (!now && seen < Grid.end(span)) {
        return loss;
      }
      double odds = hazard.odds(span, level, change);
      loss += now ? softplus(-odds) : softplus(odds);
      if (now) {
        return loss;
      }
    }
    return loss;
  }

  private static int first(Observation observation) {
    return Grid.from(observation.after() / (double) Time.HOUR);
  }

  private static double softplus(double odds) {
    return odds > 30 ? odds : Math.log1p(Math.exp(odds));
  }

  /** First and second derivatives of the loss; of the second ones the lower triangle. */
  private void slopes(double[] weights, double[] slope, double[][] curvature) {
    for (int i = 0; i < weights.length; i++) {
      slope[i] = pull(i) * (weights[i] - before[i]);
      curvature[i] = new double[i + 1];
      curvature[i][i] = pull(i);
    }
    var hazard = new Hazard(weights);
    var sums = new Sums();
    for (var observation : seen) {
      sums.of(hazard, observation);
      sums.addTo(observation.situation(), slope, curvature);
    }
  }

  /**
   * Of one letter: all that its spans add up to, so that its features are gone through once.
   * Indices of features are those that are not zero.
   */
  private final class Sums {

    private final double[] bySpan = new double[Grid.SPANS];
    private final double[] curvatureBySpan = new double[Grid.SPANS];
    private final int[] present = new int[Situation.SIZE];
    private int first;
    private int end;
    private double slope;
    private double slopeInTime;
    private double curvature;
    private double curvatureInTime;
    private double curvatureInTimeTwice;

    void of(Hazard hazard, Observation observation) {
      double importance = importance(observation);
      double level = hazard.level(observation.situation());
      double change = hazard.change(observation.situation());
      double answered = observation.hoursToAnswer(known);
      double seen = observation.hoursSeen(known);
      slope = 0;
      slopeInTime = 0;
      curvature = 0;
      curvatureInTime = 0;
      curvatureInTimeTwice = 0;
      first = first(observation);
      end = first;
      boolean now = false;
      while (end < Grid.SPANS && !now) {
        now = answered < Grid.end(end);
        if (!now && seen < Grid.end(end)) {
          return;
        }
        add(end, importance, Odds.chance(hazard.odds(end, level, change)), now);
        end++;
      }
    }

    private void add(int span, double importance, double chance, boolean now) {
      double error = importance * (chance - (now ? 1 : 0));
      double weight = importance * chance * (1 - chance);
      double time = Grid.logTime(span);
      bySpan[span] = error;
      curvatureBySpan[span] = weight;
      slope += error;
      slopeInTime += error * time;
      curvature += weight;
      curvatureInTime += weight * time;
      curvatureInTimeTwice += weight * time * time;
    }

    void addTo(float[] situation, double[] slopes, double[][] curvatures) {
      for (int span = first; span < end; span++) {
        slopes[span] += bySpan[span];
        curvatures[span][span] += curvatureBySpan[span];
      }
      int count = 0;
      for (int i = 0; i < situation.length; i++) {
        if (situation[i] != 0) {
          present[count++] = i;
        }
      }
      for (int i = 0; i < count; i++) {
        addFeature(i, situation, slopes, curvatures[Hazard.FEATURES + present[i]]);
      }
      for (int i = 0; i < Hazard.CHANGING.length; i++) {
        addChange(i, count, situation, slopes, curvatures[Hazard.CHANGES + i]);
      }
    }

    private void addFeature(int index, float[] situation, double[] slopes, double[] row) {
      int feature = present[index];
      double value = situation[feature];
      slopes[Hazard.FEATURES + feature] += slope * value;
      for (int span = first; span < end; span++) {
        row[span] += curvatureBySpan[span] * value;
      }
      double scaled = curvature * value;
      for (int i = 0; i <= index; i++) {
        row[Hazard.FEATURES + present[i]] += scaled * situation[present[i]];
      }
    }

    private void addChange(int index, int count, float[] situation, double[] slopes, double[] row) {
      double value = situation[Hazard.CHANGING[index].place()];
      if (value == 0) {
        return;
      }
      slopes[Hazard.CHANGES + index] += slopeInTime * value;
      for (int span = first; span < end; span++) {
        row[span] += curvatureBySpan[span] * Grid.logTime(span) * value;
      }
      for (int i = 0; i < count; i++) {
        row[Hazard.FEATURES + present[i]] += curvatureInTime * value * situation[present[i]];
      }
      for (int i = 0; i <= index; i++) {
        row[Hazard.CHANGES + i] +=
            curvatureInTimeTwice * value * situation[Hazard.CHANGING[i].place()];
      }
    }
  }
}
