package io.politely.mailboxes;

import java.time.Duration;
import java.util.Optional;

/**
 * How the reading of a mailbox gets on.
 *
 * @param isConnected whether its server is being talked to
 * @param fetched messages since the connection was made
 * @param waiting messages on the server that are not here yet, as far as is known
 * @param timeLeft for those that wait, once there is something to reckon with
 */
public record SyncProgress(
    boolean isConnected, long fetched, long waiting, Optional<Duration> timeLeft) {

  /** Of a mailbox that nobody reads at the moment. */
  static final SyncProgress NONE = new SyncProgress(false, 0, 0, Optional.empty());

  /**
   * Reckons with the speed so far.
   *
   * @param busy how long it took to fetch those that are here
   */
  static SyncProgress of(long fetched, long waiting, Duration busy) {
    var left =
        fetched == 0 || waiting == 0
            ? Optional.<Duration>empty()
            : Optional.of(Duration.ofMillis(busy.toMillis() * waiting / fetched));
    return new SyncProgress(true, fetched, waiting, left);
  }
}
