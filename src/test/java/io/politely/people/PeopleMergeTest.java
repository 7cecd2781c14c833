package io.politely.people;

import static io.politely.people.TestPeople.named;
import static io.politely.people.TestPeople.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleMergeTest {

  private static final MemberId MEMBER = new MemberId(new UUID(0, 1));
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final People people = TestPeople.of(workspace);

  @Test
  void whoever_was_merged_is_found_as_the_person_kept() {
    meet(wrote("ada@example.com", "Ada Lovelace"), wrote("ada@example.org", "Countess Ada"));
    var kept = idOf("ada@example.com");
    var merged = idOf("ada@example.org");

    merge(kept, merged);

    assertThat(idOf("ada@example.org")).isEqualTo(kept);
    var ada = person(merged);
    assertThat(ada.id()).isEqualTo(kept);
    assertThat(ada.addresses())
        .extracting(address -> address.address().value())
        .containsExactly("ada@example.com", "ada@example.org");
    assertThat(ada.companies())
        .extracting(Company::domain)
        .containsExactly("example.com", "example.org");
    assertThat(search("countess")).containsExactly(kept);
    assertThat(search("")).containsExactly(kept);
  }

  @Test
  void a_merge_is_listed_with_the_name_of_whom_it_merged() {
    meet(wrote("ada@example.com", "Ada Lovelace"), wrote("ada@example.org", "Countess Ada"));
    var merged = idOf("ada@example.org");
    var merge = merge(idOf("ada@example.com"), merged);

    assertThat(workspace.call(() -> people.merges(workspace.id(), idOf("ada@example.com"))))
        .containsExactly(new Merge(merge, merged, "Countess Ada", MONDAY));
  }

  @Test
  void one_person_is_not_merged_into_itself() {
    meet(wrote("ada@example.com", "Ada Lovelace"), wrote("ada@example.org", "Ada Lovelace"));
    var kept = idOf("ada@example.com");
    var merged = idOf("ada@example.org");
    merge(kept, merged);

    assertThat(tryToMerge(kept, kept)).isEmpty();
    assertThat(tryToMerge(merged, kept)).isEmpty();
    assertThat(tryToMerge(kept, new PersonId(new UUID(0, 9)))).isEmpty();
  }

  @Test
  void undoing_twice_changes_nothing() {
    meet(wrote("ada@example.com", "Ada Lovelace"), wrote("ada@example.org", "Ada Lovelace"));
    var before = digest();
    var merge = merge(idOf("ada@example.com"), idOf("ada@example.org"));

    assertThat(undo(merge)).contains(idOf("ada@example.com"));
    assertThat(undo(merge)).contains(idOf("ada@example.com"));

    assertThat(digest()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void merges_undone_in_any_order_leave_everybody_as_if_there_had_been_none(long seed) {
    var random = new Random(seed);
    var first = PeopleArbitraries.sightings(random, 200);
    var second = PeopleArbitraries.sightings(random, 200);
    meet(first);
    var persons = search("example");
    var merges = new ArrayList<MergeId>();
    for (int i = 0; i < 12; i++) {
      tryToMerge(any(random, persons), any(random, persons)).ifPresent(merges::add);
      if (i % 4 == 3) {
        undo(merges.remove(random.nextInt(merges.size())));
      }
    }
    meet(second);
    Collections.shuffle(merges, random);
    merges.forEach(this::undo);

    var other = TestWorkspace.fresh();
    other.run(() -> TestPeople.of(other).meet(other.id(), first));
    other.run(() -> TestPeople.of(other).meet(other.id(), second));
    assertThat(digest()).isEqualTo(digest(other));
    assertThat(persons).allSatisfy(met -> assertThat(person(met).id()).isEqualTo(met));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void the_merges_that_remain_decide_not_how_they_came_about(long seed) {
    var random = new Random(seed);
    meet(PeopleArbitraries.sightings(random, 200));
    var persons = search("example");
    var remaining = tryToMerge(persons.get(0), persons.get(1));
    var expected = digest();

    var undone = tryToMerge(persons.get(2), persons.get(0));
    var undoneToo = tryToMerge(persons.get(1), persons.get(3));
    undone.ifPresent(this::undo);
    undoneToo.ifPresent(this::undo);

    assertThat(remaining).isPresent();
    assertThat(digest()).isEqualTo(expected);
  }

  @Test
  void one_name_and_one_company_suggest_one_person_with_the_reason() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("a.lovelace@mail.example.com", "Lovelace, Ada"));

    assertThat(suggested())
        .singleElement()
        .satisfies(suggestion -> {
          assertThat(suggestion.kept().id()).isEqualTo(idOf("ada@example.com"));
          assertThat(suggestion.merged().id()).isEqualTo(idOf("a.lovelace@mail.example.com"));
          assertThat(suggestion.reason())
              .isEqualTo("Both are called Ada Lovelace and have an address at example.com.");
        });
  }

  @Test
  void one_name_and_a_private_address_suggest_one_person() {
    meet(wrote("ada@example.com", "Ada Lovelace"), named("ada1815@gmail.com", "Ada B. Lovelace"));

    assertThat(suggested())
        .singleElement()
        .extracting(SuggestedMerge::reason)
        .asString()
        .contains("ada1815@gmail.com is a private address");
  }

  @Test
  void one_name_at_two_companies_suggests_nothing() {
    meet(wrote("ada@example.com", "Ada Lovelace"), wrote("ada@example.org", "Ada Lovelace"));

    assertThat(suggested()).isEmpty();
  }

  @Test
  void desks_and_first_names_are_nobody_to_merge() {
    meet(
        wrote("jobs@example.com", "Example Careers"),
        wrote("careers@example.com", "Example Careers"),
        wrote("ada@example.com", "Ada"),
        wrote("ada1815@gmail.com", "Ada"));

    assertThat(suggested()).isEmpty();
  }

  @Test
  void who_is_kept_apart_is_not_suggested_again_until_that_is_taken_back() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        named("ada1815@gmail.com", "Ada Lovelace"),
        named("a.lovelace@example.com", "Ada Lovelace"));
    var work = idOf("ada@example.com");
    var home = idOf("ada1815@gmail.com");
    merge(work, idOf("a.lovelace@example.com"));

    assertThat(workspace.call(() -> people.keepApart(workspace.id(), home, work, MONDAY))).isTrue();
    assertThat(suggested()).isEmpty();

    assertThat(workspace.call(() -> people.noLongerApart(workspace.id(), work, home))).isTrue();
    assertThat(suggested()).hasSize(1);
  }

  @Test
  void a_person_shows_the_suggestions_about_them_alone() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        named("ada1815@gmail.com", "Ada Lovelace"),
        wrote("grace@example.com", "Grace Hopper"),
        named("grace1906@gmail.com", "Grace Hopper"),
        wrote("hedy@example.com", "Hedy Lamarr"));

    assertThat(suggested()).hasSize(2);
    assertThat(suggestedFor("ada1815@gmail.com"))
        .singleElement()
        .satisfies(it -> assertThat(it.kept().name()).isEqualTo("Ada Lovelace"));
    assertThat(suggestedFor("hedy@example.com")).isEmpty();
  }

  private List<SuggestedMerge> suggestedFor(String address) {
    return workspace.call(() -> people.suggestedMerges(workspace.id(), idOf(address)));
  }

  @Test
  void a_foreign_workspace_merges_undoes_and_keeps_apart_nobody() {
    meet(wrote("ada@example.com", "Ada Lovelace"), named("ada1815@gmail.com", "Ada Lovelace"));
    var work = idOf("ada@example.com");
    var home = idOf("ada1815@gmail.com");
    var foreign = TestWorkspace.fresh();
    var theirs = TestPeople.of(foreign);
    var id = foreign.id();

    assertThat(foreign.call(() -> theirs.suggestedMerges(id, 10))).isEmpty();
    assertThat(foreign.call(() -> theirs.keepApart(id, work, home, MONDAY))).isFalse();
    assertThat(foreign.call(() -> theirs.noLongerApart(id, work, home))).isFalse();
    assertThat(foreign.call(() -> theirs.merge(id, work, home, MEMBER, MONDAY))).isEmpty();
    assertThat(suggested()).hasSize(1);

    var merge = merge(work, home);
    assertThat(foreign.call(() -> theirs.undoMerge(id, merge, MONDAY))).isEmpty();
    assertThat(foreign.call(() -> theirs.merges(id, work))).isEmpty();
    assertThat(idOf("ada1815@gmail.com")).isEqualTo(work);
  }

  private void meet(Sighting... sightings) {
    meet(List.of(sightings));
  }

  private void meet(List<Sighting> sightings) {
    workspace.run(() -> people.meet(workspace.id(), sightings));
  }

  private PersonId idOf(String address) {
    var wanted = List.of(new EmailAddress(address));
    return workspace
        .call(() -> people.whoAre(workspace.id(), wanted))
        .values()
        .iterator()
        .next()
        .person();
  }

  private Person person(PersonId id) {
    return workspace.call(() -> people.person(workspace.id(), id)).orElseThrow();
  }

  private List<PersonId> search(String typed) {
    return workspace
        .call(() -> people.persons(workspace.id(), typed, Optional.empty(), 100))
        .items()
        .stream()
        .map(Person::id)
        .toList();
  }

  private MergeId merge(PersonId kept, PersonId merged) {
    return tryToMerge(kept, merged).orElseThrow();
  }

  private Optional<MergeId> tryToMerge(PersonId kept, PersonId merged) {
    return workspace.call(() -> people.merge(workspace.id(), kept, merged, MEMBER, MONDAY));
  }

  private Optional<PersonId> undo(MergeId merge) {
    return workspace.call(() -> people.undoMerge(workspace.id(), merge, MONDAY));
  }

  private List<SuggestedMerge> suggested() {
    return workspace.call(() -> people.suggestedMerges(workspace.id(), 10));
  }

  private List<String> digest() {
    return digest(workspace);
  }

  private static List<String> digest(TestWorkspace workspace) {
    var lines = new ArrayList<String>();
    workspace.run(() -> TestPeople.of(workspace).digestLines(workspace.id(), lines::add));
    return lines;
  }

  private static <T> T any(Random random, List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
