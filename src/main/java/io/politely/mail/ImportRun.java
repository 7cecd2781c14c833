package io.politely.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of reading mailboxes, and how far it came.
 *
 * @param sources what is read: paths on this machine
 * @param messages found so far: imported, duplicates and quarantined
 * @param problem why it failed, one sentence, or null
 */
public record ImportRun(
    ImportId id,
    List<String> sources,
    ImportState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    long bytesTotal,
    long bytesDone,
    long messages,
    long imported,
    long duplicates,
    long quarantined,
    @Nullable String problem) {

  public ImportRun {
    sources = List.copyOf(sources);
  }

  ImportRun inState(ImportState other) {
    return new ImportRun(
        id,
        sources,
        other,
        startedAt,
        endedAt,
        bytesTotal,
        bytesDone,
        messages,
        imported,
        duplicates,
        quarantined,
        problem);
  }
}
