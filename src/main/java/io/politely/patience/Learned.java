package io.politely.patience;

import java.time.Instant;

/**
 * What a workspace has learned from its letters.
 *
 * @param usual what is usual among all of them
 * @param us our own habits
 */
record Learned(Instant at, Lessons lessons, Averages usual, Habits us) {

  /** Of somebody who has no letters: what is known of others. */
  static Learned nothing() {
    return new Learned(
        Instant.EPOCH, Priors.lessons(), new Averages(), new Habits(Acquaintances.US));
  }
}
