package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.ValueItem;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.testing.Cast;
import io.politely.testing.MailHost;
import io.politely.testing.Passing;
import io.politely.testing.TestWorkspace;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An outreach of four letters, each approved in a browser and sent to a server, that is answered
 * after its first, second, third or fourth by each kind of reply: what the pages say then, and what
 * becomes of a letter that was approved before the reply came and has not left yet.
 */
@Edge
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "politely.outbox.enabled=true",
      "politely.outbox.undo=1h",
      "politely.sync.enabled=true",
      "politely.sync.poll=1s",
      // GreenMail does not always answer the end of IDLE.
      "politely.sync.read=2s",
      "politely.sync.first-pause=200ms",
      "politely.sync.poll-while-due=1s"
    })
class FollowUpJourneysTest {

  private static final String PASSWORD = "three-blue-herons";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TOUCHES = 4;

  private static final String GOES_ON = "%d of 4";
  private static final String ALL_SHOWN = "form.moves-more [name=letter]";
  private static final String SPENT = "Ask somebody who knows them";

  /** After so long each next touch is due, and the budget of thirty days is not spent. */
  private static final Duration BETWEEN = Duration.ofDays(21);

  /** First letters that one mailbox may send to strangers in a day. */
  private static final int STRANGERS = 15;

  private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n";
  private static final String REPORT =
      """
      Auto-Submitted: auto-replied
      Content-Type: multipart/report; report-type=delivery-status; boundary=part
      """;

