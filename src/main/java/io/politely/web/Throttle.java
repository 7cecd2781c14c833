package io.politely.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what comes within a minute, and says when it is too much. Kept in memory only, and never
 * more than is worth keeping: the key that was quiet longest is forgotten first.
 */
public final class Throttle {

  public static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final Map<String, ArrayDeque<Instant>> attempts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Counts one more of {@code key}; false when there were {@code limit} within the last minute. */
  public synchronized boolean allows(String key, int limit, Instant now) {
    var recent = attempts.computeIfAbsent(key, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    if (recent.size() >= limit) {
      return false;
    }
    recent.addLast(now);
    return true;
  }
}
