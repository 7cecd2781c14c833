package io.politely.outbox;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.mailboxes.Sync;
import io.politely.outbox.AnsweringServer.Mailbox;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.TestWorkspace;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** One follow-up to a question that nobody answered, in a workspace and a mailbox of its own. */
@Edge
final class ReplyStopRun {

  private static final EmailAddress GRACE = new EmailAddress("grace@navy.example");
  private static final EmailAddress AT_HOME = new EmailAddress("gmh@home.example");
  private static final String SUBJECT = "The compiler for the second engine";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Days since the question: two business days, over whatever weekend and feast. */
  private static final int LONG_ENOUGH = 9;

  private final ApplicationContext application;
  private final AnsweringServer imap;
  private final FaultServer smtp;
  private final Duration freshness;
  private final Semaphore turn;
  private final Kind kind;
  private final long seed;
  private final Random random;
  private final WorkspaceId workspace;
  private final EmailAddress ada;

  ReplyStopRun(
      ApplicationContext application,
      AnsweringServer imap,
      FaultServer smtp,
      Duration freshness,
      Semaphore turn,
      Kind kind,
      long seed) {
    this.application = application;
    this.imap = imap;
    this.smtp = smtp;
    this.freshness = freshness;
    this.turn = turn;
    this.kind = kind;
    this.seed = seed;
    this.random = new Random(seed);
    this.workspace = new WorkspaceId(application.getBean(NewIds.class).next());
    this.ada = new EmailAddress("ada-%d@engines.example".formatted(seed));
  }

  /** What happens until the follow-up is due. */
  enum Kind {
    ANSWERED,
    SILENT,
    /** The server is out of reach from before the answer until after the follow-up was due. */
    CUT_AND_ANSWERED,
    CUT_AND_SILENT;

    boolean isCut() {
      return this == CUT_AND_ANSWERED || this == CUT_AND_SILENT;
    }

    boolean shouldLeave() {
      return this == SILENT || this == CUT_AND_SILENT;
    }
  }

  /**
   * How it ended.
   *
   * @param what what it was about, for whoever looks why it went wrong
   * @param how what became of it
   */
  record Ending(
      Kind kind, long seed, String internetId, String what, String how, boolean isRight) {}

  /** From the approval until the follow-up is due: an answer must find a place in it. */
  static Duration untilDue(Duration freshness) {
    return freshness.multipliedBy(3).dividedBy(2).plusSeconds(10);
  }

  /** Does it; empty where the answer came too late to say anything. */
  Optional<Ending> run() throws MessagingException, InterruptedException {
    try (var line = new CutLine(imap.port())) {
      var begun = begin(line);
      try {
        return followUp(line, begun);
      } finally {
        application.getBean(Sync.class).forget(begun.account());
        application.getBean(Mailboxes.class).pause(workspace, begun.account());
      }
    }
  }

  /** A mailbox that was read, and a follow-up that was approved. */
  private record Begun(
      Mailbox mailbox, MailAccountId account, MemberId member, OutgoingId planned) {}

  private Begun begin(CutLine line) throws MessagingException, InterruptedException {
    turn.acquire();
    try {
      var member =
          application.getBean(Accounts.class).open(workspace, "Ada", ada, ZoneOffset.UTC, now());
      var mailbox = imap.mailbox("ada-" + seed, ada.value());
      fill(mailbox);
      var account = connect(line.port());
      var question = readQuestion(account);
      becomeOne(member);
      return new Begun(mailbox, account, member, plan(account, member, question));
    } finally {
      turn.release();
    }
  }

