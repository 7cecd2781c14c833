package io.politely.bench;

import io.politely.Politely;
import io.politely.accounts.Accounts;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.Mailbox;
import io.politely.mail.SourceItem;
import io.politely.mailboxes.DovecotServer;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.mailboxes.Sync;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A mailbox of 100,000 messages on a local Dovecot: how long until Today is complete, how soon a
 * new message is seen, and how much memory 200 more mailboxes take in which nothing happens.
 *
 * <p>{@code bin/bench sync [MESSAGES] [MAILBOXES]}; needs the Debian package dovecot-imapd.
 */
final class SyncBench {

  private static final int MESSAGES = 100_000;
  private static final int IDLE_MAILBOXES = 200;
  private static final int ARRIVALS = 60;
  private static final long SEED = 7;
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final ConfigurableApplicationContext application;
  private final DovecotServer server;
  private final WorkspaceId workspace;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private SyncBench(
      ConfigurableApplicationContext application, DovecotServer server, WorkspaceId workspace) {
    this.application = application;
    this.server = server;
    this.workspace = workspace;
  }

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    int messages = number(options, 0, MESSAGES);
    int idle = number(options, 1, IDLE_MAILBOXES);
    var directory = Commands.temporaryDirectory("sync");
    try (var server = new DovecotServer();
        var database = EmbeddedDatabase.start(directory.resolve("data"));
        var application = start(database)) {
      fill(server.mailbox(), directory.resolve("made-up.mbox"), messages);
      var workspace = new WorkspaceId(application.getBean(NewIds.class).next());
      var bench = new SyncBench(application, server, workspace);
      bench.measure(messages, idle);
      return new Report("Sync of %,d messages".formatted(messages), bench.figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private void measure(int messages, int idle) throws IOException, InterruptedException {
    var now = application.getBean(Clock.class).instant();
    var accounts = application.getBean(Accounts.class);
    var owner = new EmailAddress(MadeUpMailbox.OWNER);
    accounts.open(workspace, "Robin Hale", owner, ZoneOffset.UTC, now);
    accounts.replaceOwnAddresses(workspace, Set.of(owner), now);
    long began = System.nanoTime();
    var account = connect(MadeUpMailbox.OWNER, DovecotServer.LOGIN);
    var mailboxes = application.getBean(Mailboxes.class);
    await(() -> mailboxes.copies(workspace, account) >= Math.min(messages, 1_000));
    figures.put("first 1,000 here, s", seconds(began));
    await(() -> mailboxes.provenAt(workspace, account).isPresent());
    figures.put("proven, messages/s", messages / seconds(began));
    application.getBean(MailCatchUp.class).thread(workspace);
    application.getBean(LedgerCatchUp.class).catchUp(workspace);
    figures.put("ledger ready, messages/s", messages / seconds(began));
    figures.put(
        "heap, peak, MB",
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum()
            >> 20);
    arrivals();
    idle(idle);
  }

  /** From the file in Dovecot's maildir to the first place in the list of conversations. */
  private void arrivals() throws IOException, InterruptedException {
    var mail = application.getBean(Mail.class);
    var took = new ArrayList<Double>();
    for (int i = 0; i < ARRIVALS; i++) {
      var subject = "Arrival number " + i;
      long began = System.nanoTime();
      deliver(i, subject);
      await(() ->
          mail.newestConversations(workspace, Optional.empty(), 1).items().stream()
              .anyMatch(conversation -> conversation.subject().equals(subject)));
      took.add(seconds(began));
      Thread.sleep(200);
    }
    Collections.sort(took);
    figures.put("new mail visible, p50, s", took.get(ARRIVALS / 2));
    figures.put("new mail visible, p95, s", took.get(ARRIVALS * 95 / 100));
  }

  private void idle(int count) throws InterruptedException {
    var mailboxes = application.getBean(Mailboxes.class);
    var connected = new ArrayList<MailAccountId>();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      connected.add(connect("idle%d@haleandco.example".formatted(i), "idle" + i));
    }
    await(() -> connected.stream().allMatch(id -> mailboxes.provenAt(workspace, id).isPresent()));
    figures.put("idle mailboxes", count);
    figures.put("all of them proven after, s", seconds(began));
    Thread.sleep(Duration.ofSeconds(20));
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    figures.put("heap in use with them, MB", heap.getUsed() >> 20);
    figures.put("heap taken, MB", heap.getCommitted() >> 20);
  }

  private MailAccountId connect(String address, String login) {
    var imap = new Server("127.0.0.1", server.port(), Security.NONE);
    var account =
        new NewMailAccount(
            new EmailAddress(address),
            "",
            imap,
            imap,
            login,
            Authentication.PASSWORD,
            DovecotServer.PASSWORD,
            false);
    var id =
        application
            .getBean(Mailboxes.class)
            .connect(workspace, account, application.getBean(Clock.class).instant())
            .orElseThrow();
    application.getBean(Sync.class).look(workspace);
    return id;
  }

  private void deliver(int number, String subject) throws IOException {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atZone(ZoneOffset.UTC));
    var message =
        """
        Message-ID: <arrival-%d@made-up.example>
        Date: %s
        From: Grace <grace@made-up.example>
        To: %s
        Subject: %s

        Could you send me the plan by Friday?
        """
            .formatted(number, date, MadeUpMailbox.OWNER, subject);
    var written = server.mailbox().resolve("tmp").resolve("arrival" + number);
    Files.writeString(written, message, StandardCharsets.UTF_8);
    Files.move(written, server.mailbox().resolve("new").resolve("arrival" + number));
  }

  private static void fill(Path maildir, Path mbox, int messages) throws IOException {
    MadeUpMailbox.write(mbox, messages, Instant.parse("2026-06-26T16:00:00Z"), SEED);
    for (var part : List.of("cur", "new", "tmp")) {
      var folder = Files.createDirectories(maildir.resolve(part));
      DovecotServer.open(folder);
    }
    int count = 0;
    try (var source = Mailbox.open(mbox, "")) {
      for (var item = source.next(); item.isPresent(); item = source.next()) {
        if (item.get() instanceof SourceItem.RawMessage(byte[] bytes, var _)) {
          Files.write(
              maildir.resolve(
                  "cur/%d.M%06d.bench,S=%d:2,"
                      .formatted(1_700_000_000 + count / 100, count, bytes.length)),
              bytes);
          count++;
        }
      }
    }
    Files.delete(mbox);
  }

  /** As {@code politely start} does it. */
  private static ConfigurableApplicationContext start(EmbeddedDatabase database) {
    var spring = new SpringApplication(Politely.class);
    Map<String, Object> properties = new LinkedHashMap<>(database.access().properties());
    properties.put("logging.threshold.console", "WARN");
    properties.put("server.port", 0);
    properties.put("politely.sync.enabled", true);
    spring.setDefaultProperties(properties);
    spring.setRegisterShutdownHook(false);
    spring.setLogStartupInfo(false);
    return spring.run();
  }

  private static int number(Bench.Options options, int place, int otherwise) {
    return options.arguments().size() > place
        ? Integer.parseInt(options.arguments().get(place))
        : otherwise;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("It did not come to that in time");
      }
      Thread.sleep(50);
    }
  }
}
