package io.politely.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.StatisticsStore;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.mailboxes.Sync;
import io.politely.testing.TestWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A workspace with a mailbox that is proven, and a dispatcher that looks when it is told to. */
@Edge
public final class TestOutbox implements AutoCloseable {

  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final EmailAddress GRACE = new EmailAddress("grace@example.com");
  static final EmailAddress ALAN = new EmailAddress("alan@example.net");

  static final String PASSWORD = "three-blue-herons";

  private static final OutboxSettings SETTINGS =
      new OutboxSettings(
          true,
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          4,
          10,
          Duration.ofMillis(800),
          Duration.ofMillis(500),
          Duration.ofMillis(700),
          null,
          Duration.ofSeconds(30));

  private static final OutboxSettings PATIENT =
      new OutboxSettings(
          true,
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          4,
          10,
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          null,
          null);

  private final ApplicationContext context;
  private final TestWorkspace workspace;
  private final MemberId member;
  private final MailAccountId account;
  private final Outbox outbox;
  private final Stopping stopping;
  private final MessageIds messageIds;
  private final Fencing fencing;
  private final OutboxSettings settings;
  private final SmtpGateway gateway;
  private final Gate gate;
  private final Dispatcher dispatcher;

  /** Whose it is. */
  private record Place(WorkspaceId workspace, MemberId member, MailAccountId account) {}

  private TestOutbox(
      ApplicationContext context,
      OutboxSettings settings,
      Place place,
      @Nullable SSLSocketFactory tls) {
    this.context = context;
    this.member = place.member();
    this.account = place.account();
    this.workspace = TestWorkspace.of(place.workspace(), context.getBean(DataSource.class));
    this.settings = settings;
    this.outbox = context.getBean(Outbox.class);
    this.stopping = context.getBean(Stopping.class);
    this.messageIds = context.getBean(MessageIds.class);
    var journal = new DotJournal(settings);
    this.fencing = new Fencing(outbox, journal, "a test");
    this.gate = new Gate(outbox, fencing, journal, settings);
    this.gateway = tls == null ? new SmtpGateway(settings) : new SmtpGateway(settings, tls);
    this.dispatcher =
        new Dispatcher(
            outbox,
            gate,
            fencing,
            gateway,
            context.getBean(Mailboxes.class),
            context.getBean(Credentials.class),
            context.getBean(Accounts.class),
            context.getBean(Sync.class),
            context.getBean(SentCopies.class),
            context.getBean(StatisticsStore.class),
            settings);
  }

  private static TestOutbox proven(
      ApplicationContext context,
      OutboxSettings settings,
      NewMailAccount mailbox,
      @Nullable SSLSocketFactory tls) {
    var outbox = new TestOutbox(context, settings, open(context, mailbox), tls);
    outbox.prove(Duration.ZERO);
    return outbox;
  }

  /** Ada, in a workspace of her own, with one mailbox. */
  private static Place open(ApplicationContext context, NewMailAccount mailbox) {
    var id = new WorkspaceId(UUID.randomUUID());
    var now = Instant.now();
    var member = context.getBean(Accounts.class).open(id, "Ada", ADA, ZoneOffset.UTC, now);
    var account = context.getBean(Mailboxes.class).connect(id, mailbox, now).orElseThrow();
    return new Place(id, member, account);
  }

  private static NewMailAccount adas(Server smtp) {
    return adas(new Server("127.0.0.1", 1, Security.NONE), smtp, false);
  }

  private static NewMailAccount adas(Server imap, Server smtp, boolean savesSentItself) {
    return new NewMailAccount(
        ADA, "Ada", imap, smtp, "ada", Authentication.PASSWORD, PASSWORD, savesSentItself);
  }

  /** One whose mailbox is on a server that is read, too: it is proven only when it was. */
  static TestOutbox on(
      ApplicationContext context, Server imap, Server smtp, boolean savesSentItself) {
    var mailbox = adas(imap, smtp, savesSentItself);
    return new TestOutbox(context, SETTINGS, open(context, mailbox), null);
  }

  /** One with servers of its own, which take the time that they take. */
  static TestOutbox through(
      ApplicationContext context, NewMailAccount mailbox, SSLSocketFactory tls) {
    return proven(context, PATIENT, mailbox, tls);
  }

  /** Another node that sends what this one's database holds. */
  TestOutbox anotherNode() {
    return new TestOutbox(context, settings, new Place(workspace(), member, account), null);
  }

  static TestOutbox sendingTo(ApplicationContext context, FaultServer server) {
    return sendingTo(context, server.port());
  }

  static TestOutbox sendingTo(ApplicationContext context, int port) {
    return sendingTo(context, new Server("127.0.0.1", port, Security.NONE), null);
  }

  static TestOutbox sendingTo(
      ApplicationContext context, Server server, @Nullable SSLSocketFactory tls) {
    return proven(context, SETTINGS, adas(server), tls);
  }

