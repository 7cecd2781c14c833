package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.pursuits.TimeKind;
import io.politely.testing.Cast;
import io.politely.testing.MailHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * From the first click to the last letter, with the whole program running: it reads a mailbox on a
 * server, and sends through it.
 */
@Edge
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "politely.outbox.enabled=true",
      "politely.outbox.undo=0s",
      "politely.sync.enabled=true",
      "politely.sync.poll=1s",
      "politely.sync.poll-while-due=1s"
    })
class PursuitJourneysTest {

  private static final String PASSWORD = "three-blue-herons";
  private static final int CANDIDATES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Mailboxes mailboxes;

  private Instant now;
  private Cast.Owner owner;
  private MailHost host;
  private Screens screens;

  @BeforeEach
  void robin_has_a_mailbox_on_a_server() {
    now = Instant.now();
    owner = cast.owner("Robin");
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
            now);
    assertThat(connected).isPresent();
    screens = Screens.signedInBy(cast.link(owner), port);
  }

  @AfterEach
  void the_server_ends() {
    mailboxes
        .accounts(owner.workspace())
        .forEach(one -> mailboxes.disconnect(owner.workspace(), one.id()));
    host.close();
  }

  @Test
  void a_seeker_learns_who_owes_what_accepts_an_offer_and_tells_everybody() {
    screens.visit(
        "/people/imports",
        page -> {
          page.getByLabel("Choose a file")
              .setInputFiles(new FilePayload("Basic.zip", "application/zip", linkedIn()));
          page.locator("main form.panel button").first().click();
          until(page, "/people", "Dana Reyes");

          open(page, "/imports");
          page.getByLabel("Choose files")
              .setInputFiles(new FilePayload("Inbox.mbox", "application/mbox", mailbox()));
          page.locator("main form.panel button").first().click();
          until(page, "/conversations", "Head of Operations at Tidewell");

          open(page, "/pursuits/new?kind=job");
          page.getByLabel("File")
              .setInputFiles(new FilePayload("posting.html", "text/html", posting()));
          page.getByText("Read it").click();
          assertThat(page.locator("#title")).hasValue("Head of Operations");
          assertThat(page.locator("#company")).hasValue("Tidewell");
          page.getByText("Open it").click();
          assertThat(page.locator("h1")).hasText("Head of Operations");
          var tidewell = path(page);
          add(page, "Dana Reyes", "dana.reyes@example.com", "Hiring manager");
          add(page, "Marcus Webb", "marcus.webb@example.net", "Recruiter");
          add(page, "Priya Nair", "priya.nair@example.org", "Connector");
          note(page, "Dana Reyes", "interview", "us", day(-20));
          note(page, "Marcus Webb", "meeting", "them", day(-24));
          note(page, "Priya Nair", "introduction", "them", day(-27));

          threeWeeksOfMail();
          until(page, tidewell, "Your interview");
          until(page, tidewell, "How did it go?");
          open(page, "/pursuits/owed");
          assertThat(page.locator("section[aria-labelledby=theirs]")).containsText("Dana Reyes");
          assertThat(page.locator("section[aria-labelledby=ours]"))
              .containsText(Pattern.compile("Marcus Webb|Priya Nair"));
          until(page, "/", "Dana Reyes");

          open(page, "/pursuits/new?kind=job");
          page.locator("#title").fill("Plant manager");
          page.locator("#company").fill("Calder & Voss");
          page.getByText("Open it").click();
          assertThat(page.locator("h1")).hasText("Plant manager");
          var calder = path(page);
          add(page, "Ines Castell", "ines.castell@example.com", "Hiring manager");
          note(page, "Ines Castell", "interview", "them", day(-10));

          open(page, tidewell + "/close-out");
          tell(page, "interviewed", "won", "");
          tell(page, "connectors", "won", "");
          page.getByText("Send 2 letters").click();
          assertThat(page.locator("#away, #told").first()).isVisible();
          open(page, calder + "/close-out");
          tell(page, "interviewed", "withdrawn-by-us", "I accepted another offer on this day.");
          send(page);

          until(page, calder + "/close-out", "It is closed, and everybody");
          untilSentWhatWasHeld(page, tidewell + "/close-out");
          closeIfItIsNot(page);
          until(page, tidewell + "/close-out", "It is closed, and everybody");
        });
    for (var told :
        List.of("marcus.webb@example.net", "priya.nair@example.org", "ines.castell@example.com")) {
      assertThat(host.receivedBy(new EmailAddress(told))).as(told).hasSize(1);
    }
  }

  @Test
  void a_recruiter_tells_forty_candidates_within_two_minutes_and_two_letters_come_back() {
    var search = "/pursuits/" + search();
    screens.visit(
        search + "/close-out",
        page -> {
          var hands = new Hands(page);
          hands.write("applied", "They chose somebody who already sells into rail.");
          hands.write("interviewed", "They chose somebody who already leads ten people.");
          hands.write("finalists", "They chose somebody who already sells into rail.");
          hands.click(page.getByText("Send 40 letters"));
          assertThat(hands.time()).isLessThan(Duration.ofMinutes(2));
          untilToldAll(page, search);

          bounce(0);
          bounce(1);
          until(page, "/", "Candidate 00");
          until(page, "/", "Candidate 01");
          assertThat(page.locator("section[aria-labelledby=outcomes] li")).hasCount(2);
          open(page, search);
          assertThat(page.locator("#waiting")).hasText("It is not closed yet");

          open(page, search + "/close-out");
          wasTold(page, "Candidate 00", "by phone");
          wasTold(page, "Candidate 01", "in person");
          until(page, search + "/close-out", "It is closed, and everybody");
        });
    for (int i = 0; i < CANDIDATES; i++) {
      assertThat(host.receivedBy(candidate(i))).as("candidate %d", i).hasSize(1);
    }
  }

  @Test
  void a_seller_tells_a_lost_deal_kindly_and_writes_again_on_a_day() {
    screens.visit(
        "/pursuits",
        page -> {
          open(page, "/pursuits/new?kind=deal");
          page.locator("#title").fill("Scheduling for two plants");
          page.locator("#company").fill("Calder & Voss");
          page.locator("#requirements").fill("Runs in their own data centre");
          page.getByText("Open it").click();
          assertThat(page.locator("h1")).hasText("Scheduling for two plants");
          var deal = path(page);
          add(page, "Tomas Dietz", "tomas.dietz@example.com", "Sponsor");
          note(page, "Tomas Dietz", "meeting", "them", day(-7));

          open(page, deal + "/close-out");
          tell(page, "interviewed", "not-chosen", "Not a good fit.");
          assertThat(page.locator("[role=alert]").first()).isVisible();
          assertThat(page.locator("#letters")).hasCount(0);
          tell(
              page,
              "interviewed",
              "not-chosen",
              "You chose somebody who runs in your own data centre.");
          send(page);
          until(page, deal + "/close-out", "It is closed, and everybody");

          open(page, deal);
          page.locator("#again-on").fill(day(120));
          page.locator("#again-why").fill("Their contract ends in spring.");
          page.getByText("Remember it").click();
          assertThat(page.locator("#toasts")).containsText("from that day on");
          assertThat(page.locator("#again-on")).hasValue(day(120));
          assertThat(page.locator("section[aria-labelledby=history]"))
              .containsText("Their contract ends in spring.");
        });
    assertThat(host.receivedBy(new EmailAddress("tomas.dietz@example.com"))).hasSize(1);
  }

  /**
   * How long a practised person takes, by the keystroke-level model: S. K. Card, T. P. Moran, A.
   * Newell, The keystroke-level model for user performance time with interactive systems, CACM 23
   * (7), 1980. Each click is thought about (1.35 s), pointed to (1.1 s) with a hand that comes to
   * the mouse (0.4 s), and pressed (0.2 s); each key takes 0.28 s, after the hand came back (0.4
   * s).
   */
  private static final class Hands {

    private static final Duration CLICK = Duration.ofMillis(1_350 + 1_100 + 400 + 200);
    private static final Duration TO_THE_KEYS = Duration.ofMillis(400);
    private static final Duration KEY = Duration.ofMillis(280);

    private final Page page;
    private Duration time = Duration.ZERO;

    Hands(Page page) {
      this.page = page;
    }

    void click(Locator where) {
      where.click();
      time = time.plus(CLICK);
    }

    private void type(Locator where, String words) {
      click(where);
      where.fill(words);
      time = time.plus(TO_THE_KEYS).plus(KEY.multipliedBy(words.length()));
    }

    void write(String group, String words) {
      var form = page.locator("#form-" + group);
      form.locator("select[name=requirement]").selectOption(new String[] {"Sells into rail"});
      time = time.plus(CLICK).plus(CLICK);
      type(form.locator("input[name=words]"), words);
      click(form.locator("button").last());
      assertThat(page.locator("#letters")).isVisible();
    }

    Duration time() {
      return time;
    }
  }

  private void tell(Page page, String group, String result, String words) {
    var form = page.locator("#form-" + group);
    form.locator("select[name=result]").selectOption(result);
    form.locator("input[name=words]").fill(words);
    form.locator("button").last().click();
    page.waitForLoadState();
  }

  private static void send(Page page) {
    page.getByText("Send the letter").click();
    assertThat(page.locator("#letters")).hasCount(0);
  }

  private static void wasTold(Page page, String name, String way) {
    var said = page.locator(".told-by", new Page.LocatorOptions().setHasText(name));
    said.getByText(way).click();
    assertThat(said).hasCount(0);
  }

  private void add(Page page, String name, String address, String role) {
    page.locator("#new-address").fill(address);
    page.locator("#new-name").fill(name);
    page.locator("#new-role").selectOption(new String[] {role});
    page.locator("form[action$='/people'] button").click();
    assertThat(somebody(page, name)).isVisible();
  }

  private void note(Page page, String name, String kind, String by, String on) {
    var row = somebody(page, name);
    row.getByText("Note time given").first().click();
    row.locator("select[name=kind]").selectOption(kind);
    row.locator("select[name=by]").selectOption(by);
    row.locator("input[name=on]").fill(on);
    row.getByText("Note it").click();
    assertThat(somebody(page, name).locator(".given li")).hasCount(1);
  }

  private static Locator somebody(Page page, String name) {
    return page.locator("section[aria-labelledby=people] li.pair")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }

  private void open(Page page, String path) {
    page.navigate("http://127.0.0.1:%d%s".formatted(port, path));
  }

  /** Looks at a page again and again until it says something. */
  private void until(Page page, String path, String words) {
    var end = Instant.now().plus(PATIENCE);
    open(page, path);
    while (!page.locator("main").innerText().contains(words)) {
      if (Instant.now().isAfter(end)) {
        var said = page.locator("main").innerText();
        open(page, "/outbox");
        throw new AssertionError(
            "%s should say “%s”, and says:%n%s%nThe outbox says:%n%s"
                .formatted(path, words, said, page.locator("main").innerText()));
      }
      page.waitForTimeout(250);
      open(page, path);
    }
  }

  /** Who is quicker than five seconds is asked whether they saw what came meanwhile. */
  private void untilSentWhatWasHeld(Page page, String closeOut) {
    var end = Instant.now().plus(PATIENCE);
    open(page, closeOut);
    while (page.locator("#away").count() > 0) {
      assertThat(Instant.now()).as("the letter to leave").isBefore(end);
      open(page, "/outbox");
      var held = page.getByText("I have looked: let it go");
      if (held.count() > 0) {
        int others = held.count() - 1;
        held.first().click();
        assertThat(held).hasCount(others);
      }
      page.waitForTimeout(250);
      open(page, closeOut);
    }
  }

  private static void closeIfItIsNot(Page page) {
    var close = page.locator("form[action$='/end'] button");
    if (close.count() > 0) {
      close.click();
      assertThat(close).hasCount(0);
    }
  }

  private void untilToldAll(Page page, String search) {
    until(page, search + "/close-out", "On their way");
    var end = Instant.now().plus(PATIENCE);
    while (page.locator("#told + .count").count() == 0
        || !page.locator("#told + .count").innerText().equals("" + CANDIDATES)) {
      assertThat(Instant.now()).as(page.locator("main").innerText()).isBefore(end);
      page.waitForTimeout(250);
      open(page, search + "/close-out");
    }
    closeIfItIsNot(page);
    until(page, search + "/close-out", "It is closed, and everybody");
  }

  private PursuitId search() {
    var asked = List.of("Sells into rail", "Has led ten people");
    var opened =
        pursuits.open(
            owner.workspace(),
            new NewPursuit(
                PursuitKind.SEARCH,
                "Head of Sales",
                "Tidewell",
                Source.REFERRAL,
                "",
                "",
                "",
                asked),
            owner.member(),
            now);
    for (int i = 0; i < CANDIDATES; i++) {
      var person = people.enter(owner.workspace(), "Candidate %02d".formatted(i), candidate(i));
      pursuits.join(owner.workspace(), opened, person, Role.CANDIDATE, owner.member(), now);
      var kinds = new ArrayList<>(List.of(TimeKind.APPLICATION));
      if (i < 10) {
        kinds.add(TimeKind.INTERVIEW);
      }
      if (i < 3) {
        kinds.add(TimeKind.INTERVIEW);
      }
      for (var kind : kinds) {
        pursuits.gave(owner.workspace(), opened, person, false, kind, now, "", owner.member(), now);
      }
    }
    return opened;
  }

  private static EmailAddress candidate(int number) {
    return new EmailAddress("candidate.%02d@example.com".formatted(number));
  }

  private void bounce(int number) {
    var letter = host.receivedBy(candidate(number)).getFirst();
    host.deliver(
        """
        From: MAILER-DAEMON@example.net
        To: %1$s
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <bounce.%2$d.%3$s@example.net>
        Date: %4$s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

        --edge
        Content-Type: text/plain

        <%5$s>: host mx.example.com said: 550 5.1.1 User unknown

        --edge
        Content-Type: message/delivery-status

        Reporting-MTA: dns; example.net

        Final-Recipient: rfc822; %5$s
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --edge
        Content-Type: text/rfc822-headers

        From: Robin Hale <%1$s>
        To: %5$s
        Message-ID: <%6$s>

        --edge--
        """
            .formatted(
                owner.address(),
                number,
                owner.workspace(),
                RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)),
                candidate(number),
                letter));
  }

  private void threeWeeksOfMail() {
    host.deliver(
        letter(
            "Dana Reyes <dana.reyes@example.com>",
            owner.address().value(),
            "Your interview",
            -19,
            """
            Hello Robin,

            thank you for your time yesterday. I will let you know by the end of next week how we
            decide.

            Dana
            """));
    host.deliver(
        letter(
            "Marcus Webb <marcus.webb@example.net>",
            owner.address().value(),
            "How did it go?",
            -18,
            """
            Hi Robin,

            how did the interview with Dana go? Could you call me tomorrow?

            Marcus
            """));
  }

  private byte[] mailbox() {
    var me = "Robin Hale <%s>".formatted(owner.address());
    var letters =
        List.of(
            letter(
                "Marcus Webb <marcus.webb@example.net>",
                me,
                "Head of Operations at Tidewell",
                -28,
                """
                Hi Robin,

                Tidewell looks for a head of operations. Would you be interested?

                Marcus
                """),
            letter(
                me,
                "Marcus Webb <marcus.webb@example.net>",
                "Re: Head of Operations at Tidewell",
                -27,
                """
                Hi Marcus,

                yes, I am. When shall we talk?

                Robin
                """),
            letter(
                "Priya Nair <priya.nair@example.org>",
                me,
                "Meet Dana",
                -27,
                """
                Robin, meet Dana. Dana, Robin ran the Leith plant for six years.

                Priya
                """));
    var mbox = new StringBuilder();
    letters.forEach(it ->
        mbox.append("From somebody@example.com Mon Jan  5 09:00:00 2026\n")
            .append(it)
            .append('\n'));
    return mbox.toString().getBytes(UTF_8);
  }

  private String letter(String from, String to, String subject, int days, String body) {
    return """
    From: %s
    To: %s
    Subject: %s
    Message-ID: <%s.%d@example.com>
    Date: %s
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(
            from,
            to,
            subject,
            Integer.toHexString((from + subject + to).hashCode()),
            days + 100,
            RFC_1123_DATE_TIME.format(now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)),
            body);
  }

  private String day(int days) {
    return LocalDate.ofInstant(now, Cast.CHATHAM).plusDays(days).toString();
  }

  private static byte[] posting() {
    return """
    <!doctype html><html><head><title>Careers at Tidewell</title>
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "JobPosting", "title": "Head of Operations",
     "hiringOrganization": {"@type": "Organization", "name": "Tidewell"},
     "description": "<h3>What you bring</h3><ul><li>Has run a plant</li><li>Speaks Dutch</li></ul>"}
    </script></head><body><h1>Head of Operations</h1></body></html>
    """
        .getBytes(UTF_8);
  }

  private static byte[] linkedIn() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("Connections.csv"));
      zip.write(
          """
          Notes:
          "Some addresses are not in here."

          First Name,Last Name,URL,Email Address,Company,Position,Connected On
          Dana,Reyes,https://www.linkedin.com/in/dana-reyes-of-tidewell,dana.reyes@example.com,Tidewell,Chief Operating Officer,12 Mar 2024
          Priya,Nair,https://www.linkedin.com/in/priya-nair-of-leith,priya.nair@example.org,Leith Works,Plant Director,03 Sep 2021
          """
              .getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
