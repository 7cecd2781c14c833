package io.politely.bench;

import io.politely.outbox.ReplyStops;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * {@code reply-stops [RUNS] [SECONDS]}: answers on a server against follow-ups that are planned.
 * SECONDS: how old a proof may be at the dot; without it the program's own 60, and nothing runs
 * faster than it does for users: many mailboxes are followed at once.
 */
final class ReplyStopsBench {

  private static final int RUNS = 1_000;
  private static final long SEED = 20_261_122;

  private ReplyStopsBench() {}

  static Report run(Bench.Options options) throws Exception {
    var arguments = options.arguments();
    int runs = arguments.isEmpty() ? RUNS : Integer.parseInt(arguments.getFirst());
    var freshness =
        arguments.size() < 2
            ? ReplyStops.USUAL_FRESHNESS
            : Duration.ofSeconds(Integer.parseInt(arguments.get(1)));
    var directory = Commands.temporaryDirectory("reply-stops");
    try {
      long begin = System.nanoTime();
      var found = ReplyStops.run(directory, runs, freshness, SEED);
      found.wrong().forEach(System.err::println);
      var figures = new LinkedHashMap<String, Object>();
      figures.put("answered in time", found.answered());
      figures.put("of them stopped", found.answeredAndStopped());
      figures.put("server out of reach when due", found.unread());
      figures.put("of them waited, then did right", found.unreadAndWaited());
      figures.put("nobody answered", found.silent());
      figures.put("of them left, once", found.silentAndLeft());
      figures.put("seconds", (System.nanoTime() - begin) / 1e9);
      return new Report(
          "Answers that stop a follow-up, on the server %d s before"
              .formatted(freshness.toSeconds()),
          figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
