package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PolicyPagesTest {

  private static final String POLICY = "/follow-ups/policy";
  private static final String GAP = POLICY + "/J1.touches.1.gap";
  private static final String FORM = "form:has([name=_method][value=put])";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void what_one_owes_is_told_with_where_it_is_watched() {
    var page = visitor.open("/follow-ups/policy").document().select("#owed");

    assertThat(page.select("li")).hasSize(12);
    assertThat(page.text())
        .contains("D5 Whoever gave an interview", "the outcome in 5", "Watched in Who waits");
    page.select("a")
        .eachAttr("href")
        .forEach(path -> assertThat(visitor.open(path).status()).as(path).isEqualTo(200));
  }

  @Test
  void the_policy_reads_as_sentences_with_what_they_rest_on() {
    var page = visitor.open(POLICY);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text())
        .contains("Of 23 November 2026.", "After a cold application")
        .contains("5 business days after the event. By e-mail, else LinkedIn.")
        .contains("Weak numbers: polls and common practice. No study was found.")
        .contains("Business days between two touches to one person, by anybody here from 2 to 20");
    assertThat(page.document().select("section.situation")).hasSize(12);
    assertThat(page.document().select("#R3 a.figure-link").eachAttr("href"))
        .contains(POLICY + "/R3.touches.1.gap", POLICY + "/R3.most", POLICY + "/R3.closure");
  }

  @Test
  void a_change_says_what_it_moves_and_moves_it_only_then() {
    applied("Grace Hopper");

    var look = visitor.open(GAP + "?value=9");

    assertThat(look.document().select("#moves").text()).isEqualTo("One follow-up moves");
    assertThat(look.text()).contains("Grace Hopper", "From touch 1 on", "to touch 1 on");
    assertThat(visitor.open(GAP).text()).contains("Now 5. Shipped: 5.");
    var before = next();

    var changed = visitor.submit(look, FORM, Map.of());

    assertThat(changed.location()).isEqualTo(POLICY);
    assertThat(next()).isNotEqualTo(before);
    var shown = visitor.open(POLICY);
    assertThat(shown.text())
        .contains("You changed one number.", "9 (shipped: 5) business days after the event");
    assertThat(shown.document().select("#toasts").text())
        .contains("It applies from now on: 9, not 5.");
    assertThat(shown.document().select("#anew").text())
        .isEqualTo("Planned anew 1 of 1 follow-ups, one plan moved.");

    visitor.submit(shown, "#toasts form", Map.of());
    assertThat(next()).isEqualTo(before);
    assertThat(visitor.open(POLICY).text()).doesNotContain("You changed");
  }

  @Test
  void a_number_is_as_shipped_again() {
    visitor.submit(visitor.open(GAP + "?value=9"), FORM, Map.of());

    var page = visitor.open(GAP);
    assertThat(page.document().select("a:contains(As shipped)").attr("href"))
        .isEqualTo(GAP + "?value=5");
    visitor.submit(visitor.open(GAP + "?value=5"), FORM, Map.of());

    assertThat(visitor.open(GAP).text()).contains("Now 5.").doesNotContain("As shipped");
  }

  @Test
  void what_does_not_fit_is_said_in_one_sentence() {
    for (var typed : new String[] {"1", "999", "", "soon", "99999999999"}) {
      var page = visitor.open(GAP + "?value=" + typed);
      assertThat(page.status()).isEqualTo(422);
      assertThat(problem(page))
          .isEqualTo("Touch 1: business days after the event: a number from 2 to 120.");
    }
    visitor.submit(visitor.open(POLICY + "/caps.amber?value=38"), FORM, Map.of());
    assertThat(problem(visitor.open(POLICY + "/caps.red?value=30")))
        .isEqualTo("What needs something of value begins before what is not sent at all.");
  }

  @Test
  void what_is_no_number_of_the_policy_is_not_found() {
    assertThat(visitor.open(POLICY + "/S1.touches.99.gap").status()).isEqualTo(404);
    assertThat(visitor.open(POLICY + "/S1..").status()).isEqualTo(404);
  }

  @Test
  void nobody_else_sees_or_moves_it() {
    applied("Grace Hopper");
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
    var before = next();

    var look = mallory.open(GAP + "?value=9");
    assertThat(look.text()).doesNotContain("Grace").contains("Nothing goes on that it could move");
    mallory.submit(look, FORM, Map.of());

    assertThat(next()).isEqualTo(before);
    assertThat(visitor.open(GAP).text()).contains("Now 5.");
    assertThat(visitor.open(POLICY).document().select("#anew")).isEmpty();
    assertThat(Visitor.of(port).open(POLICY).location()).contains("/sign-in");
  }

  private static String problem(Shown page) {
    return page.document().select("#problem").text();
  }

  private void applied(String name) {
    var person =
        people.enter(
            ada.workspace(), name, new EmailAddress(name.replace(' ', '.') + "@example.com"));
    var started =
        cadence.start(
            ada.workspace(),
            new NewFollowUp(
                person,
                "J1",
                null,
                null,
                null,
                null,
                null,
                new Research("She leads the team.", "Their page", "I built what they need.")),
            ada.member(),
            clock.instant());
    assertThat(started).isInstanceOf(Starting.Started.class);
  }

  private String next() {
    return cadence
        .due(ada.workspace(), clock.instant().plusSeconds(100L * 86_400), 10)
        .getFirst()
        .next()
        .toString();
  }
}
