package io.politely.outbox;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A mail about to leave and a stop to its recipient, at the same moment, many times.
 *
 * <p>Who wins depends on how long a commit takes, which no fixed pause meets on every machine. So
 * each lane gives the loser of one race more of a lead in the next, twice as much as long as the
 * same one loses: it stays where both are as likely to be first, which is where something could go
 * wrong.
 */
@Edge
public final class StopRaces {

  /**
   * What came of them.
   *
   * @param sent mails whose gate was first; the stop said that one is being sent
   * @param cancelled mails whose stop was first
   * @param dotsAfterStop mails that could leave although the stop had said that none does
   */
  public record Found(int sent, int cancelled, int dotsAfterStop) {}

  private static final int BETWEEN_PROOFS = 10;
  private static final long SHORTEST_STEP = 50_000;
  private static final long LONGEST_STEP = 20_000_000;
  private static final int JITTER_NANOS = 400_000;

  private StopRaces() {}

  /** So many races, some at the same time. */
  public static Found run(TestOutbox outbox, int races, int atOnce) {
    int sent = 0;
    int cancelled = 0;
    int wrong = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var lanes = new ArrayList<Future<int[]>>();
      for (int lane = 0; lane < atOnce; lane++) {
        int number = lane;
        lanes.add(threads.submit(() -> lane(outbox, number, races / atOnce)));
      }
      for (var lane : lanes) {
        var found = lane.get();
        sent += found[0];
        cancelled += found[1];
        wrong += found[2];
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return new Found(sent, cancelled, wrong);
  }

  private static int[] lane(TestOutbox outbox, int lane, int races) throws Exception {
    var found = new int[3];
    long lead = 0; // of the gate before the stop, in nanoseconds
    long step = SHORTEST_STEP;
    boolean wasDot = false;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int race = 0; race < races; race++) {
        if (race % BETWEEN_PROOFS == 0) {
          // Else every gate is closed after a minute, and nothing races.
          outbox.prove(Duration.ZERO);
        }
        var address = new EmailAddress("person%d-%d@example.com".formatted(lane, race));
        var id = outbox.plan(address);
        var claimed = outbox.claimOne(id);
        var start = new CyclicBarrier(2);
        long gateWaits = Math.max(0, -lead);
        long stopWaits = Math.max(0, lead);
        var gate =
            threads.submit(() -> {
              start.await();
              pause(gateWaits);
              return outbox.gate().opens(claimed);
            });
        start.await();
        pause(stopWaits);
        var stopped =
            outbox
                .stopping()
                .stop(
                    outbox.workspace(),
                    Stop.Scope.ADDRESS,
                    address.value(),
                    Stop.Source.USER,
                    "Please stop.",
                    null,
                    "a test");
        boolean dot = gate.get();
        step = dot == wasDot ? Math.min(2 * step, LONGEST_STEP) : Math.max(step / 4, SHORTEST_STEP);
        lead += dot ? -step : step;
        wasDot = dot;
        found[0] += dot ? 1 : 0;
        found[1] += stopped.cancelled();
        found[2] += dot == (stopped.beingSent() == 0) || dot == (stopped.cancelled() == 1) ? 1 : 0;
        if (dot) {
          outbox
              .outbox()
              .settle(outbox.workspace(), "a test", List.of(Settlement.sent(claimed, false)));
        }
      }
    }
    return found;
  }

  private static void pause(long nanos) {
    LockSupport.parkNanos(nanos + ThreadLocalRandom.current().nextInt(JITTER_NANOS));
  }
}
