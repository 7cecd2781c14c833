package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class CalendarFeedTest {

  private static final String PAGE = "/follow-ups/calendar";
  private static final String MAKE = "main form:not(:has([name=_method]))";
  private static final String REVOKE = "main form:has([name=_method])";

  /** Each test comes from an address of its own: how often one comes is counted. */
  private static final AtomicInteger PLACES = new AtomicInteger(100);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Pursuits pursuits;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor desk;
  private Visitor calendar;

  @BeforeEach
  void ada_follows_up_with_grace() {
    ada = cast.owner("Ada");
    desk = Visitor.of(port).signedInBy(cast.link(ada));
    calendar = Visitor.from(PLACES.incrementAndGet(), port);
    cadence.start(
        ada.workspace(),
        new NewFollowUp(
            people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com")),
            "J1",
            null,
            null,
            null,
            null,
            null,
            new Research("She leads the team.", "Her page", "I built what they need.")),
        ada.member(),
        clock.instant());
  }

  @Test
  void a_pursuit_that_is_taken_up_again_stands_on_its_day() {
    var today = LocalDate.ofInstant(clock.instant(), Cast.CHATHAM);
    var job =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(
                PursuitKind.JOB, "Head of Sales", "Tidewell", null, "", "", "", List.of()),
            ada.member(),
            clock.instant());
    pursuits.end(ada.workspace(), job, ada.member(), "", clock.instant());
    pursuits.nurture(
        ada.workspace(),
        new Nurture(job, today.plusDays(9), "Their contract ends in summer."),
        ada.member(),
        clock.instant());

    assertThat(calendar.open(made()).response().body())
        .contains(
            "Take up again: Head of Sales at Tidewell",
            "DTSTART;VALUE=DATE:" + today.plusDays(9).toString().replace("-", ""));
  }

  @Test
  void a_calendar_reads_what_is_due_without_signing_in() {
    var feed = calendar.open(made());

    assertThat(feed.status()).isEqualTo(200);
    assertThat(feed.header("Content-Type")).hasValue("text/calendar;charset=UTF-8");
    assertThat(feed.header("Cache-Control")).hasValue("no-store");
    assertThat(feed.header("Referrer-Policy")).hasValue("no-referrer");
    assertThat(feed.header("X-Robots-Tag")).hasValue("noindex, nofollow");
    assertThat(feed.cookies()).isEmpty();
    var text = feed.response().body().replace("\r\n ", "");
    var due = cadence.due(ada.workspace(), clock.instant().plusSeconds(5_000_000), 1).getFirst();
    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("SUMMARY:Write to Grace Hopper: first note\r\n")
        .contains("UID:follow-up-" + due.followUp().id() + "@politely\r\n")
        .contains("/follow-ups/" + due.followUp().id() + "\r\n")
        .containsPattern("DTSTART:2026\\d{4}T\\d{6}Z\r\n");
    assertThat(text.split("BEGIN:VEVENT")).hasSize(2);
  }

  @Test
  void the_same_event_keeps_its_identity_when_it_moves() {
    var path = made();
    var id =
        cadence
            .due(ada.workspace(), clock.instant().plusSeconds(5_000_000), 1)
            .getFirst()
            .followUp()
            .id();
    var before = calendar.open(path).response().body();

    cadence.setOff(ada.workspace(), id, LocalDate.parse("2026-07-20"), clock.instant());

    var after = calendar.open(path).response().body();
    assertThat(line(after, "UID")).isEqualTo(line(before, "UID"));
    assertThat(line(after, "DTSTART")).isNotEqualTo(line(before, "DTSTART"));
  }

  @Test
  void its_address_is_shown_once_and_a_new_one_ends_it() {
    var first = made();
    assertThat(desk.open(PAGE).document().select("#fresh")).isEmpty();

    var second = made();

    assertThat(second).isNotEqualTo(first);
    assertThat(calendar.open(first).status()).isEqualTo(404);
    assertThat(calendar.open(second).status()).isEqualTo(200);
  }

  @Test
  void a_revoked_address_opens_nothing_any_more() {
    var path = made();

    desk.submit(desk.open(PAGE), REVOKE, Map.of());

    assertThat(desk.open(PAGE).text()).contains("There is none yet.");
    var answer = calendar.open(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().body()).isEqualTo("There is nothing here.\n");
    for (var other :
        new String[] {
          PAGE + "/" + "A".repeat(64) + ".ics",
          PAGE + "/x.ics",
          path.replace("/calendar/", "/calendar/B")
        }) {
      assertThat(calendar.open(other).response().body()).isEqualTo(answer.response().body());
    }
  }

  @Test
  void reading_too_often_is_held_back() {
    var path = made();
    for (int i = 0; i < 10; i++) {
      assertThat(calendar.open(path).status()).isEqualTo(200);
    }

    var answer = calendar.open(path);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).hasValue("60");
  }

  @Test
  void others_have_feeds_of_their_own() {
    made();
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(mallory.open(PAGE).text()).contains("There is none yet.");
    var csrf = mallory.open(PAGE).document().select("[name=_csrf]").attr("value");
    assertThat(mallory.post(PAGE, Map.of("_csrf", csrf, "_method", "delete")).status())
        .isEqualTo(404);
    assertThat(desk.open(PAGE).text()).contains("Made ");
    var made = mallory.submit(mallory.open(PAGE), MAKE, Map.of());
    assertThat(calendar.open(path(made)).response().body()).doesNotContain("Grace", "VEVENT");
    assertThat(Visitor.of(port).open(PAGE).location()).contains("/sign-in");
  }

  private String made() {
    return path(desk.submit(desk.open(PAGE), MAKE, Map.of()));
  }

  private static String path(Visitor.Shown page) {
    return URI.create(page.document().select("#fresh").attr("value")).getPath();
  }

  private static String line(String calendar, String name) {
    return calendar.lines().filter(it -> it.startsWith(name)).findFirst().orElseThrow();
  }
}
