package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.pursuits.TimeKind;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PursuitsScreensTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Duration SIXTY_DAYS = Duration.ofDays(60);
  private static final int CANDIDATES = 40;
  private static final List<String> FIRST =
      List.of("Nora", "Bram", "Ines", "Kofi", "Maren", "Tomas", "Yuki", "Zola");
  private static final List<String> LAST = List.of("Abbot", "Brandt", "Castell", "Dietz", "Ekberg");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private PursuitId search;

  @BeforeEach
  void a_search_with_forty_candidates() {
    ada = cast.owner("Ada Lovelace");
    var connected =
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
            MONDAY);
    org.assertj.core.api.Assertions.assertThat(connected).isPresent();
    search = open("Head of Sales", "Tidewell Software");
    for (int i = 0; i < CANDIDATES; i++) {
      candidate(i);
    }
    open("Plant manager", "Calder & Voss");
  }

  @Test
  void the_board() {
    screens().check("/pursuits?kind=search", "pursuits-board");
  }

  @Test
  void the_list() {
    screens().check("/pursuits?kind=search&view=list", "pursuits-list");
  }

  @Test
  void no_pursuit_yet() {
    screens().check("/pursuits?kind=deal", "pursuits-empty");
  }

  @Test
  void a_new_one() {
    screens().check("/pursuits/new?kind=search", "pursuit-new");
  }

  @Test
  void one_pursuit() {
    screens().check("/pursuits/" + search, "pursuit");
  }

  @Test
  void one_that_ended_and_is_taken_up_again() {
    var ended = open("Head of Service", "Calder & Voss");
    pursuits.end(ada.workspace(), ended, ada.member(), "", MONDAY);
    pursuits.nurture(
        ada.workspace(),
        new Nurture(ended, LocalDate.parse("2026-06-24"), "Their contract ends in summer."),
        ada.member(),
        MONDAY);

    screens().check("/pursuits/" + ended, "pursuit-ended");
    screens().check("/", "today-again");
  }

  @Test
  void the_candidates() {
    screens().check("/pursuits/" + search + "/candidates", "candidates");
  }

  @Test
  void who_waits_for_whom() {
    screens().check("/pursuits/owed", "owed");
  }

  @Test
  void stages_and_law() {
    screens().check("/settings/pursuits", "pursuit-settings");
  }

  @Test
  void one_candidate() {
    var nora = pursuits.parts(ada.workspace(), search).getFirst().person();

    screens().check("/pursuits/" + search + "/people/" + nora, "candidate");
  }

  @Test
  void a_status_page_for_somebody_outside() {
    var nora = pursuits.parts(ada.workspace(), search).getFirst().person();
    var now = clock.instant();
    var token =
        pursuits
            .makeStatusPage(ada.workspace(), search, nora, now.plus(SIXTY_DAYS), ada.member(), now)
            .orElseThrow();

    Screens.ofStrangers(port).check("/status/" + token.text(), "status-page");
  }

  @Test
  void the_close_out() {
    screens().check("/pursuits/" + search + "/close-out", "close-out");
  }

  @Test
  void today_with_outcomes_that_are_owed() {
    screens().check("/", "today-outcomes");
  }

  @Test
  void a_card_moves_by_keyboard() {
    screens()
        .visit(
            "/pursuits?kind=search",
            page -> {
              page.locator("#stage-brief ~ ul a").first().focus();
              page.keyboard().press("Shift+ArrowRight");
              assertThat(page.locator("#stage-sourcing .count")).hasText("1");
            });
  }

  private PursuitId open(String title, String company) {
    return pursuits.open(
        ada.workspace(),
        new NewPursuit(
            PursuitKind.SEARCH,
            title,
            company,
            Source.REFERRAL,
            "",
            "",
            "The board decides on the first Monday of the month.",
            List.of("Sells into rail", "Has led ten people")),
        ada.member(),
        MONDAY);
  }

  private void candidate(int number) {
    var name =
        FIRST.get(number % FIRST.size()) + " " + LAST.get(number / FIRST.size() % LAST.size());
    var address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
    var person = people.enter(ada.workspace(), name, new EmailAddress(address));
    pursuits.join(ada.workspace(), search, person, Role.CANDIDATE, ada.member(), MONDAY);
    gave(person, TimeKind.APPLICATION);
    if (number < 10) {
      gave(person, TimeKind.INTERVIEW);
    }
    if (number < 3) {
      gave(person, TimeKind.INTERVIEW);
    }
  }

  private void gave(io.politely.people.PersonId person, TimeKind kind) {
    pursuits.gave(ada.workspace(), search, person, false, kind, MONDAY, "", ada.member(), MONDAY);
  }

  private Screens screens() {
    return Screens.signedInBy(cast.link(ada), port);
  }
}
