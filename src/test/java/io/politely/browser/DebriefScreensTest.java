package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.accounts.SignedIn;
import io.politely.calendar.MeetingId;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class DebriefScreensTest {

  private static final EmailAddress IVAN = new EmailAddress("ivan@example.com");

  private static final Map<String, String> TOLD =
      Map.of(
          "landed.best", "I doubled the pipeline of a team of four within a year.",
          "priorities.first", "Hospitals in the north, and before the winter.",
          "concerns.said", "Too senior\nNever sold services",
          "asked.questions", "Why hospitals?\nWhy did you leave Quarrystone?",
          "promises.ours", "The deck",
          "promises.theirs", "An answer",
          "next.day", "2026-07-10",
          "money.least", "150,000 a year",
          "vibe.score", "4",
          "end.accept", "Yes, if I may work from home on Fridays");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Talks talks;
  @Autowired private Interviews interviews;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Screens screens;
  private Instant now;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    screens = Screens.signedInBy(cast.link(ada), port);
    now = clock.instant();
  }

  @Test
  void before_anything_was_told() {
    screens.check("/debriefs", "debriefs-empty");
    screens.check("/questions", "questions-empty");
  }

  @Test
  void one_question_at_a_time_with_one_hand() {
    var path = path(interviewed());

    screens.check("/", "today-debrief");
    screens.check(path, "debrief-yes-no");
    screens.check(path + "?path=full&question=people.met", "debrief-people");
    screens.check(path + "?path=full&question=vibe.score", "debrief-scale");
    screens.check(path + "?path=full&question=asked.questions", "debrief-list");
    screens.check(path + "?path=short&question=end.accept", "debrief-last");
  }

  @Test
  void told_in_full_without_scripts_and_with_them() {
    var path = path(interviewed());
    screens.visitWithoutScripts(
        path,
        page -> {
          tap(page, "Yes");
          tap(page, "Next");
          assertThat(page.locator("h1")).containsText("Dana Scott");
        });
    screens.visit(
        path,
        page -> {
          assertThat(page.locator("h1")).containsText("Dana Scott");
          page.locator("textarea").fill("Hospitals come first.");
          tap(page, "Next");
          assertThat(page.locator("h1")).containsText("What did they ask?");
          page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back")).click();
          assertThat(page.locator("textarea")).hasValue("Hospitals come first.");
        });
    screens.visit(
        path + "/whole",
        page -> {
          page.getByLabel("As it is told").fill("It went well.");
          page.getByText("How it felt").click();
          page.getByLabel("What surprised you?").fill("The dog");
          page.waitForResponse(
              answer -> answer.request().method().equals("POST"),
              () -> page.getByLabel("What surprised you?").blur());
          assertThat(page.locator("#kept")).containsText("Kept at");
          page.reload();
          assertThat(page.getByLabel("What surprised you?")).hasValue("The dog");
        });
    screens.check(path + "/whole", "debrief-whole");
  }

  @Test
  void what_follows() {
    var meeting = interviewed();
    tell(meeting);

    screens.check(path(meeting) + "/after", "debrief-after");
    screens.check("/debriefs", "debriefs");
    screens.check("/questions", "questions");
  }

  @Test
  void side_by_side() {
    var aim = talks.search(ada, now.minus(Duration.ofDays(2)));
    talks.candidate(ada, aim, "Ivan Novak", IVAN, now.minus(Duration.ofDays(2)));
    var meeting =
        talks.meeting(
            ada,
            "Interview Ivan Novak",
            now.minus(Duration.ofMinutes(90)),
            List.of(IVAN, Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    tell(meeting);

    screens.check(path(meeting) + "/after", "debrief-after-search");
    screens.check(path(meeting) + "/sides", "debrief-sides");
  }

  private MeetingId interviewed() {
    talks.job(ada, now);
    var meeting =
        talks.meeting(
            ada, "Interview at Tidewell", now.minus(Duration.ofMinutes(80)), List.of(Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    return meeting;
  }

  private void tell(MeetingId meeting) {
    var me =
        new SignedIn(ada.workspace(), ada.member(), "Ada Lovelace", ada.address(), Cast.CHATHAM);
    TOLD.forEach((question, words) ->
        interviews.answer(ada.workspace(), me, meeting, question, "", words, false, now));
  }

  private static void tap(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String path(MeetingId meeting) {
    return "/meetings/" + meeting + "/debrief";
  }
}
