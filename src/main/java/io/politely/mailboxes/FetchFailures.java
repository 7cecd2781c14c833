package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.util.HashMap;
import java.util.Map;

/**
 * Messages that a server did not hand out. Such a message is asked for alone, so that it does not
 * keep others back, and after several refusals it is set aside.
 */
@Edge
final class FetchFailures {

  private static final int ENOUGH = 4;

  private final Map<Key, Integer> counts = new HashMap<>();

  private record Key(FolderId folder, long uid) {}

  /** Another attempt was in vain. */
  void add(FolderId folder, long uid) {
    counts.merge(new Key(folder, uid), 1, Integer::sum);
  }

  boolean isSuspect(FolderId folder, long uid) {
    return counts.containsKey(new Key(folder, uid));
  }

  boolean isHopeless(FolderId folder, long uid) {
    return counts.getOrDefault(new Key(folder, uid), 0) >= ENOUGH;
  }

  void clear(FolderId folder, long uid) {
    counts.remove(new Key(folder, uid));
  }
}
