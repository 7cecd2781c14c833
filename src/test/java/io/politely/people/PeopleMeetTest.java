package io.politely.people;

import static io.politely.people.TestPeople.named;
import static io.politely.people.TestPeople.wrote;
import static io.politely.people.TestPeople.wroteAutomatically;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.testing.TestWorkspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleMeetTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final People people = TestPeople.of(workspace);

  @Test
  void somebody_met_is_known_by_name_kind_and_company() {
    meet(wrote("ada@example.com", "Lovelace, Ada"));

    var known = workspace.call(() -> people.whoAre(workspace.id(), List.of(ADA, GRACE)));

    assertThat(known).containsOnlyKeys(ADA);
    var ada = known.values().iterator().next();
    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.kind()).isEqualTo(AddressKind.PERSON);
    assertThat(ada.company().orElseThrow().domain()).isEqualTo("example.com");
  }

  @Test
  void variants_with_a_tag_are_one_person() {
    meet(named("ada+jobs@example.com", ""), wrote("ada@example.com", "Ada Lovelace"));
    meet(named("ada+news@example.com", ""));

    assertThat(digest())
        .containsExactly(
            "ada+jobs@example.com ada+news@example.com ada@example.com | Ada Lovelace | person |"
                + " example.com");
    var known =
        workspace.call(
            () -> people.whoAre(workspace.id(), List.of(new EmailAddress("ada+new@example.com"))));
    assertThat(known).hasSize(1);
  }

  @Test
  void the_name_met_most_often_wins_over_all_portions() {
    meet(named("ada@example.com", "Ada King"), named("ada@example.com", "Ada King"));
    meet(named("ada@example.com", "Ada Lovelace"));
    meet(named("ada@example.com", "Ada Lovelace"), named("ada@example.com", "Ada Lovelace"));

    assertThat(digest()).singleElement().asString().contains("| Ada Lovelace |");
  }

  @Test
  void a_notification_is_not_called_as_whoever_it_is_about() {
    meet(
        wroteAutomatically("notifications@example.net", "Ada Lovelace"),
        wroteAutomatically("notifications@example.net", "Grace Hopper"));

    assertThat(digest())
        .containsExactly(
            "notifications@example.net | notifications@example.net | automatic | example.net");
  }

  @Test
  void desks_lists_and_machines_do_not_count_as_persons() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("jobs@example.com", "Jobs"),
        wroteAutomatically("no-reply@example.com", ""),
        new Sighting(
            new EmailAddress("engines@lists.example.com"), "", AddressEvidence.CARRIED_AS_LIST));

    assertThat(workspace.call(() -> people.count(workspace.id()))).isEqualTo(1);
  }

  @Test
  void another_workspace_knows_nobody_of_it() {
    meet(wrote("ada@example.com", "Ada Lovelace"));
    var other = TestWorkspace.fresh();

    assertThat(other.call(() -> TestPeople.of(other).whoAre(other.id(), List.of(ADA)))).isEmpty();
    // Row-level security answers even when the wrong workspace is asked for.
    assertThat(other.call(() -> TestPeople.of(other).whoAre(workspace.id(), List.of(ADA))))
        .isEmpty();
    assertThat(other.call(() -> TestPeople.of(other).count(workspace.id()))).isZero();
    var lines = new ArrayList<String>();
    other.run(() -> TestPeople.of(other).digestLines(workspace.id(), lines::add));
    assertThat(lines).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void order_and_portions_do_not_matter(long seed) {
    var random = new Random(seed);
    var sightings = new ArrayList<>(PeopleArbitraries.sightings(random, 300));
    sightings.forEach(this::meet);
    var expected = digest();
    Collections.shuffle(sightings, random);

    var other = TestWorkspace.fresh();
    var others = TestPeople.of(other);
    for (int from = 0; from < sightings.size(); ) {
      int to = Math.min(sightings.size(), from + 1 + random.nextInt(100));
      var portion = sightings.subList(from, to);
      other.run(() -> others.meet(other.id(), portion));
      from = to;
    }

    assertThat(digest(other)).isEqualTo(expected);
  }

  private void meet(Sighting... sightings) {
    workspace.run(() -> people.meet(workspace.id(), List.of(sightings)));
  }

  private List<String> digest() {
    return digest(workspace);
  }

  private static List<String> digest(TestWorkspace workspace) {
    var lines = new ArrayList<String>();
    workspace.run(() -> TestPeople.of(workspace).digestLines(workspace.id(), lines::add));
    return lines;
  }
}
