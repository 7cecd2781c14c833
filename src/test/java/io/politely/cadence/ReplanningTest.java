package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Replanning.Progress;
import io.politely.cadence.Replanning.State;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.people.AddressEvidence;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import io.politely.testing.Visitor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** More follow-ups than are planned anew while one waits for the page. */
@Edge
@Served
@Timeout(120)
class ReplanningTest {

  /** Two portions and a bit. */
  private static final int MANY = 2_050;

  @LocalServerPort private int port;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp plans;
  @Autowired private Replanning replanning;
  @Autowired private People people;
  @Autowired private Cast cast;
  @Autowired private Clock clock;
  @Autowired private ApplicationContext application;
  @Autowired private DataSource database;

  private Cast.Owner ada;
  private Cast.Owner mallory;

  @BeforeEach
  void ada_follows_up_with_many() {
    ada = cast.owner("Ada");
    mallory = cast.owner("Mallory");
    var workspace = ada.workspace();
    var addresses =
        IntStream.range(0, MANY)
            .mapToObj(i -> new EmailAddress("guest%d@example.com".formatted(i)))
            .toList();
    people.meet(
        workspace,
        addresses.stream()
            .map(address -> new Sighting(address, "", AddressEvidence.NAMED))
            .toList());
    var persons = new LinkedHashMap<String, PersonId>();
    people
        .whoAre(workspace, addresses)
        .forEach((address, person) -> persons.put(address.value(), person.person()));
    TestWorkspace.of(workspace, database)
        .run(() ->
            FollowUpLoad.fill(application, workspace, persons, ada.member(), clock.instant()));
    plans.replanAll(ada.workspace());
  }

  @Test
  void what_a_changed_number_moves_is_planned_in_the_background_and_counted() {
    assertThat(replanning.progress(ada.workspace())).isEmpty();
    long open = cadence.countOpen(ada.workspace());
    change(100);

    replanning.start(ada.workspace());

    assertThat(progress().looked()).isGreaterThanOrEqualTo(1_000);
    var over = whenOver();
    assertThat(over.state()).isEqualTo(State.DONE);
    assertThat(over.looked()).isEqualTo(open);
    assertThat(over.moved()).isBetween(1L, open);
    assertThat(moved()).isZero();
    assertThat(page(ada)).contains("Planned anew").contains("plans moved.");
    assertThat(page(mallory)).doesNotContain("Planned anew");
  }

  @Test
  void stopped_it_says_so_and_the_next_round_goes_on() {
    change(100);
    replanning.start(ada.workspace());

    assertThat(replanning.stop(mallory.workspace())).isFalse();
    assertThat(replanning.stop(ada.workspace())).isTrue();

    assertThat(whenOver().state()).isEqualTo(State.STOPPED);
    assertThat(page(ada)).contains("you stopped it", "within six hours");
    plans.replanAll(ada.workspace());
    assertThat(moved()).isZero();
  }

  @Test
  void another_change_begins_anew() {
    change(100);
    replanning.start(ada.workspace());
    change(60);

    replanning.start(ada.workspace());

    var over = whenOver();
    assertThat(over.state()).isEqualTo(State.DONE);
    assertThat(over.looked()).isEqualTo(over.of());
    assertThat(moved()).isZero();
  }

  /** How many plans are not by the policy in force. */
  private int moved() {
    int moved = 0;
    var after = Optional.<FollowUpId>empty();
    do {
      var some = cadence.replanSome(ada.workspace(), after, clock.instant());
      moved += some.moved();
      after = some.last();
    } while (after.isPresent());
    return moved;
  }

  private void change(int days) {
    assertThat(
            cadence.changePolicy(
                ada.workspace(), "J1.touches.2.gap", days, ada.member(), clock.instant()))
        .isEmpty();
  }

  private Progress progress() {
    return replanning.progress(ada.workspace()).orElseThrow();
  }

  private Progress whenOver() {
    while (progress().state() == State.GOING) {
      Thread.onSpinWait();
    }
    return progress();
  }

  private String page(Cast.Owner who) {
    return Visitor.of(port).signedInBy(cast.link(who)).open("/follow-ups/policy").text();
  }
}
