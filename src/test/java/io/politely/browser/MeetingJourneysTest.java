package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.calendar.MeetingState;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the invitation to what follows, by those who sit on both sides of the table. */
@Served
class MeetingJourneysTest {

  private static final EmailAddress NORA = new EmailAddress("nora.bek@example.net");

  /** Who taps once in four seconds has so many taps in four minutes; typing takes half of them. */
  private static final int MOST_TAPS = 30;

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Talks talks;
  @Autowired private Interviews interviews;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Instant now;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    now = clock.instant();
  }

  @Test
  void a_seeker_prepares_tells_how_it_went_on_a_phone_and_thanks() {
    talks.job(ada, now);
    var title = "Interview at Tidewell";
    var starts = now.plus(Duration.ofDays(3));
    var meeting = talks.meeting(ada, title, starts, List.of(Aim.DANA));

    onAPhone(
        "/meetings",
        page -> {
          page.getByText(title).click();
          assertThat(page.locator("h1")).hasText(title);
          assertThat(page.locator("main")).containsText("Dana Scott is hiring manager");
          page.getByLabel("Their priorities", new Page.GetByLabelOptions().setExact(true))
              .fill("Hospitals in the north before the winter.");
          page.locator(".who-comes").getByText("Save").click();
          assertThat(page.locator("#toasts")).containsText("Saved.");
          page.getByText("Practise", new Page.GetByTextOptions().setExact(true)).click();
          page.getByText("It was good").click();
          assertThat(page.locator("main")).containsText("2 of");
        });

    // It is moved to the present, ends, and the program looks.
    talks.meeting(
        ada,
        1,
        title,
        now.minus(Duration.ofMinutes(65)),
        now.minus(Duration.ofMinutes(5)),
        MeetingState.BOOKED,
        List.of(Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);

    onAPhone(
        "/",
        page -> {
          page.locator("main a.button").getByText("Tell how it went").click();
          int taps = 1;
          assertThat(page.locator("#question")).isVisible();
          while (page.locator("#question").count() > 0 && taps < 100) {
            taps += answer(page);
          }
          assertThat(taps).as("taps of the short path").isLessThanOrEqualTo(MOST_TAPS);
          assertThat(page.locator(".lead")).containsText("Yes: you would accept.");
          page.getByLabel("What you took from talking with them, a sentence")
              .fill("You want the north before the winter.");
          page.getByLabel("What you achieved that bears on it, a sentence")
              .fill("I opened a region in ten weeks.");
          page.getByText("Write it").click();
          page.waitForURL("**/follow-ups/**");
          assertThat(page.locator("main")).containsText("Dana");
          assertThat(page.locator("main")).containsText("I opened a region in ten weeks.");
        });
    assertThat(interviews.debrief(ada.workspace(), meeting)).isPresent();
  }

  @Test
  void a_recruiter_takes_notes_asks_the_client_and_sees_both_sides() {
    var aim = talks.search(ada, now.minus(Duration.ofDays(2)));
    talks.candidate(ada, aim, "Nora Bek", NORA, now.minus(Duration.ofDays(2)));
    var meeting =
        talks.meeting(
            ada, "Interview Nora Bek", now.minus(Duration.ofMinutes(90)), List.of(NORA, Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    var path = "/meetings/" + meeting + "/debrief";

    screens()
        .visit(
            path + "/whole",
            page -> {
              page.getByText("How it felt").click();
              page.getByLabel("What surprised you?").fill("They asked about the night shift.");
              page.waitForResponse(
                  answer -> answer.request().method().equals("POST"),
                  () -> page.getByLabel("What surprised you?").blur());
              page.navigate(url(page, path + "/after"));
              page.getByRole(
                      AriaRole.BUTTON,
                      new Page.GetByRoleOptions().setName("Ask Rita Moreno, client"))
                  .click();
              page.waitForURL("**/drafts/**");
              page.navigate(url(page, path + "/sides"));
              assertThat(page.locator("h1")).hasText("Side by side");
              var typed = page.locator("form textarea").first();
              typed.fill("She was calm about the shift.");
              page.getByText("Keep the client’s version").click();
              assertThat(page.locator("#toasts")).not().isEmpty();
              assertThat(page.locator("form textarea").first())
                  .hasValue("She was calm about the shift.");
              page.getByText("how it ended").first().click();
              assertThat(page.locator("main")).containsText("Nora Bek");
            });
  }

  /** Answers the question on the page; how many taps that took. */
  private static int answer(Page page) {
    var before = page.locator("#question").textContent();
    int taps = 1;
    var buttons = page.locator(".debrief-taps button");
    var checks = page.locator(".debrief-checks input");
    if (before.contains("would you accept")) {
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("YES").setExact(true))
          .click();
    } else if (buttons.count() > 0) {
      buttons.first().click();
    } else {
      if (checks.count() > 0) {
        checks.first().check();
        taps++;
      } else {
        var typed = page.locator("form.debrief textarea, form.debrief input[type=text]");
        if (typed.count() > 0) {
          typed.first().fill("Hospitals come first.");
          taps++;
        }
      }
      next(page).click();
    }
    page.waitForFunction(
        "before => document.querySelector('#question')?.textContent !== before", before);
    return taps;
  }

  /** Goes on; a day or a time that nobody remembers is skipped. */
  private static Locator next(Page page) {
    var typed = page.locator("form.debrief input:not([type=hidden])");
    boolean isEmpty = typed.count() > 0 && typed.first().inputValue().isEmpty();
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(isEmpty ? "Skip" : "Next").setExact(true));
  }

  private void onAPhone(String path, Consumer<Page> steps) {
    screens()
        .visit(
            path,
            page -> {
              page.setViewportSize(360, 740);
              steps.accept(page);
            });
  }

  private static String url(Page page, String path) {
    return URI.create(page.url()).resolve(path).toString();
  }

  private Screens screens() {
    return Screens.signedInBy(cast.link(ada), port);
  }
}
