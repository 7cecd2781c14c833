package io.politely.patience;

/**
 * What was learned: weights for the moment at which a letter is sent, and for every moment from a
 * day after it on, when what happened since counts too.
 *
 * @param letters how many letters and readers it was learned from
 * @param answered how many of them were answered
 */
record Lessons(Hazard atSend, Hazard later, long letters, long answered) {

  /** From here on what happened since is taken into account, in seconds. */
  static final long LATER = Time.DAY;

  /** Before anything was learned: an answer in an hour as unlikely as in any other. */
  static Lessons none() {
    var weights = new double[Hazard.SIZE];
    for (int span = 0; span < Grid.SPANS; span++) {
      weights[span] = -5;
    }
    return new Lessons(new Hazard(weights), new Hazard(weights), 0, 0);
  }

  /**
   * How the chance of an answer goes on.
   *
   * @param after how long ago the letter was sent, in seconds
   */
  Curve curve(float[] situation, long after) {
    return new Curve(hazard(after).chances(situation), after / (double) Time.HOUR);
  }

  Hazard hazard(long after) {
    return after < LATER ? atSend : later;
  }
}
