package io.politely.cadence;

import io.politely.wording.ValueKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that we sent or did to reach somebody.
 *
 * @param askMinutes what a yes costs them; null where nothing was asked
 * @param value what it brought them
 * @param kind whether it weighs on them
 * @param isPlanned whether it has not left yet
 */
public record Touched(
    Instant at,
    Channel channel,
    @Nullable Integer askMinutes,
    ValueKind value,
    Kind kind,
    boolean isPlanned) {

  /** Whether something of ours weighs on whom it reaches. */
  public enum Kind {
    /** We reach out. */
    TOUCH,
    /** We answer what they wrote: nobody minds. */
    ANSWER,
    /** We deliver what we owe: an outcome, a status, bad news. */
    OWED
  }

  /** The same after it left. */
  Touched gone() {
    return new Touched(at, channel, askMinutes, value, kind, false);
  }

  /** Whether it counts against what a person can be asked. */
  public boolean weighs() {
    return kind == Kind.TOUCH;
  }
}