  private Optional<Ending> followUp(CutLine line, Begun begun)
      throws MessagingException, InterruptedException {
    var mailbox = begun.mailbox();
    var planned = begun.planned();
    var mail = outbox().mail(workspace, planned).orElseThrow();
    var answer = ReplyCase.any(random);
    // Not later, so that it lies there for as long as a proof may be old.
    var last = mail.dueAt().minus(freshness);
    var spare = Duration.between(Instant.now(), last);
    if (kind.isCut()) {
      Thread.sleep(spare.dividedBy(4));
      line.cut();
    }
    mailbox.put("INBOX", aside(), random.nextBoolean(), Instant.now());
    if (!kind.shouldLeave()) {
      sleepUntil(Instant.now().plus(share(Duration.between(Instant.now(), last), answer.when())));
      if (!answer(mailbox, answer, last)) {
        line.mend();
        outbox().cancel(workspace, planned, begun.member());
        return Optional.empty();
      }
    }
    boolean waited = !kind.isCut() || waitsWhileCut(line, planned, mail.dueAt());
    var how = outcome(planned);
    boolean isRight = waited && how.equals(kind.shouldLeave() ? "sent" : "held");
    var what = kind.shouldLeave() ? "" : answer.toString();
    return Optional.of(new Ending(kind, seed, mail.internetId(), what, how, isRight));
  }

  /** Whether it did, for a while in which it could have left. */
  private boolean waitsWhileCut(CutLine line, OutgoingId planned, Instant due)
      throws InterruptedException {
    sleepUntil(due.plus(freshness.dividedBy(2)));
    var mail = outbox().mail(workspace, planned).orElseThrow();
    line.mend();
    return mail.state() == OutgoingState.DUE && mail.hold().isEmpty();
  }

  /** Whether it lay there in time. */
  private boolean answer(Mailbox mailbox, ReplyCase answer, Instant last)
      throws MessagingException, InterruptedException {
    var id = "answer-%d@navy.example".formatted(seed);
    mailbox.put(
        answer.place().folder(),
        answer.message(id, ada.value(), questionId(), SUBJECT, Instant.now()),
        answer.isSeen(),
        Instant.now());
    boolean isInTime = !Instant.now().isAfter(last);
    var moved = answer.movedTo();
    if (moved != null) {
      Thread.sleep(share(freshness.dividedBy(4), random.nextDouble()));
      mailbox.move(id, answer.place().folder(), moved.folder());
    }
    return isInTime;
  }

  private String outcome(OutgoingId planned) throws InterruptedException {
    await(() -> {
      var mail = outbox().mail(workspace, planned).orElseThrow();
      return !mail.hold().isEmpty()
          || mail.state() == OutgoingState.SENT
          || mail.state() == OutgoingState.CANCELLED
          || mail.state() == OutgoingState.FAILED
          || mail.state() == OutgoingState.IN_DOUBT;
    });
    var mail = outbox().mail(workspace, planned).orElseThrow();
    return mail.hold().isEmpty() ? mail.state().word() : "held";
  }

  private OutgoingId plan(MailAccountId account, MemberId member, MessageId question) {
    var draft = new DraftId(UUID.randomUUID());
    var text =
        new DraftText(
            account,
            GRACE.value(),
            "",
            "",
            "Re: " + SUBJECT,
            "Did you find the time to look at it?",
            question,
            true,
            Leaving.NOW,
            "");
    var now = Instant.now();
    var known = outbox().saveDraft(workspace, draft, text, List.of(), List.of(), member, now, now);
    var problems = outbox().prepare(workspace, draft, ZoneOffset.UTC, now);
    if (!known.isEmpty() || !problems.isEmpty()) {
      throw new IllegalStateException(known + problems);
    }
    var hash = outbox().prepared(workspace, draft, ZoneOffset.UTC).orElseThrow().hash();
    return switch (outbox().send(workspace, draft, hash, member, now, ZoneOffset.UTC, "")) {
      case Planning.Planned(OutgoingId id, Instant _) -> id;
      case Planning.Refused(String sentence) -> throw new IllegalStateException(sentence);
      case Planning.Impolite(var objections, _) ->
          throw new IllegalStateException(objections.toString());
    };
  }

