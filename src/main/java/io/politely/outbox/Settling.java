package io.politely.outbox;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Writes down what became of mails: what a server said must not be lost with a database away. */
@Edge
final class Settling {

  private static final long PAUSE_MILLIS = 200;

  private final Gate gate;
  private final BooleanSupplier running;

  /**
   * @param running while it answers yes, nothing is given up
   */
  Settling(Gate gate, BooleanSupplier running) {
    this.gate = gate;
    this.running = running;
  }

  /** Returns when it is committed. */
  void write(WorkspaceId workspace, Settlement said) {
    begin(workspace, said).finish();
  }

  /** It is written with whoever comes to the gate next; to be finished. */
  Begun begin(WorkspaceId workspace, Settlement said) {
    return new Begun(workspace, said, gate.settle(workspace, said));
  }

  /** Something that is being written. */
  final class Begun {

    private final WorkspaceId workspace;
    private final Settlement said;
    private final CompletableFuture<Boolean> coming;

    private Begun(WorkspaceId workspace, Settlement said, CompletableFuture<Boolean> coming) {
      this.workspace = workspace;
      this.said = said;
      this.coming = coming;
    }

    /** Returns when it is committed. */
    void finish() {
      try {
        var _ = Combining.answer(coming);
      } catch (RuntimeException e) {
        var _ = untilDone(() -> gate.settleApart(workspace, said));
      }
    }
  }

  /** Tries until it succeeds, or the program ends. */
  <T> T untilDone(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!running.getAsBoolean()) {
          throw e;
        }
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw e;
        }
      }
    }
  }
}
