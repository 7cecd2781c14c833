package io.politely.patience;

/** Chances as log odds, in which they add. */
final class Odds {

  private static final double LEAST = 0.002;

  private Odds() {}

  static double of(double chance) {
    double within = Math.clamp(chance, LEAST, 1 - LEAST);
    return Math.log(within / (1 - within));
  }

  static double chance(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
