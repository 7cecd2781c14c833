package io.politely.mail;

import io.politely.kernel.Edge;
import java.time.Duration;

/**
 * Whether a workspace has something to thread, and from when on. After a long threading it rests
 * longer, since more comes in meanwhile and threading it together costs less.
 */
@Edge
final class ThreadingQueue {

  private static final int REST_FOR_EACH_WORK = 4;
  private static final Duration LONGEST_REST = Duration.ofSeconds(20);

  private boolean waiting;
  private boolean hurried;
  private boolean worked;
  private long restUntil = System.nanoTime();

  /** Something waits; true where nobody works, so that the caller must see to it. */
  synchronized boolean add() {
    waiting = true;
    notifyAll();
    if (worked) {
      return false;
    }
    worked = true;
    return true;
  }

  /** What waits need not wait any more. */
  synchronized void hurry() {
    hurried = true;
    notifyAll();
  }

  /** Returns when it is time to work; what is added from then on waits for the next time. */
  synchronized void take() throws InterruptedException {
    for (long left = left(); left > 0 && !hurried; left = left()) {
      wait(left);
    }
    waiting = false;
    hurried = false;
  }

  synchronized void rest(Duration worked) {
    var rest = worked.multipliedBy(REST_FOR_EACH_WORK);
    restUntil =
        System.nanoTime() + (rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest).toNanos();
  }

  synchronized boolean isEmpty() {
    return !waiting;
  }

  /** Whether nothing waits; then nobody works from now on. */
  synchronized boolean isDone() {
    worked = waiting;
    return !waiting;
  }

  private long left() {
    return Duration.ofNanos(restUntil - System.nanoTime()).plusMillis(1).toMillis();
  }
}
