package io.politely.pursuits;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of jobs.
 *
 * @param jobs how many the file names
 * @param read how many of them were looked at so far
 * @param added how many were opened
 * @param changed how many say something else than the last time
 * @param known how many say the same
 * @param remarks what was left out, in sentences
 * @param ended when it was through, or null
 * @param undone when it was taken back, or null
 */
public record PursuitImport(
    UUID id,
    String file,
    String kind,
    Instant at,
    int jobs,
    int read,
    int added,
    int changed,
    int known,
    List<String> remarks,
    @Nullable Instant ended,
    @Nullable Instant undone) {

  public PursuitImport {
    remarks = List.copyOf(remarks);
  }

  /** Whether every job was looked at. */
  public boolean isThrough() {
    return ended != null;
  }

  /** Whether the same file goes on where this import is. */
  public boolean canGoOn() {
    return ended == null && undone == null;
  }

  /** When it was taken back. */
  public Optional<Instant> undoneAt() {
    return Optional.ofNullable(undone);
  }
}
