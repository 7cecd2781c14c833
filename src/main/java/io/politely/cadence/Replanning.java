package io.politely.cadence;

import io.politely.database.LongWork;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Plans all that goes on anew after the policy changed: the first of it at once, the others in the
 * background, and tells how far that is. What is cut off, stopped or lost with the program is
 * planned anew by the next round of {@link CadenceCatchUp}, whose first is at the start.
 */
@Component
public class Replanning {

  private static final Logger LOG = LoggerFactory.getLogger(Replanning.class);

  /** So long it is told how it ended. */
  private static final Duration TOLD = Duration.ofHours(1);

  private final Map<WorkspaceId, Run> runs = new ConcurrentHashMap<>();
  private final Cadence cadence;
  private final LongWork work;
  private final NewIds ids;
  private final Clock clock;

  Replanning(Cadence cadence, LongWork work, NewIds ids, Clock clock) {
    this.cadence = cadence;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of it. */
  public enum State {
    GOING,
    DONE,
    STOPPED,
    BROKEN_OFF
  }

  /**
   * How far it is.
   *
   * @param of how many went on when it began
   * @param looked how many of them are planned anew
   * @param moved how many go on otherwise, or at another time
   */
  public record Progress(State state, long of, long looked, long moved, Instant at) {

    Progress and(Cadence.Replanned some, Instant now) {
      return new Progress(
          some.last().isPresent() ? state : State.DONE,
          Math.max(of, looked + some.looked()),
          looked + some.looked(),
          moved + some.moved(),
          now);
    }

    Progress as(State other, Instant now) {
      return new Progress(other, of, looked, moved, now);
    }
  }

  /** One change of the policy. A later one begins anew, and ends this one. */
  private static final class Run {

    private final UUID id;
    private Optional<FollowUpId> after = Optional.empty();
    private volatile Progress progress;

    Run(UUID id, Progress progress) {
      this.id = id;
      this.progress = progress;
    }
  }

  /** Begins, and returns when the first of them are planned. */
  public void start(WorkspaceId workspace) {
    var run =
        new Run(
            ids.next(),
            new Progress(State.GOING, cadence.countOpen(workspace), 0, 0, clock.instant()));
    runs.put(workspace, run);
    if (step(workspace, run)) {
      work.start(run.id, () -> step(workspace, run));
    }
  }

  /** Stops after those that it is at. False where nothing goes on. */
  public boolean stop(WorkspaceId workspace) {
    var run = runs.get(workspace);
    if (run == null || !work.stop(run.id)) {
      return false;
    }
    synchronized (run) {
      if (run.progress.state() == State.GOING) {
        run.progress = run.progress.as(State.STOPPED, clock.instant());
      }
    }
    return true;
  }

  /** How far it is, or how it ended lately; empty where no number was changed lately. */
  public Optional<Progress> progress(WorkspaceId workspace) {
    return Optional.ofNullable(runs.get(workspace))
        .map(run -> run.progress)
        .filter(it -> it.state() == State.GOING || it.at().plus(TOLD).isAfter(clock.instant()));
  }

  /** Whether something is left to be planned. */
  private boolean step(WorkspaceId workspace, Run run) {
    if (runs.get(workspace) != run) {
      return false;
    }
    try {
      var some = cadence.replanSome(workspace, run.after, clock.instant());
      run.after = some.last();
      synchronized (run) {
        run.progress = run.progress.and(some, clock.instant());
      }
      return some.last().isPresent();
    } catch (RuntimeException e) {
      LOG.error("Plans of workspace {} could not be made anew; the next round does", workspace, e);
      synchronized (run) {
        run.progress = run.progress.as(State.BROKEN_OFF, clock.instant());
      }
      return false;
    }
  }
}
