package io.politely.patience;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Keeps the newest of what the past shows, and learns from it. */
final class Learning implements Past.Watcher {

  /** Numbers of a situation take about 400 bytes; these are 80 MB at most. */
  private static final int MOST_AT_SEND = 60_000;

  private static final int MOST_LATER = 120_000;

  private final Deque<Observation> atSend = new ArrayDeque<>();
  private final Deque<Observation> later = new ArrayDeque<>();

  @Override
  public void sees(Awaited awaited, long after, float[] situation) {
    var observation = new Observation(awaited, after, situation);
    if (observation.isAtSend()) {
      keep(atSend, MOST_AT_SEND, observation);
    } else {
      keep(later, MOST_LATER, observation);
    }
  }

  private static void keep(Deque<Observation> all, int most, Observation observation) {
    if (all.size() == most) {
      all.removeFirst();
    }
    all.addLast(observation);
  }

  /** Letters with their readers, as they were when they were sent; the oldest first. */
  Collection<Observation> atSend() {
    return List.copyOf(atSend);
  }

  /**
   * Learns.
   *
   * @param known when we look: what comes later is not known
   * @param before what was known before
   */
  Lessons learn(long known, Lessons before) {
    long answered = atSend.stream().filter(it -> Double.isFinite(it.hoursToAnswer(known))).count();
    return new Lessons(
        Fitting.fit(atSend, known, before.atSend()),
        Fitting.fit(later, known, before.later()),
        atSend.size(),
        answered);
  }
}
