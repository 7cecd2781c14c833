package io.politely.outbox;

import java.time.Instant;
import java.util.List;

/** What became of a mail that was to be planned. */
public sealed interface Planning {

  /** It leaves when it is due, unless something holds it. */
  record Planned(OutgoingId id, Instant dueAt) implements Planning {}

  /**
   * It was not planned, since it would press on somebody.
   *
   * @param objections sentences
   * @param canBeOverridden whether a written reason lets it go all the same
   */
  record Impolite(List<String> objections, boolean canBeOverridden) implements Planning {

    public Impolite {
      objections = List.copyOf(objections);
    }
  }

  /** It was not planned, for a reason that the user may read. */
  record Refused(String sentence) implements Planning {}
}