  /** One with so many connections at once, and the journal that a node writes. */
  static TestOutbox quick(ApplicationContext context, Server server, int lanes, Path journal) {
    var settings =
        new OutboxSettings(
            true,
            Duration.ofSeconds(60),
            Duration.ofSeconds(600),
            Duration.ofMillis(200),
            lanes,
            25,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            journal,
            null);
    return proven(context, settings, adas(server), null);
  }

  /** Opens the lanes for what is due, and returns. */
  void begin() {
    dispatcher.look(workspace.id());
  }

  WorkspaceId workspace() {
    return workspace.id();
  }

  TestWorkspace database() {
    return workspace;
  }

  MemberId member() {
    return member;
  }

  MailAccountId account() {
    return account;
  }

  Outbox outbox() {
    return outbox;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  Stopping stopping() {
    return stopping;
  }

  Fencing fencing() {
    return fencing;
  }

  Gate gate() {
    return gate;
  }

  OutboxSettings settings() {
    return settings;
  }

  /** A letter of Ada's that was approved now. */
  Approved letter(EmailAddress... to) {
    return letter(Instant.now().minusSeconds(1), Instant.now().plus(Duration.ofDays(1)), to);
  }

  Approved letter(Instant due, Instant late, EmailAddress... to) {
    return letter("Does it work?", due, late, to);
  }

  /** One with so many more bytes. */
  Approved longLetter(int bytes, EmailAddress... to) {
    return letter(
        ("x".repeat(70) + "\n").repeat(bytes / 72),
        Instant.now().minusSeconds(1),
        Instant.now().plus(Duration.ofDays(1)),
        to);
  }

  private Approved letter(String body, Instant due, Instant late, EmailAddress... to) {
    var id = messageIds.next(workspace.id(), "example.org");
    var text =
        """
        From: Ada <ada@example.org>
        To: %s
        Subject: The engine
        Message-ID: <%s>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii

        %s
        .hidden behind a dot
        ..

        Ada
        """
            .formatted(
                String.join(", ", List.of(to).stream().map(EmailAddress::value).toList()), id, body)
            .replace("\n", "\r\n");
    return new Approved(
        account,
        id,
        List.of(to),
        List.of(),
        List.of(),
        "The engine",
        "Does it work?",
        null,
        null,
        List.of(),
        LetterBytes.of(text.getBytes(US_ASCII)),
        Instant.now(),
        member,
        due,
        late);
  }

  /** Plans a letter; it must be possible. */
  OutgoingId plan(Approved letter) {
    return switch (outbox.plan(workspace.id(), letter)) {
      case Planning.Planned(OutgoingId id, Instant _) -> id;
      case Planning.Refused(String sentence) -> throw new IllegalStateException(sentence);
      case Planning.Impolite(var objections, _) ->
          throw new IllegalStateException(objections.toString());
    };
  }

  OutgoingId plan(EmailAddress... to) {
    return plan(letter(to));
  }

  /** Looks once, and waits until nothing is claimed or on its way. */
  void sendDue() {
    dispatcher.look(workspace.id());
    for (int i = 0; i < 1000 && isBusy(); i++) {
      sleep(10);
    }
  }

  boolean isBusy() {
    return dispatcher.isBusy();
  }

  OutgoingMail mail(OutgoingId id) {
    return outbox.mail(workspace.id(), id).orElseThrow();
  }

  /** Claims what is due, as a node would. */
  List<Claimed> claim() {
    outbox.passTime(workspace.id(), "another node");
    return outbox.claim(
        workspace.id(),
        account,
        fencing.place(workspace.id()),
        "another node",
        settings.lease(),
        10);
  }

  /** Claims this one, which must be due. */
  Claimed claimOne(OutgoingId id) {
    outbox.passTime(workspace.id(), "another node");
    var mail = mail(id);
    var bytes = outbox.bytes(workspace.id(), id).orElseThrow();
    long token =
        workspace.call(() ->
            workspace
                .jdbc()
                .sql(
                    """
                    update outbox.mail
                       set state = 'claimed', token = nextval('outbox.token'), node = 'another node',
                           lease_until = clock_timestamp() + interval '5 seconds'
                     where workspace_id = :workspace and mail_id = :mail
                    returning token
                    """)
                .param("workspace", workspace.id().value())
                .param("mail", id.value())
                .query(Long.class)
                .single());
    fencing.place(workspace.id());
    return new Claimed(
        workspace.id(),
        id,
        account,
        token,
        mail.to().stream().map(EmailAddress::value).sorted().toList(),
        bytes,
        1);
  }

  /** The mailbox was read completely so long ago. */
  void prove(Duration ago) {
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                """
                update mailboxes.account
                   set proven_at = clock_timestamp() - :ago * interval '1 millisecond'
                 where workspace_id = :workspace
                   and account_id = :account
                """)
            .param("workspace", workspace.id().value())
            .param("account", account.value())
            .param("ago", ago.toMillis())
            .update());
  }

  @Override
  public void close() {
    dispatcher.stop();
    gateway.stop();
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
