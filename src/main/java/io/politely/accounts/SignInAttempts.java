package io.politely.accounts;

import io.politely.kernel.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: five passwords a minute for one address from one place, thirty from one
 * place for any address. Kept in memory only, and never more than is worth keeping.
 */
@Component
class SignInAttempts {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int FOR_ONE_ADDRESS = 5;
  private static final int FROM_ONE_PLACE = 30;
  private static final int MOST_KEPT = 10_000;

  private final Map<String, ArrayDeque<Instant>> attempts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Instant>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Counts an attempt; false when there were too many. */
  synchronized boolean allows(EmailAddress address, String place, Instant now) {
    boolean forAddress = counts(address + " " + place, FOR_ONE_ADDRESS, now);
    boolean fromPlace = counts(place, FROM_ONE_PLACE, now);
    return forAddress && fromPlace;
  }

  private boolean counts(String key, int limit, Instant now) {
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
