package io.politely.outbox;

import io.politely.kernel.Edge;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The mails that were claimed for the lanes of one account and that none of them began yet. One
 * claim serves all lanes: it has to look past everything that was sent lately, however few it
 * takes.
 */
@Edge
final class Feed {

  private final Supplier<List<Claimed>> claims;
  private final Consumer<Claimed> release;
  private final Duration patience;
  private final ArrayDeque<Claimed> waiting = new ArrayDeque<>();
  private long since;

  /**
   * @param claims more of them; none: nothing is due
   * @param release gives one back that nobody began
   * @param patience how long after the claim a mail may be begun
   */
  Feed(Supplier<List<Claimed>> claims, Consumer<Claimed> release, Duration patience) {
    this.claims = claims;
    this.release = release;
    this.patience = patience;
  }

  /** The next mail to be sent; empty where nothing is due. */
  synchronized Optional<Claimed> next() {
    if (System.nanoTime() - since > patience.toNanos()) {
      giveBack();
    }
    if (waiting.isEmpty()) {
      since = System.nanoTime();
      waiting.addAll(claims.get());
    }
    return Optional.ofNullable(waiting.poll());
  }

  /** Gives back what nobody began. */
  synchronized void giveBack() {
    while (!waiting.isEmpty()) {
      release.accept(waiting.remove());
    }
  }
}
