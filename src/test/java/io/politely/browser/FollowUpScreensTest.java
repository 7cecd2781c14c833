package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.cadence.Cadence;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.ValueItem;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class FollowUpScreensTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Pursuits pursuits;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp threads;
  @Autowired private CadenceCatchUp plans;
  @Autowired private Clock clock;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private PersonId grace;
  private PersonId dana;
  private Screens screens;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    grace = people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    dana = people.enter(ada.workspace(), "Dana Scott", new EmailAddress("dana@example.net"));
    mailboxes.connect(
        ada.workspace(),
        new NewMailAccount(
            ada.address(),
            "Ada Lovelace",
            new Server("imap.example.com", 993, Security.TLS),
            new Server("smtp.example.com", 465, Security.TLS),
            "ada",
            Authentication.PASSWORD,
            "three-blue-herons",
            false),
        clock.instant());
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void before_the_first_one() {
    screens.check("/follow-ups", "follow-ups-empty");
  }

  @Test
  void the_plan_is_shown_before_anything_starts() {
    screens.check(
        "/follow-ups/new?person=" + grace + "&situation=S1",
        "follow-up-new",
        page -> {
          assertThat(page.locator(".plan-step").first()).isVisible();
          assertThat(page.locator("main")).containsText("A last word that keeps the door open");
        });
  }

  @Test
  void a_letter_is_read_changed_and_sent_by_keyboard() {
    item();
    screens.visit(
        "/follow-ups/new?person=" + grace + "&situation=S1",
        page -> {
          page.getByRole(AriaRole.BUTTON, named("Start")).click();
          assertThat(page.locator("h1")).hasText("Grace Hopper");
          page.getByLabel("One fact about them").fill("You moved the Leeds team to rail.");
          page.getByLabel("Why it matters to them").fill("We build for rail.");
          page.getByRole(AriaRole.BUTTON, named("Keep it")).click();
          assertThat(page.locator("#toasts")).containsText("Kept");
          assertThat(page.getByLabel("Text", exactly()))
              .hasValue(Pattern.compile(".*Leeds.*", Pattern.DOTALL));
        });
    var path = "/follow-ups/" + cadence.with(ada.workspace(), grace).getFirst().followUp().id();
    screens.check(path, "follow-up");
    screens.visit(
        path,
        page -> {
          page.locator("[data-follow]").focus();
          page.keyboard().press("Enter");
          assertThat(page.locator("#toasts")).containsText("It leaves");
        });
  }

  @Test
  void what_is_due_is_sent_as_it_stands() {
    item();
    due(dana);
    due(grace);
    screens.check("/follow-ups", "follow-ups");
    screens.check("/", "today-follow-ups");
    screens.visitWithoutScripts(
        "/follow-ups",
        page -> {
          page.getByRole(AriaRole.BUTTON, named("Send all 2 as they are")).click();
          assertThat(page.locator("body")).containsText("2 letters are planned.");
        });
  }

  @Test
  void one_ends_with_a_reason_and_goes_on_again() {
    due(grace);
    var path = "/follow-ups/" + cadence.with(ada.workspace(), grace).getFirst().followUp().id();
    screens.visit(
        path,
        page -> {
          page.locator("summary", new Page.LocatorOptions().setHasText("End it")).click();
          assertThat(page.getByLabel("Why, in your words")).isVisible();
          page.getByLabel("Why, in your words").fill("They hired somebody.");
          page.getByRole(AriaRole.BUTTON, named("End it")).click();
          assertThat(page.locator("#toasts")).containsText("It is over");
        });
    screens.check(path, "follow-up-ended");
    screens.visit(
        path,
        page -> {
          page.getByRole(AriaRole.BUTTON, named("Go on with it")).click();
          assertThat(page.locator("#toasts")).containsText("It goes on");
        });
  }

  @Test
  void a_pursuit_shows_what_is_planned_with_its_people() {
    var job = job();
    for (var person : List.of(grace, dana)) {
      pursuits.join(
          ada.workspace(), job, person, Role.HIRING_MANAGER, ada.member(), clock.instant());
    }
    due(grace, job);
    screens.check(
        "/pursuits/" + job,
        "pursuit-follow-ups",
        page -> assertThat(page.locator("[aria-labelledby=ahead]")).containsText("Dana Scott"));
  }

  /** Ten weeks ago she applied, and two questions went unanswered since. */
  @Test
  void after_silence_a_last_word_is_offered() throws IOException {
    due(grace, job());
    sent("one@example.org", Duration.ofDays(40), "Is the position still open?");
    sent("two@example.org", Duration.ofDays(21), "Is it still open, or shall I stop?");
    var path = "/follow-ups/" + cadence.with(ada.workspace(), grace).getFirst().followUp().id();
    screens.check(
        path,
        "follow-up-last-word",
        page -> assertThat(page.locator("#letter")).hasText("A last word, if you like"));
  }

  private void sent(String id, Duration ago, String words) throws IOException {
    Files.writeString(
        folder.resolve(id + ".eml"),
        """
        From: Ada <%s>
        To: Grace Hopper <grace@example.com>
        Subject: Head of Sales
        Date: %s
        Message-ID: <%s>

        %s
        """
            .formatted(
                ada.address(),
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    clock.instant().minus(ago).atOffset(ZoneOffset.UTC)),
                id,
                words));
    importer.run(ada.workspace(), List.of(folder), _ -> {});
    threads.thread(ada.workspace());
    plans.catchUp(ada.workspace());
  }

  /** An application of ten weeks ago: a question is due, whatever hour it is. */
  private void due(PersonId person) {
    due(person, job());
  }

  private void due(PersonId person, PursuitId job) {
    cadence.start(
        ada.workspace(),
        new NewFollowUp(
            person,
            "J1",
            job,
            null,
            clock.instant().minus(Duration.ofDays(70)),
            null,
            null,
            new Research("", "", "")),
        ada.member(),
        clock.instant());
  }

  private PursuitId job() {
    return pursuits.open(
        ada.workspace(),
        new NewPursuit(PursuitKind.JOB, "Head of Sales", "Tidewell", null, "", "", "", List.of()),
        ada.member(),
        clock.instant());
  }

  private void item() {
    cadence.addItem(
        ada.workspace(),
        ValueItem.Kind.ARTICLE,
        "the survey on lead times",
        "Page four has your trade.",
        "https://example.com/survey",
        ada.member(),
        clock.instant());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
