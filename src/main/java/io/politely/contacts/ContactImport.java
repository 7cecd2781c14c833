package io.politely.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of people.
 *
 * @param kind "linkedin", "vcard", "table" or "json"
 * @param rows how many name somebody
 * @param read how many of them were looked at so far
 * @param added how many were new
 * @param known how many an import before had brought
 * @param empty how many named nobody
 * @param people how many were met for the first time
 * @param merged how many times a row named two people as one, who were merged
 * @param remarks what was left out, in sentences
 * @param ended when it was through, or null
 * @param undone when it was taken back, or null
 */
public record ContactImport(
    UUID id,
    String file,
    String kind,
    Instant at,
    int rows,
    int read,
    int added,
    int known,
    int empty,
    int people,
    int merged,
    List<String> remarks,
    @Nullable Instant ended,
    @Nullable Instant undone) {

  public ContactImport {
    remarks = List.copyOf(remarks);
  }

  /** Whether every row was looked at. */
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
