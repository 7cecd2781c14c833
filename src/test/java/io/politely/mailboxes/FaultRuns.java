package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.mail.Mail;
import io.politely.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mailbox over a spoilt line while another program changes it, and tells whether the store
 * came to equal the server.
 */
@Edge
final class FaultRuns {

  private static final Logger LOG = LoggerFactory.getLogger(FaultRuns.class);

  static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final int SPOILT_CONNECTIONS = 3;
  private static final int AT_ONCE = 6;

  private static final int ATTEMPTS = 5;
  private static final int PLACES = 10;
  private static final long FAR = 1_000;

  private final Supplier<MailServer> servers;
  private final Sync sync;
  private final Mailboxes mailboxes;
  private final ImapGateway gateway;
  private final Mail mail;

  FaultRuns(
      Supplier<MailServer> servers,
      Sync sync,
      Mailboxes mailboxes,
      ImapGateway gateway,
      Mail mail) {
    this.servers = servers;
    this.sync = sync;
    this.mailboxes = mailboxes;
    this.gateway = gateway;
    this.mail = mail;
  }

  /**
   * What came of a run.
   *
   * @param took until the store equalled the server and was proven; empty where it did not come to
   *     that in {@link #LIMIT}
   * @param faults connections and lines that were spoilt
   */
  record Outcome(Fault fault, long seed, Optional<Duration> took, int faults) {

    boolean isGood() {
      return took.isPresent() && faults > 0;
    }
  }

  /** All faults with so many seeds each, some at a time; the log tells how far it is. */
  List<Outcome> runAll(int seeds) throws Exception {
    var runs = new ArrayList<Future<Outcome>>();
    try (var several = Executors.newFixedThreadPool(AT_ONCE)) {
      for (long seed = 1; seed <= seeds; seed++) {
        for (var fault : Fault.values()) {
          long of = seed;
          runs.add(several.submit(() -> told(spoilt(fault, of))));
        }
      }
      var outcomes = new ArrayList<Outcome>();
      for (var run : runs) {
        outcomes.add(run.get());
      }
      return outcomes;
    }
  }

  private static Outcome told(Outcome outcome) {
    LOG.info("{}, {}", outcome.isGood() ? "Good" : "NOT GOOD", outcome);
    return outcome;
  }

  /**
   * A run in which the fault happened: the place that a seed stands for may lie behind all that was
   * said, and then another one is taken.
   */
  private Outcome spoilt(Fault fault, long seed) throws Exception {
    var outcome = run(fault, seed);
    for (int i = 1; i < PLACES && outcome.took().isPresent() && outcome.faults() == 0; i++) {
      outcome = run(fault, seed + i * FAR);
    }
    return outcome;
  }

  /** One run, on a server and in a workspace of its own. */
  private Outcome run(Fault fault, long seed) throws Exception {
    var workspace = TestWorkspace.fresh();
    try (var server = servers.get();
        var other = new OtherProgram(server.port());
        var proxy = WireProxy.spoiling(server.port(), fault, seed, SPOILT_CONNECTIONS)) {
      var id = mailboxes.connect(workspace.id(), server.account(), MONDAY).orElseThrow();
      var direct = mailboxes.account(workspace.id(), id).orElseThrow();
      other.put("INBOX", messages(0, 12));
      mailboxes.change(
          workspace.id(),
          id,
          MailServer.account(proxy.port(), Server.Security.NONE, MailServer.PASSWORD));
      long began = System.nanoTime();
      sync.look(workspace.id());
      Thread.sleep(100);
      other.put("INBOX", messages(12, 13));
      other.expunge("INBOX", 1);
      var took = awaitEqual(workspace, direct, began);
      sync.forget(id);
      mailboxes.disconnect(workspace.id(), id);
      return new Outcome(fault, seed, took, proxy.faultsMade());
    }
  }

  private Optional<Duration> awaitEqual(TestWorkspace workspace, MailAccount account, long began)
      throws Exception {
    var there = onServer(account);
    for (var took = since(began); took.compareTo(LIMIT) < 0; took = since(began)) {
      if (mailboxes.provenAt(workspace.id(), account.id()).isPresent()
          && Comparison.ofStore(workspace, mail).equals(there)) {
        return Optional.of(took);
      }
      Thread.sleep(25);
    }
    return Optional.empty();
  }

  /** Past the spoilt line; a busy machine may be too slow for the short patience of these tests. */
  private Map<String, String> onServer(MailAccount account) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return Comparison.ofServer(gateway, account);
      } catch (MailServerException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static String[] messages(int from, int to) {
    return IntStream.range(from, to).mapToObj(MailServer::message).toArray(String[]::new);
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }
}
