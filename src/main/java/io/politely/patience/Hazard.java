package io.politely.patience;

import java.util.Arrays;

/**
 * The chance that an answer comes within a span of the {@link Grid}, where none came before it:
 * {@code logit h = α_span + β·x + γ·x′·ln(1 + t)}, with x the situation and x′ a few of its
 * features whose effect changes with time (discrete-time hazard regression; Singer & Willett 1993).
 */
final class Hazard {

  /** Those whose effect changes with time. */
  static final Feature[] CHANGING = {
    Feature.RATE,
    Feature.PAIR_RATE,
    Feature.ANSWERS_THEM,
    Feature.OFTEN_LATE,
    Feature.HOURS,
    Feature.TAKES_PART,
    Feature.IN_COPY
  };

  /** First of the weights of features; before them those of the spans. */
  static final int FEATURES = Grid.SPANS;

  /** First of the weights of those that change. */
  static final int CHANGES = FEATURES + Situation.SIZE;

  /** How many weights there are. */
  static final int SIZE = CHANGES + CHANGING.length;

  private final double[] weights;

  Hazard(double[] weights) {
    if (weights.length != SIZE) {
      throw new IllegalArgumentException(
          "A hazard has %d weights, not %d".formatted(SIZE, weights.length));
    }
    this.weights = weights.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /** What a situation adds in all spans. */
  double level(float[] situation) {
    double sum = 0;
    for (int i = 0; i < situation.length; i++) {
      sum += weights[FEATURES + i] * situation[i];
    }
    return sum;
  }

  /** What it adds with time. */
  double change(float[] situation) {
    double sum = 0;
    for (int i = 0; i < CHANGING.length; i++) {
      sum += weights[CHANGES + i] * situation[CHANGING[i].place()];
    }
    return sum;
  }

  /** The log odds of an answer in a span. */
  double odds(int span, double level, double change) {
    return weights[span] + level + change * Grid.logTime(span);
  }

  /** The chances of an answer in each span, where none came before it. */
  double[] chances(float[] situation) {
    double level = level(situation);
    double change = change(situation);
    var chances = new double[Grid.SPANS];
    Arrays.setAll(chances, span -> Odds.chance(odds(span, level, change)));
    return chances;
  }

  /** What one feature adds to the log odds. */
  double effect(Feature feature, double value) {
    return weights[FEATURES + feature.place()] * value;
  }
}
