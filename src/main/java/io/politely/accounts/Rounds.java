package io.politely.accounts;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something in each workspace again and again, in a thread of its own, until it is closed.
 * Whatever fails, also the question which workspaces there are while the database is away, is tried
 * again in the next round, and keeps no other workspace waiting.
 */
@Edge
public final class Rounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String name;
  private final Duration pause;
  private final Supplier<List<WorkspaceId>> workspaces;
  private final Consumer<WorkspaceId> work;
  private final Thread thread;

  private Rounds(
      String name,
      Duration pause,
      Supplier<List<WorkspaceId>> workspaces,
      Consumer<WorkspaceId> work) {
    this.name = name;
    this.pause = pause;
    this.workspaces = workspaces;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /**
   * Begins.
   *
   * @param name of what is done, for the log
   * @param pause between two rounds
   */
  public static Rounds start(
      String name,
      Duration pause,
      Supplier<List<WorkspaceId>> workspaces,
      Consumer<WorkspaceId> work) {
    var rounds = new Rounds(name, pause, workspaces, work);
    rounds.thread.start();
    return rounds;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      workspaces.get().forEach(this::attempt);
    } catch (RuntimeException e) {
      LOG.warn("{}: which workspaces there are is not known now; it is asked again", name, e);
    }
  }

  private void attempt(WorkspaceId workspace) {
    try {
      work.accept(workspace);
    } catch (RuntimeException e) {
      LOG.error("{} in workspace {} failed; it is tried again", name, workspace, e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
