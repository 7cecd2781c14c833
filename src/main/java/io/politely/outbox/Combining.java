package io.politely.outbox;

import io.politely.kernel.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Does the work of all who ask at the same time at once, so that they share one transaction. Who
 * asks alone waits for nobody.
 */
@Edge
final class Combining<A, B> {

  private final Function<List<A>, List<B>> work;
  private final int most;
  private final ArrayDeque<Asked<A, B>> waiting = new ArrayDeque<>();
  private boolean working;

  private record Asked<A, B>(A what, CompletableFuture<B> answer) {}

  /**
   * @param work answers in the order of what was asked
   * @param most how many are taken at once
   */
  Combining(Function<List<A>, List<B>> work, int most) {
    this.work = work;
    this.most = most;
  }

  /** Waits for the answer; throws what the work threw. */
  B ask(A what) {
    return answer(later(what));
  }

  /** The answer when it is there. All are asked in the order in which they came. */
  CompletableFuture<B> later(A what) {
    var asked = new Asked<A, B>(what, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(asked);
      if (!working) {
        working = true;
        var _ = Thread.ofVirtual().name("combining").start(this::workOff);
      }
    }
    return asked.answer();
  }

  /** Waits for an answer; throws what the work threw. */
  static <B> B answer(CompletableFuture<B> coming) {
    try {
      return coming.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void workOff() {
    for (var batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        var answers = work.apply(batch.stream().map(Asked::what).toList());
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).answer().complete(answers.get(i));
        }
      } catch (RuntimeException | Error e) {
        for (var asked : batch) {
          asked.answer().completeExceptionally(e);
        }
      }
    }
  }

  private synchronized List<Asked<A, B>> next() {
    var batch = new ArrayList<Asked<A, B>>();
    while (batch.size() < most && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    working = !batch.isEmpty();
    return batch;
  }
}
