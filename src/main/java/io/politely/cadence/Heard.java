package io.politely.cadence;

import io.politely.reading.Intent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that came back.
 *
 * @param intent what it means for our next step, of what a person wrote; else null
 * @param notBefore the first day on which they may be approached again, where they set one
 * @param promiseDue by when they promised something, where they did
 * @param isColleague whether somebody else answered in their conversation
 */
public record Heard(
    Instant at,
    Kind kind,
    @Nullable Intent intent,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate promiseDue,
    boolean isColleague) {

  /** What came back. */
  public enum Kind {
    /** A person wrote. */
    REPLY,
    /** We spoke: a call, a meeting. */
    TALK,
    /** A program answered. */
    AUTOMATIC,
    /** A program says that they are away. */
    ABSENCE
  }

  /** Whether a person is behind it, so that what was unanswered is answered. */
  public boolean isHuman() {
    return kind == Kind.REPLY || kind == Kind.TALK;
  }
}
