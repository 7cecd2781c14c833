package io.politely.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of people.
 *
 * @param kind "linkedin", "vcard" or "table"
 * @param added how many rows were new
 * @param known how many an import before had brought
 * @param empty how many named nobody
 * @param people how many were met for the first time
 * @param merged how many times a row named two people as one, who were merged
 * @param remarks what was left out, in sentences
 * @param undone when it was taken back, or null
 */
public record ContactImport(
    UUID id,
    String file,
    String kind,
    Instant at,
    int added,
    int known,
    int empty,
    int people,
    int merged,
    List<String> remarks,
    @Nullable Instant undone) {

  public ContactImport {
    remarks = List.copyOf(remarks);
  }

  /** When it was taken back. */
  public Optional<Instant> undoneAt() {
    return Optional.ofNullable(undone);
  }
}
