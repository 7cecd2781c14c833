package io.politely.pursuits;

import io.politely.accounts.MemberId;
import io.politely.database.LongWork;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens the jobs of a file, some hundreds in each transaction. Stop it, kill it, give it the same
 * file again: it goes on behind what was committed.
 */
@Component
public class JobImporter {

  private final Pursuits pursuits;
  private final LongWork work;

  JobImporter(Pursuits pursuits, LongWork work) {
    this.pursuits = pursuits;
    this.work = work;
  }

  /**
   * The first hundreds at once, so that a usual file is through, and the others in the background.
   */
  public PursuitImport start(
      WorkspaceId workspace, String name, NewJobs jobs, MemberId by, Instant now) {
    var begun = pursuits.beginImport(workspace, name, jobs, by, now).id();
    var first = pursuits.importNext(workspace, begun, jobs, now);
    if (first.canGoOn()) {
      work.start(begun, () -> pursuits.importNext(workspace, begun, jobs, now).canGoOn());
    }
    return first;
  }

  /** Stops an import after the jobs it is at; false where it is not running here. */
  public boolean stop(WorkspaceId workspace, UUID run) {
    return pursuits.jobImport(workspace, run).isPresent() && work.stop(run);
  }

  /** Whether an import is running now; one that is not through and does not run was cut off. */
  public boolean isRunning(UUID run) {
    return work.isGoing(run);
  }
}
