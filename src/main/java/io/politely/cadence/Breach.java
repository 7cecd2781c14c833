package io.politely.cadence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a touch would not be polite at a moment.
 *
 * @param sentence for the user
 * @param until from when on it is worth asking again; null: that does not pass
 */
public record Breach(Kind kind, String sentence, @Nullable Instant until) {

  /** What it is against. */
  public enum Kind {
    /**
     * They asked for no further contact. Nothing lifts that but the list of whom nobody writes to.
     */
    STOP,
    NOT_BEFORE,
    /** Too soon after another touch, or before one that is planned. */
    GAP,
    /** Too many without an answer. */
    UNANSWERED,
    OFF_HOURS,
    /** In the red band. */
    RED;

    /** Whether a user may go on all the same, with a written reason. */
    public boolean canBeOverridden() {
      return this != STOP;
    }
  }
}
