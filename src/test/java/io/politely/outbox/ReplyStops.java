package io.politely.outbox;

import io.politely.Politely;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.Edge;
import io.politely.outbox.FaultServer.Fault;
import io.politely.outbox.ReplyStopRun.Ending;
import io.politely.outbox.ReplyStopRun.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Follow-ups that are planned, approved and soon due, each in a mailbox of its own on a server,
 * with the program's own reading and sending: does an answer that lay on the server for as long as
 * a proof may be old stop each of them?
 */
@Edge
public final class ReplyStops {

  /** As {@code OutboxSettings} and {@code SyncSettings} have it where nobody says otherwise. */
  public static final Duration USUAL_FRESHNESS = Duration.ofSeconds(60);

  private static final int POLLS_WHILE_FRESH = 3;
  private static final int AT_ONCE = 200;

  /** To fill and to read a mailbox for the first time is work; to wait is none. */
  private static final int BEGUN_AT_ONCE = 8;

  private static final int ATTEMPTS = 5;
  private static final long FAR = 1_000_000;

  private ReplyStops() {}

  /**
   * What became of the follow-ups.
   *
   * @param answered runs in which an answer lay on the server in time
   * @param answeredAndStopped of them, those that were held and never left
   * @param unread runs in which the server could not be asked when the follow-up was due
   * @param unreadAndWaited of them, those that waited until it could, and then did what is right
   * @param silent runs in which nobody answered
   * @param silentAndLeft of them, those that left, once
   * @param wrong what happened otherwise, a line each
   */
  public record Found(
      int answered,
      int answeredAndStopped,
      int unread,
      int unreadAndWaited,
      int silent,
      int silentAndLeft,
      List<String> wrong) {

    public Found {
      wrong = List.copyOf(wrong);
    }
  }

  /**
   * Runs them, many at a time.
   *
   * @param answered runs with an answer; a tenth as many, but at least 2, without, and as many with
   *     the server out of reach
   * @param freshness how old a proof may be at the dot; mailboxes are asked three times as often
   */
  public static Found run(Path directory, int answered, Duration freshness, long seed)
      throws InterruptedException, ExecutionException {
    int others = Math.max(2, answered / 10);
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var application = application(database, directory, freshness);
        var smtp = FaultServer.always(Fault.NONE);
        var imap = new AnsweringServer();
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var turn = new Semaphore(BEGUN_AT_ONCE);
      var runs = new ArrayList<Callable<Ending>>();
      var kinds = new ArrayList<Kind>();
      IntStream.range(0, answered).forEach(_ -> kinds.add(Kind.ANSWERED));
      IntStream.range(0, others).forEach(_ -> kinds.add(Kind.SILENT));
      IntStream.range(0, others)
          .forEach(i -> kinds.add(i % 2 == 0 ? Kind.CUT_AND_ANSWERED : Kind.CUT_AND_SILENT));
      for (int i = 0; i < kinds.size(); i++) {
        var kind = kinds.get(i);
        long own = seed + i;
        runs.add(() ->
            inTime(s -> new ReplyStopRun(application, imap, smtp, freshness, turn, kind, s), own));
      }
      var endings = new ArrayList<Ending>();
      for (var run : threads.invokeAll(runs)) {
        endings.add(run.get());
      }
      return tally(endings, smtp);
    }
  }

  /** A run in which the answer did not lie there for long enough says nothing: another is made. */
  private static Ending inTime(LongFunction<ReplyStopRun> make, long seed) throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var ending = make.apply(seed + attempt * FAR).run();
      if (ending.isPresent()) {
        return ending.get();
      }
    }
    throw new IllegalStateException("The machine is too slow for this");
  }

  private static Found tally(List<Ending> endings, FaultServer smtp) {
    Map<String, Integer> times = new HashMap<>();
    smtp.accepted().forEach(one -> times.merge(one.internetId(), 1, Integer::sum));
    var tally = new Tally();
    for (var ending : endings) {
      int left = times.getOrDefault(ending.internetId(), 0);
      boolean isRight = ending.isRight() && left == (ending.kind().shouldLeave() ? 1 : 0);
      tally.count(ending.kind(), isRight);
      if (!isRight) {
        tally.wrong.add(ending + ", accepted " + left + " times");
      }
    }
    return tally.found();
  }

  private static final class Tally {

    private final Map<Kind, Integer> all = new HashMap<>();
    private final Map<Kind, Integer> right = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    void count(Kind kind, boolean isRight) {
      all.merge(kind, 1, Integer::sum);
      right.merge(kind, isRight ? 1 : 0, Integer::sum);
    }

    Found found() {
      return new Found(
          sum(all, Kind.ANSWERED),
          sum(right, Kind.ANSWERED),
          sum(all, Kind.CUT_AND_ANSWERED, Kind.CUT_AND_SILENT),
          sum(right, Kind.CUT_AND_ANSWERED, Kind.CUT_AND_SILENT),
          sum(all, Kind.SILENT),
          sum(right, Kind.SILENT),
          wrong);
    }

    private static int sum(Map<Kind, Integer> counts, Kind... kinds) {
      return List.of(kinds).stream().mapToInt(kind -> counts.getOrDefault(kind, 0)).sum();
    }
  }

  /** As {@code politely start} runs it, but for how long things take. */
  private static ConfigurableApplicationContext application(
      EmbeddedDatabase database, Path directory, Duration freshness) {
    var properties = new HashMap<>(database.access().properties());
    properties.put("politely.keys.file", directory.resolve("keys.json").toString());
    properties.put("politely.database.pool-size", "30");
    properties.put("politely.sync.enabled", "true");
    properties.put("politely.sync.poll", millis(freshness));
    properties.put("politely.sync.poll-while-due", millis(freshness.dividedBy(POLLS_WHILE_FRESH)));
    properties.put("politely.outbox.enabled", "true");
    properties.put("politely.outbox.freshness", millis(freshness));
    properties.put("politely.outbox.undo", millis(ReplyStopRun.untilDue(freshness)));
    properties.put("politely.outbox.journal", directory.resolve("dots").toString());
    properties.put("server.port", "0");
    properties.put("logging.level.root", "error");
    var application = new SpringApplication(Politely.class);
    application.setDefaultProperties(properties);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    return application.run();
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