  /** What lay there before: our question, and what makes its reader known under two addresses. */
  private void fill(Mailbox mailbox) throws MessagingException {
    var now = now();
    mailbox.put(
        "INBOX",
        message("a", "Grace Hopper <grace@navy.example>", ada.value(), "Tea", now, 40),
        true,
        now.minus(Duration.ofDays(40)));
    mailbox.put(
        "Archive",
        message("c", "Grace Hopper <grace@navy.example>", ada.value(), "Milk", now, 35),
        true,
        now.minus(Duration.ofDays(35)));
    mailbox.put(
        "Archive",
        message("b", "Amazing Grace <gmh@home.example>", ada.value(), "Cats", now, 30),
        true,
        now.minus(Duration.ofDays(30)));
    mailbox.put(
        "Sent",
        message("question", ada.value(), GRACE.value(), SUBJECT, now, LONG_ENOUGH),
        true,
        now.minus(Duration.ofDays(LONG_ENOUGH)));
  }

  /** Comes meanwhile, and is no answer. */
  private String aside() {
    return message("aside", "alan@bletchley.example", ada.value(), "Chess on Friday", now(), 0);
  }

  private String message(
      String id, String from, String to, String subject, Instant now, int daysAgo) {
    return """
    Message-ID: <%s-%d@engines.example>
    Date: %s
    From: %s
    To: %s
    Subject: %s

    Could you have a look at this, and tell me what you think?
    """
        .formatted(id, seed, ReplyCase.date(now.minus(Duration.ofDays(daysAgo))), from, to, subject)
        .replace("\n", "\r\n");
  }

  private String questionId() {
    return "question-%d@engines.example".formatted(seed);
  }

  private MailAccountId connect(int port) {
    var account =
        application
            .getBean(Mailboxes.class)
            .connect(
                workspace,
                new NewMailAccount(
                    ada,
                    "Ada",
                    new Server("127.0.0.1", port, Security.NONE),
                    new Server("127.0.0.1", smtp.port(), Security.NONE),
                    "ada-" + seed,
                    Authentication.PASSWORD,
                    AnsweringServer.PASSWORD,
                    false),
                now())
            .orElseThrow();
    application.getBean(Sync.class).look(workspace);
    return account;
  }

  /** Waits until everything is read, and our question is in a conversation. */
  private MessageId readQuestion(MailAccountId account) throws InterruptedException {
    var mailboxes = application.getBean(Mailboxes.class);
    await(() -> mailboxes.provenAt(workspace, account).isPresent());
    var database = TestWorkspace.of(workspace, application.getBean(DataSource.class));
    var id =
        database.call(() ->
            database
                .jdbc()
                .sql(
                    "select message_id from mail.message where workspace_id = :workspace and"
                        + " internet_id = :id")
                .param("workspace", workspace.value())
                .param("id", questionId())
                .query(UUID.class)
                .single());
    var question = new MessageId(id);
    var mail = application.getBean(Mail.class);
    await(() -> mail.conversationOf(workspace, question).isPresent());
    return question;
  }

  private void becomeOne(MemberId member) {
    var people = application.getBean(People.class);
    var merged =
        people.merge(workspace, person(people, GRACE), person(people, AT_HOME), member, now());
    if (merged.isEmpty()) {
      throw new IllegalStateException("Two persons could not become one");
    }
  }

  private PersonId person(People people, EmailAddress address) {
    return people.whoAre(workspace, List.of(address)).values().iterator().next().person();
  }

  private Outbox outbox() {
    return application.getBean(Outbox.class);
  }

  private static Instant now() {
    return Instant.now();
  }

  private static Duration share(Duration whole, double share) {
    return Duration.ofMillis(Math.max(0, (long) (whole.toMillis() * share * 0.95)));
  }

  private static void sleepUntil(Instant moment) throws InterruptedException {
    var left = Duration.between(Instant.now(), moment);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
      Thread.sleep(300);
    }
  }
}