  /** Where it is ten o'clock, or nearly: letters leave while their readers are at work. */
  private static ZoneId atTen() {
    int hour = Instant.now().atZone(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofHours(10 - hour < -12 ? 34 - hour : 10 - hour);
  }

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Pursuits pursuits;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp catchUp;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Clock clock;

  private Cast.Owner owner;
  private TestWorkspace workspace;
  private PursuitId search;
  private MailHost host;
  private Screens screens;

  /** On a weekend the program lives on the Monday after it. */
  @DynamicPropertySource
  static void a_working_day(DynamicPropertyRegistry properties) {
    var now = Instant.now();
    var day = now.atZone(atTen()).getDayOfWeek();
    int later = day == DayOfWeek.SATURDAY ? 2 : day == DayOfWeek.SUNDAY ? 1 : 0;
    properties.add(
        "politely.as-of", () -> later == 0 ? "" : now.plus(Duration.ofDays(later)).toString());
  }

  @BeforeEach
  void robin_has_a_mailbox_on_a_server() {
    owner = cast.owner("Robin", atTen());
    workspace = TestWorkspace.of(owner.workspace());
    host = new MailHost(owner.address(), "robin", PASSWORD);
    var connected =
        mailboxes.connect(
            owner.workspace(),
            new NewMailAccount(
                owner.address(),
                "Robin Hale",
                host.imap(),
                host.smtp(),
                "robin",
                Authentication.PASSWORD,
                PASSWORD,
                false),
            clock.instant());
    assertThat(connected).isPresent();
    search =
        pursuits.open(
            owner.workspace(),
            new NewPursuit(
                PursuitKind.SEARCH, "Rail engineer", "Tidewell", null, "", "", "", List.of()),
            owner.member(),
            clock.instant());
    for (int i = 1; i <= TOUCHES + 1; i++) {
      cadence.addItem(
          owner.workspace(),
          ValueItem.Kind.RESULT,
          "what the rail team reached in its year " + i,
          "Every second train of the north runs on it.",
          "",
          owner.member(),
          clock.instant());
    }
    screens = Screens.signedInBy(cast.link(owner), port);
  }

  @AfterEach
  void the_server_ends() {
    mailboxes
        .accounts(owner.workspace())
        .forEach(one -> mailboxes.disconnect(owner.workspace(), one.id()));
    host.close();
  }

  /**
   * A reply, and what is right then.
   *
   * @param from who writes; "": whom we wrote to
   * @param headers beyond the usual ones, each ended
   * @param says what the page of the follow-up says
   * @param atLast the same after the last letter
   * @param withdraws whether a letter that waits does not leave any more
   */
  private record Reply(
      String name,
      String from,
      String headers,
      String body,
      String says,
      String atLast,
      boolean withdraws) {

    /** Where nothing changes a letter that waits counts as made. */
    String says(int letters, boolean waits) {
      int next = letters + (waits && !withdraws ? 2 : 1);
      return next > TOUCHES ? atLast : says.formatted(next);
    }
  }

  /** Somebody who is followed up with, and will answer so. */
  private record Outreach(
      FollowUpId id, PersonId person, EmailAddress address, String name, Reply reply) {

    String path() {
      return "/follow-ups/" + id;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whatever_they_answer_the_right_thing_happens(int letters) {
    var outreaches = replies().stream().map(this::outreach).toList();
    for (int number = 1; number <= letters; number++) {
      send(outreaches, number);
    }
    boolean waits = letters == 1 || letters == 3;
    if (waits) {
      Passing.by(BETWEEN, owner.workspace());
      approve(outreaches.size());
    }
    outreaches.forEach(outreach -> answer(outreach, letters));
    await(() -> stored() == outreaches.size() * (letters + 1L), "the replies are read");
    catchUp.catchUp(owner.workspace());

    screens.visit(
        "/follow-ups",
        page -> {
          for (var outreach : outreaches) {
            var says = outreach.reply().says(letters, waits);
            until(page, outreach.path(), says);
            if (letters == 1) {
              until(page, "/people/" + outreach.person(), onPersonPage(says));
            }
          }
        });

    for (var outreach : outreaches) {
      assertThat(host.receivedBy(outreach.address())).as(outreach.name()).hasSize(letters);
      assertThat(states(outreach))
          .as(outreach.name())
          .startsWith(Collections.nCopies(letters, "sent").toArray(String[]::new))
          .endsWith(waits ? outreach.reply().withdraws() ? "cancelled" : "planned" : "sent");
    }
  }

  /** The same in the words of the page of a person. */
  private static String onPersonPage(String says) {
    return says.equals("Your move")
        ? "Answer them"
        : says.equals("Find an address") ? "Find another address" : says;
  }

  private List<Reply> replies() {
    var day = LocalDate.ofInstant(clock.instant(), atTen()).plusDays(60);
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.plusDays(1);
    }
    var named = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day);
    var later = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).format(day);
    return List.of(
        ours("interested", "That sounds interesting. Tell me more."),
        ours("question", "What would it pay, and where is it?"),
        ours("request", "Please send me the description of the role."),
        ours("offer", "Good news: we would like to sign the contract as you proposed it."),
        ours("fyi", "For your information: I moved to the signalling team this month."),
        then("meeting", "Let us meet on %s at 10:00.".formatted(named), "You meet on"),
        then("promise", "I will get back to you by %s.".formatted(named), "They named"),
        then("later", "Not now, please. Write to me again on %s.".formatted(named), later),
        then("someday", "Not now, please. Maybe some other time.", "named no day"),
        then("refusal", "Thank you, but I am not interested.", "They declined"),
        then(
            "rejection",
            "After careful consideration we decided to go with another partner.",
            "They declined"),
        then(
            "stop",
            "Please take me off your list and do not write to me again.",
            "They asked for no further contact"),
        then(
            "referral",
            "I am not the right person. Please ask Dana Reyes, dana.reyes@example.com.",
            "They named somebody else"),
        new Reply("thanks", "", "", "Thanks!", GOES_ON, SPENT, true),
        goesOn(
            "receipt",
            "Auto-Submitted: auto-replied\n",
            "This mailbox received your message. You need not do anything."),
        new Reply(
            "colleague",
            "Dana Reyes <dana@colleague.example.org>",
            "",
            "I look after this for my colleague. What would it cost?",
            "Your move",
            "Your move",
            true),
        new Reply(
            "absence",
            "",
            "Auto-Submitted: auto-replied\nX-Autoreply: yes\n",
            "I am out of the office until %s.".formatted(named),
            "They are away",
            SPENT,
            true),
        new Reply(
            "unknown",
            "Mail Delivery System <mailer-daemon@unknown.example.org>",
            REPORT,
            report("failed", "5.1.1", "550 5.1.1 nobody has this address here"),
            "Find an address",
            "Find an address",
            true),
        new Reply(
            "delayed",
            "Mail Delivery System <mailer-daemon@delayed.example.org>",
            REPORT,
            report("delayed", "4.4.1", "connection timed out; it is tried again for four days"),
            GOES_ON,
            SPENT,
            false));
  }

  /** What a server says of a letter to whoever stands in front of its own domain. */
  private static String report(String action, String status, String why) {
    var address = action.equals("failed") ? "unknown@unknown" : "delayed@delayed";
    return """
    --part
    Content-Type: text/plain; charset=us-ascii

    Your message to %1$s.example.org: %2$s.

    --part
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org

    Final-Recipient: rfc822; %1$s.example.org
    Action: %3$s
    Status: %4$s
    Diagnostic-Code: smtp; %2$s

    --part--
    """
        .formatted(address, why, action, status);
  }

  private static Reply ours(String name, String body) {
    return new Reply(name, "", "", body, "Your move", "Your move", true);
  }

  private static Reply then(String name, String body, String says) {
    return new Reply(name, "", "", body, says, says, true);
  }

  private static Reply goesOn(String name, String headers, String body) {
    return new Reply(name, "", headers, body, GOES_ON, SPENT, false);
  }

