package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.cadence.Cadence;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.ValueItem;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
  @Autowired private Clock clock;

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

  /** An application of a month ago: a question is due, whatever hour it is. */
  private void due(PersonId person) {
    cadence.start(
        ada.workspace(),
        new NewFollowUp(
            person,
            "J1",
            pursuits.open(
                ada.workspace(),
                new NewPursuit(
                    PursuitKind.JOB, "Head of Sales", "Tidewell", null, "", "", "", List.of()),
                ada.member(),
                clock.instant()),
            null,
            clock.instant().minus(Duration.ofDays(30)),
            null,
            null,
            new Research("", "", "")),
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
