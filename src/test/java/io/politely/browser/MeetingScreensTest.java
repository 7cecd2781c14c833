package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class MeetingScreensTest {

  private static final EmailAddress MAREN = new EmailAddress("maren.holt@tidewell.example");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Calendar calendar;
  @Autowired private InterviewsCatchUp interviews;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Instant now;
  private MeetingId meeting;

  @BeforeEach
  void an_interview_in_five_days() {
    now = clock.instant();
    ada = cast.owner("Ada Lovelace");
    var maren = people.enter(ada.workspace(), "Maren Holt", MAREN);
    var job =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(
                PursuitKind.JOB,
                "Head of Sales",
                "Tidewell Software",
                null,
                "",
                "",
                "",
                List.of("Sells into rail", "Has led ten people")),
            ada.member(),
            now);
    pursuits.join(ada.workspace(), job, maren, Role.HIRING_MANAGER, ada.member(), now);
    meeting = invited("Conversation about Head of Sales", now.plus(Duration.ofDays(5)));
    invited("First call with Tidewell Software", now.minus(Duration.ofDays(4)));
    interviews.catchUp(ada.workspace());
  }

  @Test
  void the_list_the_brief_and_practice() {
    var screens = screens();
    screens.check("/meetings", "meetings");
    screens.check("/meetings/" + meeting, "meeting");
    screens.check("/meetings/" + meeting + "/practice", "meeting-practice");
    screens.check("/meetings/new", "meeting-new");
    screens.check("/calendars", "calendars");
  }

  @Test
  void an_answer_is_timed() {
    screens()
        .visit(
            "/meetings/" + meeting + "/practice",
            page -> {
              var clock = page.locator("[data-timer]");
              clock.click();
              assertThat(page.locator("[data-timer-shown]")).hasText("0:01");
              clock.click();
              assertThat(clock).hasText("Start again");
              page.getByText("It was good").click();
              assertThat(page.locator("h1")).hasText("Why are you still looking?");
            });
  }

  private MeetingId invited(String title, Instant starts) {
    return calendar.note(
        ada.workspace(),
        new NewMeeting(
            title,
            "",
            0,
            now,
            title,
            "Tidewell Software, Quay 4",
            "We look forward to it.",
            starts,
            starts.plusSeconds(3600),
            false,
            ZoneId.of("Europe/Berlin"),
            MeetingState.BOOKED,
            false,
            List.of(
                new Attendee(ada.address(), "Ada", Attendee.Answer.ACCEPTED, false),
                new Attendee(MAREN, "Maren Holt", Attendee.Answer.ACCEPTED, true))),
        ada.member(),
        now);
  }

  private Screens screens() {
    return Screens.signedInBy(cast.link(ada), port);
  }
}
