package io.politely.pursuits.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Token;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.Decided;
import io.politely.pursuits.NewOutcome;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.OutcomeId;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Result;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.pursuits.TimeKind;
import io.politely.pursuits.ToldReason.OfRequirement;
import io.politely.pursuits.Way;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class StatusPagesTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Duration SIXTY_DAYS = Duration.ofDays(60);

  /** Each test comes from an address of its own: how often one comes is counted. */
  private static final AtomicInteger PLACES = new AtomicInteger(10);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor desk;
  private Visitor outsider;
  private PursuitId search;
  private PersonId grace;

  @BeforeEach
  void grace_is_a_candidate_and_was_interviewed() {
    ada = cast.owner("Ada");
    desk = Visitor.of(port).signedInBy(cast.link(ada));
    outsider = Visitor.from(PLACES.incrementAndGet(), port);
    search =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(
                PursuitKind.SEARCH,
                "Head of Sales",
                "Tidewell",
                Source.REFERRAL,
                "https://example.net/canary-posting-address",
                "canary-posting",
                "canary-notes",
                List.of("canary-requirement")),
            ada.member(),
            MONDAY);
    grace = joined("Grace Hopper", "grace@example.com", Role.CANDIDATE);
    pursuits.gave(
        ada.workspace(),
        search,
        grace,
        false,
        TimeKind.INTERVIEW,
        MONDAY,
        "canary-time",
        ada.member(),
        MONDAY);
    pursuits.move(ada.workspace(), search, grace, "interview", ada.member(), "canary-why", MONDAY);
  }

  @Test
  void it_shows_these_fields_and_nothing_else() {
    joined("Canary Candidate", "canary@example.net", Role.CANDIDATE);
    joined("Canary Client", "canary-client@example.org", Role.CLIENT);
    pursuits.pause(
        ada.workspace(),
        search,
        LocalDate.parse("2031-12-24"),
        ada.member(),
        "canary-pause",
        MONDAY);
    decided();

    var page = outsider.open(path(made()));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .isEqualTo(
            "Politely Head of Sales Stage Interview"
                + " Whose move It is our turn: we owe you an outcome."
                + " Outcome by 3 June. We are late, and sorry."
                + " Are you still interested? Yes No Did anything change? Send");
    assertThat(page.response().body())
        .doesNotContainIgnoringCase("canary")
        .doesNotContain(
            "Ada", "Grace", "Tidewell", "Not chosen", "not-chosen", "2031", grace.toString());
  }

  @Test
  void for_whom_one_searches_is_shown_to_the_client_alone() {
    var client = joined("Katherine", "katherine@example.org", Role.CLIENT);
    var reference = joined("Dorothy", "dorothy@example.org", Role.REFERENCE);

    assertThat(outsider.open(path(made(client))).text()).contains("Tidewell");
    assertThat(outsider.open(path(made(reference))).text()).doesNotContain("Tidewell");
  }

  @Test
  void a_reason_is_not_there_before_it_was_told_nor_after() {
    var outcome = decided();
    var path = path(made());
    pursuits.said(ada.workspace(), outcome, Way.PHONE, ada.member(), clock.instant());

    var page = outsider.open(path);

    assertThat(page.text())
        .contains("Nobody’s: you were told how it ended.")
        .doesNotContain("Outcome by");
    assertThat(page.response().body()).doesNotContain("canary");
  }

  @Test
  void it_is_kept_nowhere_and_followed_nowhere() {
    var page = outsider.open(path(made()));

    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    assertThat(page.header("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(page.cookies()).isEmpty();
    assertThat(page.document().select("a[href], script")).isEmpty();
  }

  @Test
  void whoever_is_signed_in_sees_what_everybody_sees() {
    var path = path(made());
    var signedIn =
        Visitor.from(PLACES.incrementAndGet(), port)
            .signedInBy(cast.link(ada))
            .open(path)
            .response()
            .body();

    assertThat(signedIn).isEqualTo(outsider.open(path).response().body());
  }

  @Test
  void what_is_unknown_expired_revoked_or_malformed_gets_one_answer() {
    var whole = made().text();
    var expired =
        pursuits
            .makeStatusPage(ada.workspace(), search, grace, clock.instant(), ada.member(), MONDAY)
            .orElseThrow();
    var revoked = made();
    pursuits.statusPages(ada.workspace(), search).stream()
        .filter(it -> it.isOpen(clock.instant()))
        .forEach(it ->
            pursuits.revokeStatusPage(ada.workspace(), it.id(), ada.member(), clock.instant()));
    var other = cast.owner("Eve");
    var paths =
        List.of(
            "/status/" + (whole.endsWith("A") ? "B" : "A").repeat(64),
            path(expired),
            path(revoked),
            path(cast.link(other)),
            "/status/" + whole.substring(1),
            "/status/" + whole + "/more",
            "/status/",
            "/status");

    var first = outsider.open(paths.getFirst());

    assertThat(first.status()).isEqualTo(404);
    assertThat(first.cookies()).isEmpty();
    for (var path : paths) {
      assertThat(answered(outsider.open(path))).as(path).isEqualTo(answered(first));
    }
  }

  @Test
  void a_revoked_page_takes_no_answer_either() {
    var token = made();
    var page = outsider.open(path(token));
    var shown = desk.open("/pursuits/" + search);
    assertThat(desk.submit(shown, "form[action^=/status-pages/]", Map.of()).status())
        .isEqualTo(303);

    var answer = outsider.submit(page, "form", Map.of("interested", "yes"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().body())
        .isEqualTo(outsider.open(path(token)).response().body())
        .isEqualTo(outsider.open("/status/nothing").response().body());
    assertThat(desk.open("/pursuits/" + search).text()).contains("revoked");
  }

  @Test
  void who_is_taken_out_sees_it_no_more() {
    var path = path(made());
    pursuits.leave(ada.workspace(), search, grace, ada.member(), clock.instant());

    assertThat(outsider.open(path).status()).isEqualTo(404);
  }

  @Test
  void scanners_that_follow_links_change_nothing() {
    var path = path(made());
    var pages = pursuits.statusPages(ada.workspace(), search);
    var steps = pursuits.steps(ada.workspace(), search, 100);

    for (int i = 0; i < 3; i++) {
      assertThat(outsider.open(path + "?interested=no&changed=scanned").status()).isEqualTo(200);
      assertThat(outsider.head(path + "?interested=no&changed=scanned").status()).isEqualTo(200);
    }

    assertThat(pursuits.statusPages(ada.workspace(), search)).isEqualTo(pages);
    assertThat(pursuits.steps(ada.workspace(), search, 100)).isEqualTo(steps);
  }

  @Test
  void they_answer_and_the_pursuit_says_so() {
    var path = path(made());

    var answer =
        outsider.submit(
            outsider.open(path),
            "form",
            Map.of("interested", "yes", "changed", "I move to York in <b>May</b>."));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo(path);
    assertThat(outsider.open(path).text()).contains("You answered on").doesNotContain("York");
    var page = desk.open("/pursuits/" + search);
    assertThat(page.text())
        .contains("still interested. I move to York in <b>May</b>.")
        .contains(
            "Grace Hopper: answered: still interested. I move to York in <b>May</b>. their status"
                + " page");
  }

  @Test
  void a_form_is_good_for_one_answer() {
    var page = outsider.open(path(made()));
    outsider.submit(page, "form", Map.of("interested", "yes"));

    var again = outsider.submit(page, "form", Map.of("interested", "no", "changed", "Twice"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("answered since you opened it");
    assertThat(again.document().select("textarea").val()).isEqualTo("Twice");
    assertThat(outsider.submit(again, "form", Map.of()).status()).isEqualTo(303);
    var forged =
        outsider.post(page.response().uri().getPath(), Map.of("form", "", "interested", "no"));
    assertThat(forged.status()).isEqualTo(422);
    assertThat(pursuits.statusPages(ada.workspace(), search).getFirst().answers()).hasSize(2);
  }

  @Test
  void an_answer_says_something_and_not_too_much() {
    var page = outsider.open(path(made()));

    assertThat(outsider.submit(page, "form", Map.of()).status()).isEqualTo(422);
    var lengthy = outsider.submit(page, "form", Map.of("changed", "x".repeat(1_001)));
    assertThat(lengthy.status()).isEqualTo(422);
    assertThat(lengthy.document().select("textarea").val()).hasSize(1_001);
    assertThat(outsider.submit(page, "form", Map.of("changed", "x".repeat(1_000))).status())
        .isEqualTo(303);
  }

  @Test
  void the_eleventh_time_within_a_minute_is_too_often() {
    var path = path(made());
    for (int i = 0; i < 5; i++) {
      outsider.open(path);
      outsider.post("/status/guess" + i, Map.of("interested", "no"));
    }

    var refused = outsider.open(path);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).contains("60");
    assertThat(refused.header("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(refused.response().body()).doesNotContain("Head of Sales");
    assertThat(Visitor.from(PLACES.incrementAndGet(), port).open(path).status()).isEqualTo(200);
  }

  @Test
  void it_is_made_and_shown_once() {
    var made =
        desk.submit(
            desk.open("/pursuits/" + search + "/people/" + grace),
            "form[action$=/status-pages]",
            Map.of("days", "30"));

    assertThat(made.status()).isEqualTo(200);
    var address = made.document().select("#fresh").val();
    assertThat(address).startsWith("http://127.0.0.1:" + port + "/status/");
    assertThat(outsider.open(address.substring(address.indexOf("/status/"))).text())
        .contains("Head of Sales");
    var later = desk.open("/pursuits/" + search);
    assertThat(later.response().body()).doesNotContain(address);
    assertThat(later.text()).contains("open until").contains("Grace Hopper: status page made.");
    var link = pursuits.statusPages(ada.workspace(), search).getFirst();
    assertThat(Duration.between(link.madeAt(), link.expiresAt())).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void another_workspace_makes_and_ends_none() {
    made();
    var link = pursuits.statusPages(ada.workspace(), search).getFirst();
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf =
        eve.open("/pursuits/new").document().select("[name=_csrf]").eachAttr("value").getFirst();

    var make = Map.of("_csrf", csrf, "person", grace.toString());
    var end = Map.of("_csrf", csrf, "_method", "delete");
    assertThat(eve.post("/pursuits/" + search + "/status-pages", make).status()).isEqualTo(404);
    assertThat(eve.post("/status-pages/" + link.id(), end).status()).isEqualTo(404);
    assertThat(pursuits.statusPages(ada.workspace(), search)).containsExactly(link);
  }

  private Token made() {
    return made(grace);
  }

  private Token made(PersonId person) {
    return pursuits
        .makeStatusPage(
            ada.workspace(),
            search,
            person,
            clock.instant().plus(SIXTY_DAYS),
            ada.member(),
            clock.instant())
        .orElseThrow();
  }

  private OutcomeId decided() {
    var requirement = pursuits.requirements(ada.workspace(), search).getFirst().id();
    var decided =
        pursuits.decide(
            ada.workspace(),
            search,
            grace,
            new NewOutcome(
                true,
                Result.NOT_CHOSEN,
                "canary-internal-reason",
                new OfRequirement(requirement, "They chose canary-told-reason for the rail.")),
            ada.member(),
            MONDAY);
    return ((Decided.InForce) decided).id();
  }

  private PersonId joined(String name, String address, Role role) {
    var person = people.enter(ada.workspace(), name, new EmailAddress(address));
    pursuits.join(ada.workspace(), search, person, role, ada.member(), MONDAY);
    return person;
  }

  private static String path(Token token) {
    return "/status/" + token.text();
  }

  /** Everything but the moment. */
  private static String answered(Shown shown) {
    var headers =
        shown.response().headers().map().entrySet().stream()
            .filter(it -> !it.getKey().equals("date"))
            .map(Object::toString)
            .sorted()
            .toList();
    return shown.status() + " " + headers + " " + shown.response().body();
  }
}