  /** Somebody whom the first letter could have reached for a week. */
  private Outreach outreach(Reply reply) {
    var name = reply.name().substring(0, 1).toUpperCase(Locale.ROOT) + reply.name().substring(1);
    var address = new EmailAddress(reply.name() + "@" + reply.name() + ".example.org");
    var person = people.enter(owner.workspace(), name + " Moss", address);
    var fresh =
        new NewFollowUp(
            person,
            "R1",
            search,
            null,
            clock.instant().minus(Duration.ofDays(7)),
            null,
            null,
            new Research("you moved the Leeds team to rail", "A talk", "We hire for rail."));
    return switch (cadence.start(owner.workspace(), fresh, owner.member(), clock.instant())) {
      case Starting.Started(var id) -> new Outreach(id, person, address, name + " Moss", reply);
      case Starting.Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  /** One letter to each: looked at, approved, sent, and found again in the folder of what left. */
  private void send(List<Outreach> outreaches, int number) {
    if (number == 1) {
      approve(STRANGERS);
      leave(STRANGERS);
      Passing.by(Duration.ofDays(2), owner.workspace());
      approve(outreaches.size() - STRANGERS);
    } else {
      Passing.by(BETWEEN, owner.workspace());
      approve(outreaches.size());
    }
    leave(outreaches.size() * number);
    for (var outreach : outreaches) {
      assertThat(host.receivedBy(outreach.address())).as(outreach.name()).hasSize(number);
    }
  }

  /** The time for taking back is over: so many have left then, and their copies are read. */
  private void leave(int letters) {
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                """
                update outbox.mail
                   set due_at = clock_timestamp()
                 where workspace_id = :workspace
                   and state = 'planned'
                """)
            .param("workspace", owner.workspace().value())
            .update());
    await(() -> read() == letters, "%d letters have left".formatted(letters));
  }

  /** The first by keyboard, the second by its button, the others together, a page at a time. */
  private void approve(int letters) {
    long before = planned();
    screens.visit(
        "/follow-ups",
        page -> {
          page.keyboard().press("j");
          page.keyboard().press("f");
          page.keyboard().press("Enter");
          await(() -> planned() == before + 1, "the first is approved");
          page.navigate(page.url());
          page.locator("[data-follow]").first().click();
          await(() -> planned() == before + 2, "the second is approved");
          for (long done = 2; done < letters; done = planned() - before) {
            page.navigate(page.url());
            long more = Math.min(page.locator(ALL_SHOWN).count(), letters - done);
            long then = before + done + more;
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send all"))
                .click();
            await(() -> planned() == then, "the others are approved");
          }
        });
  }

  private void answer(Outreach outreach, int letters) {
    var reply = outreach.reply();
    var last = host.receivedBy(outreach.address()).getLast();
    host.deliver(
        message(
            reply.from().isEmpty()
                ? "%s <%s>".formatted(outreach.name(), outreach.address())
                : reply.from(),
            owner.address().value(),
            clock.instant(),
            reply.name() + letters + ".reply@example.org",
            last,
            reply.headers(),
            reply.body()));
  }

  private static String message(
      String from, String to, Instant at, String id, String answers, String headers, String body) {
    return """
    From: %s
    To: %s
    Subject: Re: A role in rail
    Date: %s
    Message-ID: <%s>
    In-Reply-To: <%s>
    MIME-Version: 1.0
    %s

    %s
    """
        .formatted(
            from,
            to,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
            id,
            answers,
            headers.contains("Content-Type") ? headers : headers + PLAIN,
            body);
  }

  private long planned() {
    return count(
        "select count(*) from outbox.mail where workspace_id = :workspace and state = 'planned'");
  }

  private long stored() {
    return count("select count(*) from mail.message where workspace_id = :workspace");
  }

  private long read() {
    return count("select count(*) from cadence.event where workspace_id = :workspace and ours");
  }

  private long count(String sql) {
    return workspace.call(() ->
        workspace
            .jdbc()
            .sql(sql)
            .param("workspace", owner.workspace().value())
            .query(Long.class)
            .single());
  }

  /** How far each letter to them came, the first one first. */
  private List<String> states(Outreach outreach) {
    return workspace.call(() ->
        workspace
            .jdbc()
            .sql(
                """
                select state
                  from outbox.mail
                 where workspace_id = :workspace
                   and :address = any (recipients)
                 order by mail_id
                """)
            .param("workspace", owner.workspace().value())
            .param("address", outreach.address().value())
            .query(String.class)
            .list());
  }

  private static void await(BooleanSupplier what, String said) {
    var end = Instant.now().plus(PATIENCE);
    while (!what.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Waited too long until " + said);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Looks at a page again and again until it says so. */
  private void until(Page page, String path, String words) {
    var end = Instant.now().plus(PATIENCE);
    var said = text(page, path);
    while (!said.contains(words)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("%s should say %s, and says:%n%s".formatted(path, words, said));
      }
      page.waitForTimeout(250);
      said = text(page, path);
    }
  }

  private String text(Page page, String path) {
    page.navigate("http://127.0.0.1:%d%s".formatted(port, path));
    return page.locator("main").innerText();
  }
}
