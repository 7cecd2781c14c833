package io.politely.bench;

import io.politely.outbox.OutboxCampaigns;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.util.FileSystemUtils;

/** How much mail leaves, and whether a stop is ever too late. */
final class OutboxBench {

  private OutboxBench() {}

  /** {@code outbox}: to a server that takes everything at once, and to one with 50 ms latency. */
  static Report run(Bench.Options options) throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    // The first round is not measured: it is for the JVM.
    var _ = burst(2000, 4, 8, Duration.ZERO);
    var sink = burst(20_000, 4, 8, Duration.ZERO);
    figures.put("sends/s to a sink", sink.mails() / sink.seconds());
    figures.put(
        "ms of computing for a mail, program and sink", 1e3 * sink.cpuHere() / sink.mails());
    figures.put("ms of computing for a mail, database", 1e3 * sink.cpuDatabase() / sink.mails());
    var slow = burst(10_000, 10, 4, Duration.ofMillis(50));
    figures.put("10,000 due at once, 10 mailboxes, 50 ms latency, s", slow.seconds());
    figures.put("accepted", sink.accepted() + slow.accepted());
    return new Report("Outbox", figures);
  }

  /** {@code stops [N]}: races of a stop and a mail that is about to leave. */
  static Report stops(Bench.Options options) throws IOException {
    int races =
        options.arguments().isEmpty() ? 20_000 : Integer.parseInt(options.arguments().getFirst());
    var directory = Commands.temporaryDirectory("stops");
    try {
      long begin = System.nanoTime();
      var found = OutboxCampaigns.stops(directory, races);
      var figures = new LinkedHashMap<String, Object>();
      figures.put("races", found.sent() + found.cancelled());
      figures.put("the gate was first", found.sent());
      figures.put("the stop was first", found.cancelled());
      figures.put("dots after an acknowledged stop", found.dotsAfterStop());
      figures.put("seconds", (System.nanoTime() - begin) / 1e9);
      return new Report("Stops against mail that is about to leave", figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static OutboxCampaigns.Sent burst(int mails, int mailboxes, int lanes, Duration latency)
      throws IOException {
    var directory = Commands.temporaryDirectory("outbox");
    try {
      return OutboxCampaigns.burst(directory, mails, mailboxes, lanes, latency);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
