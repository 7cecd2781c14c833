package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Stop.Scope;
import io.politely.outbox.Stop.Source;
import io.politely.outbox.Stopping;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class OutboxScreensTest {

  private static final Instant PRESENT = Instant.parse(SampleWorkspace.PRESENT);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private Ledger ledger;
  @Autowired private Mailboxes mailboxes;
  @Autowired private People people;
  @Autowired private Stopping stopping;

  private Screens ada;
  private Cast.Owner owner;

  @BeforeEach
  void robin_and_ada_have_mailboxes() {
    connect(sample.robin(), "Robin Hale", "Robin Hale\n+44 20 7946 0000");
    owner = cast.owner("Ada");
    connect(owner, "Ada Lovelace", "");
    ada = Screens.signedInBy(cast.link(owner), port);
  }

  @AfterEach
  void robin_has_none_again() {
    var workspace = sample.robin().workspace();
    mailboxes.accounts(workspace).forEach(one -> mailboxes.disconnect(workspace, one.id()));
  }

  @Test
  void a_new_letter() {
    ada.check("/letters/new", "compose");
  }

  @Test
  void an_answer_in_a_conversation() {
    robin().check(conversation() + "/reply", "reply", page -> page.locator("#body").fill("Yes."));
  }

  @Test
  void an_answer_is_written_and_looked_at() {
    robin()
        .check(
            conversation() + "/reply",
            "preview",
            page -> {
              page.locator("#body").fill("Dear all,\n\nyes, Tuesday works.\n\nRobin");
              page.getByText("Look at it").click();
              assertThat(page.getByText("Who gets it")).isVisible();
              page.getByText("As programs show it that prefer HTML").click();
              page.getByText("Its whole source").click();
            });
  }

  @Test
  void what_was_sent_is_taken_back_by_a_key() {
    ada.visit(
        "/letters/new?to=grace@example.org",
        page -> {
          send(page, "A plan", "Does Tuesday work?");
          assertThat(page.locator("#toasts")).containsText("It leaves in a moment.");
          page.keyboard().press("u");
          assertThat(page.locator("#subject")).hasValue("A plan");
          assertThat(page.locator("#body")).hasValue("Does Tuesday work?");
        });
  }

  @Test
  void a_letter_is_sent_without_scripts() {
    ada.visitWithoutScripts(
        "/letters/new?to=grace@example.org",
        page -> {
          send(page, "A plan", "Does Tuesday work?");
          assertThat(page.locator("h1")).hasText("Outbox");
          page.locator("[data-undo]").click();
          assertThat(page.locator("#body")).hasValue("Does Tuesday work?");
        });
  }

  @Test
  void the_outbox_with_what_waits_is_held_in_doubt_and_gone() {
    ada.visit(
        "/letters/new?to=grace@example.org,linus@example.net",
        page -> {
          write(page, "A plan for the engine room", "Does Tuesday work?");
          page.locator("[name=leaving][value=at]").check();
          page.locator("#leavingAt").fill("2026-07-01T08:30");
          approve(page);
        });
    letter("Held since they answered");
    letter("In doubt since the line broke");
    letter("A letter that failed");
    letter("A letter that arrived");
    as(
        "Held since they answered",
        "state = 'due', due_at = '2026-06-26T15:00:00Z', hold = 'A message came after this was"
            + " approved: read it, and decide whether this still fits.'");
    as(
        "In doubt since the line broke",
        "state = 'in-doubt', problem = 'The server did not answer the end of the message: it may"
            + " have arrived.'");
    // The database lives in the real present, which is later than that of the sample.
    as("A plan for the engine room", "due_at = '2026-06-30T19:45:00Z'");
    as("A letter that failed", "state = 'failed', problem = 'Nobody has this address there.'");
    as("A letter that arrived", "state = 'sent', sent_at = '2026-06-25T10:00:00Z'");
    TestWorkspace.of(owner.workspace())
        .run(() ->
            TestWorkspace.of(owner.workspace())
                .jdbc()
                .sql(
                    """
                    insert into outbox.fence (workspace_id, place, fenced, reason, changed_at)
                    values (:workspace, 'elsewhere', true, 'This database was copied or moved: confirm that no other copy of it sends any more.', now())
                    on conflict (workspace_id) do update set fenced = true, reason = excluded.reason
                    """)
                .param("workspace", owner.workspace().value())
                .update());

    ada.check("/outbox", "outbox");
    ada.visit(
        "/outbox",
        page -> {
          page.getByText("In doubt since the line broke").first().click();
          assertThat(page.getByText("What happened to it")).isVisible();
        });
  }

  @Test
  void an_empty_outbox_and_no_drafts() {
    ada.check("/outbox", "outbox-empty");
    ada.check("/drafts", "drafts-empty");
  }

  @Test
  void drafts() {
    ada.visit(
        "/letters/new?to=grace@example.org",
        page -> {
          write(page, "Half a thought", "Dear Grace,\n\nabout the engines: ");
          page.getByText("Save").last().click();
        });
    ada.check("/drafts", "drafts");
  }

  @Test
  void whom_nobody_writes_to() {
    stopping.stop(
        owner.workspace(),
        Scope.ADDRESS,
        "grace@example.org",
        Source.STOP,
        "“Please take me off your list.”",
        null,
        owner.member().toString());
    stopping.stop(
        owner.workspace(),
        Scope.DOMAIN,
        "example.net",
        Source.USER,
        "You said so.",
        null,
        owner.member().toString());
    ada.check("/do-not-contact", "do-not-contact");
  }

  @Test
  void a_letter_to_somebody_on_the_list() {
    stopping.stop(
        owner.workspace(),
        Scope.ADDRESS,
        "grace@example.org",
        Source.STOP,
        "“Please take me off your list.”",
        null,
        owner.member().toString());
    ada.check("/letters/new?to=grace@example.org", "compose-stopped");
  }

  @Test
  void a_person_has_buttons_to_write_and_to_stop() {
    var person =
        people.persons(sample.robin().workspace(), "", Optional.empty(), 1).items().getFirst();
    robin()
        .check(
            "/people/" + person.id(),
            "person-contact",
            page -> page.getByText("Stop contact").first().click());
  }

  private void letter(String subject) {
    ada.visit(
        "/letters/new?to=grace@example.org", page -> send(page, subject, "Does Tuesday work?"));
  }

  private static void send(Page page, String subject, String body) {
    write(page, subject, body);
    approve(page);
  }

  private static void write(Page page, String subject, String body) {
    page.locator("#subject").fill(subject);
    page.locator("#body").fill(body);
  }

  private static void approve(Page page) {
    page.getByText("Look at it").click();
    page.locator("form[action='/outbox'] button").click();
    assertThat(page.locator("#toasts")).containsText("It leaves");
  }

  private void as(String subject, String state) {
    var workspace = TestWorkspace.of(owner.workspace());
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                "update outbox.mail set "
                    + state
                    + " where workspace_id = :workspace and subject = :subject")
            .param("workspace", owner.workspace().value())
            .param("subject", subject)
            .update());
  }

  private String conversation() {
    return "/conversations/"
        + ledger.ours(sample.robin().workspace(), PRESENT, 1).getFirst().conversation();
  }

  private void connect(Cast.Owner who, String name, String signature) {
    mailboxes
        .connect(
            who.workspace(),
            new NewMailAccount(
                new EmailAddress(who.address().value()),
                name,
                new Server("imap.example.com", 993, Security.TLS),
                new Server("smtp.example.com", 465, Security.TLS),
                "me",
                Authentication.PASSWORD,
                "three-blue-herons",
                false),
            PRESENT)
        .ifPresent(account -> mailboxes.sign(who.workspace(), account, name, signature));
  }

  private Screens robin() {
    return Screens.signedInBy(cast.link(sample.robin()), port);
  }
}
