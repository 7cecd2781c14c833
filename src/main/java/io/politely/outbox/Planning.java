package io.politely.outbox;

import java.time.Instant;

/** What became of a mail that was to be planned. */
public sealed interface Planning {

  /** It leaves when it is due, unless something holds it. */
  record Planned(OutgoingId id, Instant dueAt) implements Planning {}

  /** It was not planned, for a reason that the user may read. */
  record Refused(String sentence) implements Planning {}
}
