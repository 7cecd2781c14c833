package io.politely.outbox;

import java.time.Instant;
import java.util.List;

/**
 * A letter that is being written.
 *
 * @param begunAt when it was first saved
 * @param files in the order in which they were attached
 * @param isDiscarded whether it was thrown away, which can be taken back
 */
public record Draft(
    DraftId id,
    DraftText text,
    Instant begunAt,
    Instant savedAt,
    List<DraftFile> files,
    boolean isDiscarded) {

  public Draft {
    files = List.copyOf(files);
  }
}
