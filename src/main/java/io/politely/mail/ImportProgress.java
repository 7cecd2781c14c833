package io.politely.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * How an import gets on.
 *
 * @param messagesPerSecond since it was started or resumed
 * @param timeLeft by the bytes that are left, once there is something to tell it from
 */
public record ImportProgress(ImportRun run, double messagesPerSecond, Optional<Duration> timeLeft) {

  private static final Duration TELLING = Duration.ofMillis(500);

  /**
   * Of a run that began with these figures.
   *
   * @param elapsed since then
   */
  static ImportProgress since(ImportRun beginning, ImportRun run, Duration elapsed) {
    double seconds = elapsed.toNanos() / 1e9;
    double rate = seconds <= 0 ? 0 : (run.messages() - beginning.messages()) / seconds;
    long bytes = run.bytesDone() - beginning.bytesDone();
    if (bytes <= 0 || elapsed.compareTo(TELLING) < 0) {
      return new ImportProgress(run, rate, Optional.empty());
    }
    long left = Math.max(0, run.bytesTotal() - run.bytesDone());
    return new ImportProgress(
        run, rate, Optional.of(Duration.ofMillis(Math.round(left * seconds * 1000 / bytes))));
  }

  /** How much of the mailboxes was read, 0 to 100. */
  public int percent() {
    if (run.state() == ImportState.DONE) {
      return 100;
    }
    return run.bytesTotal() == 0 ? 0 : (int) Math.min(99, run.bytesDone() * 100 / run.bytesTotal());
  }
}
