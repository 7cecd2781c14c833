package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts what was fetched and what waits, for the progress that a page shows. */
@Edge
final class FetchTally {

  private final Map<FolderId, Long> waiting = new HashMap<>();
  private long fetched;
  private long busyNanos;
  private long busySince;

  synchronized void waits(FolderId folder, long messages) {
    waiting.put(folder, messages);
  }

  synchronized void begin() {
    busySince = System.nanoTime();
  }

  synchronized void end() {
    busyNanos += System.nanoTime() - busySince;
    busySince = 0;
  }

  synchronized void stored(FolderId folder, long messages) {
    fetched += messages;
    waiting.computeIfPresent(folder, (_, left) -> Math.max(0, left - messages));
  }

  synchronized long fetched() {
    return fetched;
  }

  synchronized SyncProgress progress() {
    long left = waiting.values().stream().mapToLong(Long::longValue).sum();
    long now = busySince == 0 ? 0 : System.nanoTime() - busySince;
    return SyncProgress.of(fetched, left, Duration.ofNanos(busyNanos + now));
  }
}
