package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.cadence.Cadence;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.LanguageModel;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class CadenceSettingsScreensTest {

  private static final String GAP = "/follow-ups/policy/J1.touches.1.gap";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Screens screens;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void the_policy_and_one_of_its_numbers() {
    for (var name : List.of("Grace Hopper", "Dana Scott", "Ivan Novak")) {
      applied(name);
    }
    screens.check("/follow-ups/policy", "policy");
    screens.check(GAP, "policy-number");
    screens.check(GAP + "?value=9", "policy-moves");
    screens.visit(
        GAP + "?value=9",
        page -> {
          apply(page);
          assertThat(page.locator("#anew")).containsText("3 of 3 follow-ups, 3 plans moved.");
        });
    screens.check("/follow-ups/policy", "policy-planned-anew");
  }

  @Test
  void a_number_is_changed_by_keyboard_and_without_scripts() {
    screens.visit(
        "/follow-ups/policy",
        page -> {
          page.locator("#J1 .touches-planned a").first().focus();
          page.keyboard().press("Enter");
          page.getByLabel("It should be").fill("9");
          page.keyboard().press("Enter");
          assertThat(page.locator("#moves")).containsText("Nothing goes on");
          apply(page);
          assertThat(page.locator("#J1")).containsText("9 (shipped: 5)");
          page.keyboard().press("u");
          assertThat(page.locator("#J1")).not().containsText("shipped");
        });
    screens.visitWithoutScripts(
        GAP,
        page -> {
          page.getByLabel("It should be").fill("8");
          button(page, "See what moves");
          apply(page);
          assertThat(page.locator("#J1")).containsText("8 (shipped: 5)");
        });
  }

  @Test
  void the_library_of_value_items() {
    screens.check("/value-items", "value-items-empty");
    screens.visitWithoutScripts("/value-items", page -> add(page, "the survey on lead times"));
    screens.visit(
        "/value-items",
        page -> {
          add(page, "how Tidewell halved its queue");
          page.keyboard().press("u");
          assertThat(page.locator("main")).not().containsText("Tidewell");
          add(page, "how Tidewell halved its queue");
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change the survey"))
              .focus();
          page.keyboard().press("Enter");
          page.getByLabel("What they can do with it").fill("Page four has your trade.");
          button(page, "Save");
          assertThat(page.locator("main")).containsText("Page four has your trade.");
        });
    screens.check("/value-items", "value-items");
  }

  @Test
  void a_language_model_and_what_it_would_see() {
    screens.check("/settings/model", "model");
    cadence.setModel(
        ada.workspace(),
        LanguageModel.parse("https://models.example.org/v1/chat/completions", "small")
            .orElseThrow(),
        "",
        clock.instant());
    applied("Grace Hopper");
    var started = cadence.due(ada.workspace(), clock.instant().plus(Duration.ofDays(30)), 1);
    screens.check(
        "/follow-ups/" + started.getFirst().followUp().id(),
        "model-rewrite",
        page -> {
          button(page, "Ask the model to rewrite");
          assertThat(page.locator("h1")).containsText("What the model would see");
        });
  }

  @Test
  void the_feed_for_a_calendar() {
    screens.check("/follow-ups/calendar", "calendar-none");
    screens.check("/follow-ups/calendar", "calendar", page -> button(page, "Make a"));
    screens.visitWithoutScripts(
        "/follow-ups/calendar",
        page -> {
          button(page, "Revoke it");
          assertThat(page.locator("main")).containsText("There is none yet.");
        });
  }

  private static void add(Page page, String title) {
    page.getByLabel("Called").fill(title);
    page.getByLabel("Where it lies").fill("https://example.com/a-page-with-a-long-address");
    button(page, "Add it");
    assertThat(page.locator(".rows")).containsText(title);
  }

  private static void apply(Page page) {
    button(page, "Apply from now on");
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  private void applied(String name) {
    cadence.start(
        ada.workspace(),
        new NewFollowUp(
            people.enter(
                ada.workspace(), name, new EmailAddress(name.replace(' ', '.') + "@example.com")),
            "J1",
            null,
            null,
            null,
            null,
            null,
            new Research("They lead the team.", "Their page", "I built what they need.")),
        ada.member(),
        clock.instant());
  }
}
