package io.politely.outbox;

import io.politely.Politely;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.FaultServer.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures of sending, each on a database of its own that writes everything to the disk. */
@Edge
public final class OutboxCampaigns {

  private static final EmailAddress GRACE = new EmailAddress("grace@example.com");

  private OutboxCampaigns() {}

  /**
   * How quickly mail leaves.
   *
   * @param seconds from the first look until the last one was sent
   * @param cpuHere seconds of computing by this process: the program and the server that takes mail
   * @param cpuDatabase the same by the database
   */
  public record Sent(int mails, int accepted, double seconds, double cpuHere, double cpuDatabase) {}

  /** So many races of a stop and a gate. */
  public static StopRaces.Found stops(Path directory, int races) {
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var context = context(database, directory);
        var server = FaultServer.always(Fault.NONE);
        var outbox = TestOutbox.sendingTo(context, server)) {
      return StopRaces.run(outbox, races, 8);
    }
  }

  /** So many mails that are due at once, from so many mailboxes, to a server that is this slow. */
  public static Sent burst(Path directory, int mails, int mailboxes, int lanes, Duration latency) {
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var context = context(database, directory);
        var server =
            new FaultServer(() -> Fault.NONE, latency, Duration.ofSeconds(1), null, null)) {
      var outboxes = new ArrayList<TestOutbox>();
      var place = new Server("127.0.0.1", server.port(), Security.NONE);
      for (int i = 0; i < mailboxes; i++) {
        outboxes.add(TestOutbox.quick(context, place, lanes, directory.resolve("sent-" + i)));
      }
      plan(outboxes, mails);
      var self = ProcessHandle.current();
      var postmaster = postmaster(directory);
      double cpuHere = cpu(Stream.of(self));
      double cpuDatabase = cpu(postmaster.children());
      long begin = System.nanoTime();
      for (var outbox : outboxes) {
        outbox.begin();
      }
      while (server.accepted().size() < mails || outboxes.stream().anyMatch(TestOutbox::isBusy)) {
        TestOutbox.sleep(10);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      cpuHere = cpu(Stream.of(self)) - cpuHere;
      cpuDatabase = cpu(postmaster.children()) - cpuDatabase;
      outboxes.forEach(TestOutbox::close);
      return new Sent(mails, server.accepted().size(), seconds, cpuHere, cpuDatabase);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessHandle postmaster(Path directory) throws IOException {
    var lines = Files.readAllLines(directory.resolve("data/postgresql/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
  }

  /** Seconds that these have computed until now. */
  private static double cpu(Stream<ProcessHandle> processes) {
    return processes
            .map(one -> one.info().totalCpuDuration())
            .flatMap(Optional::stream)
            .mapToLong(Duration::toMillis)
            .sum()
        / 1e3;
  }

  private static void plan(List<TestOutbox> outboxes, int mails) {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < mails; i++) {
        var outbox = outboxes.get(i % outboxes.size());
        threads.execute(() -> outbox.plan(GRACE));
      }
    }
  }

  private static ConfigurableApplicationContext context(EmbeddedDatabase database, Path directory) {
    var properties = new HashMap<>(database.access().properties());
    properties.put("politely.keys.file", directory.resolve("keys.json").toString());
    properties.put("politely.database.pool-size", "20");
    properties.put("server.port", "0");
    properties.put("logging.level.root", "error");
    var application = new SpringApplication(Politely.class);
    application.setDefaultProperties(properties);
    application.setLogStartupInfo(false);
    return application.run();
  }
}
