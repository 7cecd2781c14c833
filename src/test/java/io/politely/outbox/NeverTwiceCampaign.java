package io.politely.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.politely.Politely;
import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.FaultServer.Fault;
import io.politely.outbox.FaultServer.Point;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two processes from the built jar send through a server that breaks down for a fifth of the mails,
 * while both and their database are killed: at random moments, and when the server hears a certain
 * command from them. Counts what the server accepted.
 */
@Edge
public final class NeverTwiceCampaign {

  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofMinutes(25);
  private static final double FAULTS = 0.2;
  private static final int NODES = 2;
  private static final List<Point> POINTS = List.of(Point.values());

  /** Those that a server makes; a fifth of the mails meets one of them. */
  private static final List<Fault> KINDS =
      List.of(
          Fault.MAIL_450,
          Fault.RCPT_451,
          Fault.RATE_LIMIT,
          Fault.DATA_451,
          Fault.DATA_DROP,
          Fault.BODY_DROP,
          Fault.DOT_451,
          Fault.DOT_421,
          Fault.DOT_554,
          Fault.DROP_BEFORE_ACCEPT,
          Fault.DROP_AFTER_ACCEPT,
          Fault.STALL_AFTER_ACCEPT,
          Fault.RESET_AFTER_ACCEPT,
          Fault.HALF_CLOSE_AFTER_ACCEPT,
          Fault.GARBAGE_AFTER_ACCEPT,
          Fault.BYTE_BY_BYTE,
          Fault.TWO_LINES);

  /**
   * What one seed found.
   *
   * @param doubled mails that the server accepted more than once
   * @param lost mails that ended in no final and no visible state
   * @param falselySent mails said to be sent that the server never accepted
   * @param overdue times that a node held a mail for longer than two leases while another one, or
   *     itself again, could have gone on
   * @param inDoubt mails that were in doubt at some time
   * @param inDoubtResolved those that evidence resolved
   * @param longestHold in seconds
   */
  public record Found(
      int mails,
      int kills,
      int doubled,
      int lost,
      int falselySent,
      int overdue,
      int inDoubt,
      int inDoubtResolved,
      double longestHold,
      double seconds) {

    public static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether nothing happened that must not. */
    public boolean isGood() {
      return doubled + lost + falselySent + overdue == 0;
    }

    public Found plus(Found other) {
      return new Found(
          mails + other.mails,
          kills + other.kills,
          doubled + other.doubled,
          lost + other.lost,
          falselySent + other.falselySent,
          overdue + other.overdue,
          inDoubt + other.inDoubt,
          inDoubtResolved + other.inDoubtResolved,
          Math.max(longestHold, other.longestHold),
          seconds + other.seconds);
    }
  }

  private final long seed;
  private final int mails;
  private final int killsWanted;
  private final Path directory;
  private final Random random;
  private final AtomicInteger kills = new AtomicInteger();
  private final Process[] nodes = new Process[NODES];
  private final Holds holds = new Holds(NODES);
  private final AtomicReference<@Nullable Point> armed = new AtomicReference<>();

  private NeverTwiceCampaign(long seed, int mails, int kills, Path directory) {
    this.seed = seed;
    this.mails = mails;
    this.killsWanted = kills;
    this.directory = directory;
    this.random = new Random(seed);
  }

  /** One seed, in an empty directory. */
  public static Found run(long seed, int mails, int kills, Path directory)
      throws IOException, SQLException, InterruptedException {
    return new NeverTwiceCampaign(seed, mails, kills, directory).run();
  }

  private Found run() throws IOException, SQLException, InterruptedException {
    long begin = System.nanoTime();
    var data = directory.resolve("data");
    try (var database = EmbeddedDatabase.start(data);
        var server =
            new FaultServer(
                this::fault,
                Duration.ofMillis(2),
                Duration.ofMillis(1200),
                directory.resolve("accepted"),
                null);
        var context = context(database)) {
      letOwnerBecomeTheApplication(database, data);
      var place = prepare(context, server);
      server.watch((point, port) -> killAt(point, port, server.port(), data));
      for (int node = 0; node < NODES; node++) {
        start(node, database);
      }
      try {
        work(context, database, data, server, place);
      } finally {
        for (var node : nodes) {
          node.destroyForcibly().waitFor();
        }
      }
      return count(database, server, place, (System.nanoTime() - begin) / 1e9);
    }
  }

