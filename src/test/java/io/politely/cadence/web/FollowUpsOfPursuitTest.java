package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.StatementCount;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import io.politely.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class FollowUpsOfPursuitTest {

  private static final Duration MONTH = Duration.ofDays(30);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Talks talks;
  @Autowired private Cadence cadence;
  @Autowired private StatementCount statements;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Aim job;
  private Visitor visitor;

  @BeforeEach
  void ada_looks_for_a_job() {
    ada = cast.owner("Ada");
    job = talks.job(ada, clock.instant().minus(MONTH));
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void a_pursuit_tells_what_comes_next_with_whom_and_why() {
    var id = started("J1", job.dana(), job.pursuit());

    var row = row("Dana Scott");

    assertThat(row.text()).contains("E-mail, 1 of 2", "After a cold application", "one may ask");
    assertThat(row.select("a").attr("href")).isEqualTo("/follow-ups/" + id);
    assertThat(row.select("time")).hasSize(1);
  }

  @Test
  void with_whom_nothing_is_planned_a_follow_up_begins_from_there() {
    var row = row("Rita Moreno");

    assertThat(row.text()).contains("Nothing is planned", "Nobody began to follow up");
    var form = visitor.open(row.select("a").attr("href"));
    assertThat(form.status()).isEqualTo(200);
    assertThat(form.document().select("option[selected]").eachText())
        .anyMatch(it -> it.contains("Tidewell"));
  }

  @Test
  void what_goes_on_for_something_else_is_no_plan_for_this_but_shares_the_budget() {
    started("N1", job.rita(), null);

    assertThat(row("Rita Moreno").text())
        .contains("Nothing is planned", "Keeping in touch", "one budget");
  }

  @Test
  void what_ended_says_how() {
    var id = started("J1", job.dana(), job.pursuit());
    cadence.retire(ada.workspace(), id, "They hired somebody.", clock.instant());

    assertThat(row("Dana Scott").text()).contains("You ended it", "They hired somebody.");
  }

  @Test
  void a_page_asks_as_much_for_many_as_for_few() {
    started("J1", job.dana(), job.pursuit());
    int few = count("?of=few");
    for (int i = 0; i < 12; i++) {
      var address = new EmailAddress("guest%d@tidewell.example".formatted(i));
      var guest = talks.candidate(ada, job, "Guest Number" + i, address, clock.instant());
      if (i < 3) {
        started("J1", guest, job.pursuit());
      }
    }

    assertThat(count("?of=many")).isEqualTo(few);
    assertThat(visitor.open(path()).text()).contains("Nothing is planned with 2 others.");
  }

  @Test
  void nothing_is_told_of_the_follow_ups_of_others() {
    started("J1", job.dana(), job.pursuit());
    var mallory = cast.owner("Mallory");

    assertThat(Visitor.of(port).signedInBy(cast.link(mallory)).open(path()).status())
        .isEqualTo(404);
    assertThat(cadence.with(mallory.workspace(), List.of(job.dana(), job.rita()))).isEmpty();
  }

  private FollowUpId started(String row, PersonId person, @Nullable PursuitId pursuit) {
    return ((Starting.Started)
            cadence.start(
                ada.workspace(),
                new NewFollowUp(
                    person,
                    row,
                    pursuit,
                    null,
                    clock.instant().minus(MONTH),
                    null,
                    null,
                    Research.NONE),
                ada.member(),
                clock.instant()))
        .id();
  }

  private int count(String query) {
    assertThat(visitor.open(path() + query).status()).isEqualTo(200);
    return statements.of(path() + query).size();
  }

  private Element row(String name) {
    return visitor.open(path()).document().select("section[aria-labelledby=ahead] li").stream()
        .filter(it -> it.text().contains(name))
        .findFirst()
        .orElseThrow();
  }

  private String path() {
    return "/pursuits/" + job.pursuit();
  }
}
