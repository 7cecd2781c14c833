package io.politely.bench;

import io.politely.cadence.CapsCampaign;
import io.politely.reading.ReadingBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/bench NAME [--format json] [--record]}: runs one benchmark. */
public final class Bench {

  private static final String ONE_COMPILER = "--one-compiler";

  private Bench() {}

  /** What a benchmark can be told. */
  record Options(Path data, List<String> arguments) {}

  public static void main(String... arguments) throws Exception {
    var rest = new ArrayList<>(List.of(arguments));
    boolean json = rest.remove("--format") && rest.remove("json");
    boolean record = rest.remove("--record");
    var name = rest.isEmpty() ? "" : rest.removeFirst();
    var options = new Options(data(), rest);
    var report =
        switch (name) {
          case "import" -> ImportBench.run(options);
          case "import-order" -> OrderBench.run(options);
          case "contacts-import" -> ContactsBench.run(options);
          case "calendar" -> CalendarBench.run();
          case "sync" -> SyncBench.run(options);
          case "start" -> StartBench.run(options);
          case "pages" -> PagesBench.run(options);
          case "pursuits" -> PursuitsBench.run(options);
          case "never-twice" -> NeverTwiceBench.run(options);
          case "outbox" -> OutboxBench.run(options);
          case "stops" -> OutboxBench.stops(options);
          case "reply-stops" -> ReplyStopsBench.run(options);
          case "follow-ups" -> FollowUpsBench.run(options);
          case "caps" -> caps(options);
          case "plans" ->
              new Report("Plans by the rules alone, one thread", CapsCampaign.plans(10_000));
          case "reading" -> reading(options);
          default -> {
            System.err.println(
                "Say which benchmark to run: import, import-order, contacts-import, calendar, sync,"
                    + " start, pages, pursuits, never-twice, outbox, stops, reply-stops,"
                    + " follow-ups, caps, plans, reading.");
            System.exit(2);
            yield Report.EMPTY;
          }
        };
    System.out.println(
        json ? JsonMapper.shared().writeValueAsString(report.figures()) : report.table());
    if (record) {
      report.appendTo(Path.of("docs/benchmarks.md"));
    }
    System.exit(0);
  }

  /** {@code caps [SCHEDULES] [FIRST SEED]}. */
  private static Report caps(Options options) {
    var arguments = options.arguments();
    long schedules = arguments.isEmpty() ? 1_000_000 : Long.parseLong(arguments.getFirst());
    long seed = arguments.size() < 2 ? 1 : Long.parseLong(arguments.get(1));
    return new Report(
        "Random schedules against the caps of politeness", CapsCampaign.run(seed, schedules));
  }

  private static Report reading(Options options) throws IOException, InterruptedException {
    var mailbox =
        options.arguments().isEmpty()
            ? options.data().resolve("mail/linux-man.mbox.gz")
            : Path.of(options.arguments().getFirst());
    var own = ReadingBenchmark.run(mailbox.toString());
    var title = "Reading of " + mailbox.getFileName();
    if (options.arguments().contains(ONE_COMPILER)) {
      return new Report(title, own);
    }
    var both = new LinkedHashMap<String, Object>();
    own.forEach((what, figure) -> both.put(what + " (launcher's flags)", figure));
    optimized(mailbox).forEach((what, figure) -> both.put(what + " (optimizing compiler)", figure));
    return new Report(title, both);
  }

  /** The same in a process of its own, with the compiler that a program gets that runs for long. */
  private static Map<String, Object> optimized(Path mailbox)
      throws IOException, InterruptedException {
    var ended =
        Commands.run(
            Map.of("POLITELY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4"),
            "bin/bench",
            "reading",
            mailbox.toString(),
            ONE_COMPILER,
            "--format",
            "json");
    var figures = new LinkedHashMap<String, Object>();
    var printed = JsonMapper.shared().readTree(ended.output().strip().lines().toList().getLast());
    printed.properties().forEach(one -> figures.put(one.getKey(), one.getValue().asDouble()));
    return figures;
  }

  /** The development data, beside the checkout or where POLITELY_DATA says. */
  private static Path data() {
    return Path.of(Map.copyOf(System.getenv()).getOrDefault("POLITELY_DATA", "../shared/data"));
  }
}