  /** Whose outbox it is. */
  private record Where(WorkspaceId workspace, MailAccountId account, MemberId member) {}

  private Fault fault() {
    synchronized (random) {
      return random.nextDouble() < FAULTS ? KINDS.get(random.nextInt(KINDS.size())) : Fault.NONE;
    }
  }

  private ConfigurableApplicationContext context(EmbeddedDatabase database) {
    var properties = new HashMap<>(database.access().properties());
    properties.put("politely.outbox.enabled", "false");
    properties.put("politely.keys.file", directory.resolve("keys.json").toString());
    properties.put("server.port", "0");
    properties.put("logging.level.root", "error");
    var application = new SpringApplication(Politely.class);
    application.setDefaultProperties(properties);
    application.setLogStartupInfo(false);
    return application.run();
  }

  /** What an administrator of a server that is not ours does once. */
  private static void letOwnerBecomeTheApplication(EmbeddedDatabase database, Path data)
      throws IOException, SQLException {
    var passwords = new Properties();
    passwords.load(new StringReader(Files.readString(data.resolve("credentials"))));
    try (var connection =
            DriverManager.getConnection(
                database.access().url(), "postgres", passwords.getProperty("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("grant politely_app to politely_owner");
    }
  }

  private Where prepare(ConfigurableApplicationContext context, FaultServer server) {
    var workspace = new WorkspaceId(UUID.randomUUID());
    var own = new EmailAddress("ada@example.org");
    var now = Instant.now();
    var member = context.getBean(Accounts.class).open(workspace, "Ada", own, ZoneOffset.UTC, now);
    var account =
        context
            .getBean(Mailboxes.class)
            .connect(
                workspace,
                new NewMailAccount(
                    own,
                    "Ada",
                    new Server("127.0.0.1", 1, Security.NONE),
                    new Server("127.0.0.1", server.port(), Security.NONE),
                    "ada",
                    Authentication.PASSWORD,
                    "a password",
                    true),
                now)
            .orElseThrow();
    return new Where(workspace, account, member);
  }

  private void start(int node, EmbeddedDatabase database) throws IOException {
    var builder =
        new ProcessBuilder(
            "./politely",
            "outbox-node",
            "--database-url",
            database.access().url(),
            "--database-user",
            "politely_owner");
    var environment = builder.environment();
    environment.put("POLITELY_DATABASE_PASSWORD", database.access().owner().password());
    environment.put("POLITELY_KEYS_FILE", directory.resolve("keys.json").toString());
    environment.put("POLITELY_OUTBOX_JOURNAL", directory.resolve("sent-" + node).toString());
    environment.put("POLITELY_OUTBOX_LEASE", LEASE.toMillis() + "ms");
    environment.put("POLITELY_OUTBOX_TICK", "100ms");
    environment.put("POLITELY_OUTBOX_RETRY", "300ms");
    environment.put("POLITELY_OUTBOX_REPLY", "600ms");
    environment.put("POLITELY_OUTBOX_ANSWER", "800ms");
    environment.put("POLITELY_OUTBOX_LANES", "6");
    environment.put("POLITELY_OUTBOX_BATCH", "5");
    environment.put("LOGGING_FILE_NAME", directory.resolve("node-" + node + ".log").toString());
    var process = builder.redirectErrorStream(true).start();
    nodes[node] = process;
    // Reading a pipe holds the carrier of a virtual thread, of which there are as few as
    // processors.
    var _ = Thread.ofPlatform().daemon().name("node-" + node).start(() -> listen(node, process));
  }

  /** Notes when a node is up, and that it is no more when it ends. */
  private void listen(int node, Process process) {
    var out = directory.resolve("node-" + node + ".out");
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("ready")) {
          holds.node(node, true);
        }
        Files.writeString(out, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      // It was killed while it spoke.
    } finally {
      holds.node(node, false);
    }
  }

  private void work(
      ConfigurableApplicationContext context,
      EmbeddedDatabase database,
      Path data,
      FaultServer server,
      Where place)
      throws IOException, SQLException, InterruptedException {
    var outbox = context.getBean(Outbox.class);
    var messageIds = context.getBean(MessageIds.class);
    long end = System.nanoTime() + LONGEST.toNanos();
    int planned = 0;
    var seen = new HashSet<String>();
    long nextKill = System.nanoTime() + Duration.ofSeconds(6).toNanos();
    while (System.nanoTime() < end) {
      try {
        prove(database, place);
        holds.database(true);
        showSent(database, place, server, seen);
        if (planned < mails && kills.get() * (mails / (killsWanted + 1)) >= planned - mails / 4) {
          for (int i = 0; i < 25 && planned < mails; i++, planned++) {
            plan(outbox, messageIds, place, planned);
          }
        }
        if (planned == mails && kills.get() >= killsWanted && unsettled(database, place) == 0) {
          return;
        }
      } catch (RuntimeException | SQLException e) {
        // The database is down at the moment: that is what this is about.
        holds.database(false);
      }
      if (kills.get() < killsWanted && System.nanoTime() > nextKill) {
        if (random.nextBoolean() && armed.get() == null) {
          armed.set(POINTS.get(random.nextInt(POINTS.size())));
        } else {
          kill(data);
        }
        nextKill = System.nanoTime() + Duration.ofMillis(1200 + random.nextInt(1200)).toNanos();
      }
      for (int node = 0; node < NODES; node++) {
        if (!nodes[node].isAlive()) {
          start(node, database);
        }
      }
      Thread.sleep(50);
    }
    System.err.println("seed " + seed + " did not come to an end");
  }

  /** At a random moment: every sixth time the database, else one of the nodes. */
  private void kill(Path data) throws IOException {
    if (kills.incrementAndGet() % 6 == 0) {
      killDatabase(data);
      return;
    }
    // The launcher replaces itself by the JVM, so it is the process that we started.
    nodes[random.nextInt(NODES)].destroyForcibly();
  }

  /** At a named point: whoever speaks to the server there, or the database meanwhile. */
  private void killAt(Point point, int port, int serverPort, Path data) {
    if (armed.get() != point || !armed.compareAndSet(point, null)) {
      return;
    }
    try {
      if (kills.incrementAndGet() % 6 == 0) {
        killDatabase(data);
        return;
      }
      for (var node : nodes) {
        if (Sockets.belongsTo(node.pid(), port, serverPort)) {
          node.destroyForcibly();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void killDatabase(Path data) throws IOException {
    holds.database(false);
    var pid = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst().strip();
    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static void plan(Outbox outbox, MessageIds messageIds, Where place, int number) {
    var to = new EmailAddress("person%d@example.com".formatted(number));
    var id = messageIds.next(place.workspace(), "example.org");
    var text =
        "From: ada@example.org\r\nTo: %s\r\nSubject: Number %d\r\nMessage-ID: <%s>\r\n\r\nHello.\r\n"
            .formatted(to, number, id);
    var now = Instant.now();
    var _ =
        outbox.plan(
            place.workspace(),
            new Approved(
                place.account(),
                id,
                List.of(to),
                List.of(),
                List.of(),
                "Number " + number,
                "Hello.",
                null,
                null,
                List.of(),
                LetterBytes.of(text.getBytes(US_ASCII)),
                now,
                place.member(),
                now,
                now.plus(Duration.ofHours(1))));
  }

  /** The mailbox was just read: what a sync does, without one. */
  private static void prove(EmbeddedDatabase database, Where place) throws SQLException {
    execute(
        database,
        place,
        """
        update mailboxes.account
           set proven_at = clock_timestamp()
         where workspace_id = '%1$s'
           and account_id = '%2$s'
        """
            .formatted(place.workspace(), place.account()));
  }

  /** The provider files what it accepted in Sent, and the sync finds it there. */
  private static void showSent(
      EmbeddedDatabase database, Where place, FaultServer server, Set<String> seen)
      throws SQLException {
    for (var one : server.accepted()) {
      if (seen.add(one.internetId())) {
        execute(
            database,
            place,
            """
            with stored as (
                insert into mail.message
                       (workspace_id, message_id, content_hash, internet_id, in_reply_to,
                        reference_ids, subject, sent_at, sent_at_source, from_address, from_name,
                        to_addresses, cc_addresses, kind, newest_text, attribution, quoted_text,
                        signals, has_html, attachments, size_bytes, reading_version)
                values ('%1$s', gen_random_uuid(), sha256('%2$s'), '%2$s', '{}', '{}', 'Number', now(), 'date',
                        'ada@example.org', '', '{}', '{}', 'human', '', '', '', '[]', false, '[]', 1, 1)
                    on conflict do nothing
                returning workspace_id, message_id)
            insert into mail.location (workspace_id, message_id, folder, role, delivered_to, thread_hint)
            select workspace_id, message_id, 'Sent', 'sent', '', ''
              from stored
            """
                .formatted(place.workspace(), one.internetId()));
      }
    }
  }

  private static int unsettled(EmbeddedDatabase database, Where place) throws SQLException {
    try (var connection = connect(database, place);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select count(*)
                  from outbox.mail m
                 where workspace_id = '%s'
                   and (   state in ('planned', 'due', 'claimed', 'dispatching')
                        or (state = 'in-doubt'
                            and exists (select 1
                                          from mail.message e
                                         where e.workspace_id = m.workspace_id
                                           and e.internet_id = m.internet_id)))
                """
                    .formatted(place.workspace()))) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Found count(EmbeddedDatabase database, FaultServer server, Where place, double seconds)
      throws SQLException {
    Map<String, Long> accepted =
        server.accepted().stream()
            .collect(groupingBy(FaultServer.Accepted::internetId, counting()));
    var states = new HashMap<String, String>();
    var doubted = new HashSet<String>();
    Holds.Seen held;
    try (var connection = connect(database, place);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select m.internet_id, m.state,
                       exists (select 1
                                 from outbox.step s
                                where s.workspace_id = m.workspace_id
                                  and s.mail_id = m.mail_id
                                  and s.state = 'in-doubt') as doubted
                  from outbox.mail m
                 where m.workspace_id = '%s'
                """
                    .formatted(place.workspace()))) {
      while (rows.next()) {
        states.put(rows.getString("internet_id"), rows.getString("state"));
        if (rows.getBoolean("doubted")) {
          doubted.add(rows.getString("internet_id"));
        }
      }
      held = holds.seen(connection, place.workspace().toString(), LEASE.multipliedBy(2));
    }
    int doubled = (int) accepted.values().stream().filter(times -> times > 1).count();
    int falselySent = 0;
    int lost = 0;
    int resolved = 0;
    for (var entry : states.entrySet()) {
      boolean wasAccepted = accepted.containsKey(entry.getKey());
      switch (entry.getValue()) {
        case "sent" -> {
          falselySent += wasAccepted ? 0 : 1;
          resolved += doubted.contains(entry.getKey()) ? 1 : 0;
        }
        case "failed" -> lost += wasAccepted ? 1 : 0;
        case "in-doubt" -> {}
        default -> lost++;
      }
    }
    return new Found(
        states.size(),
        kills.get(),
        doubled,
        lost,
        falselySent,
        held.overdue(),
        doubted.size(),
        resolved,
        held.longest().toMillis() / 1e3,
        seconds);
  }

  private static void execute(EmbeddedDatabase database, Where place, String sql)
      throws SQLException {
    try (var connection = connect(database, place);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As the application, in the workspace. */
  private static Connection connect(EmbeddedDatabase database, Where place) throws SQLException {
    var access = database.access();
    var connection =
        DriverManager.getConnection(
            access.url(), access.application().user(), access.application().password());
    try (var statement = connection.createStatement()) {
      statement.execute("set politely.workspace = '" + place.workspace() + "'");
    }
    return connection;
  }
}
