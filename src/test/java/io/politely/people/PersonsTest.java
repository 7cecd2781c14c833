package io.politely.people;

import static io.politely.people.TestPeople.named;
import static io.politely.people.TestPeople.wrote;
import static io.politely.people.TestPeople.wroteAutomatically;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.testing.TestWorkspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonsTest {

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final People people = TestPeople.of(workspace);

  @Test
  void a_person_has_a_name_and_all_addresses_the_busiest_first() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        named("ada@example.com", "Ada Lovelace"),
        named("ada+jobs@example.com", ""));

    var ada = person(idOf("ada@example.com"));

    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.kind()).isEqualTo(AddressKind.PERSON);
    assertThat(ada.namedByUser()).isFalse();
    assertThat(ada.addresses())
        .extracting(address -> address.address().value())
        .containsExactly("ada+jobs@example.com", "ada@example.com");
    assertThat(ada.companies()).extracting(Company::domain).containsExactly("example.com");
  }

  @Test
  void nobody_has_an_unknown_id() {
    var unknown = new PersonId(new UUID(0, 7));

    assertThat(workspace.call(() -> people.person(workspace.id(), unknown))).isEmpty();
  }

  @Test
  void the_list_is_by_name_and_without_desks_and_machines() {
    meet(
        wrote("grace@example.org", "Grace Hopper"),
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("jobs@example.com", "Jobs"),
        wroteAutomatically("no-reply@example.com", "Someone"));

    assertThat(names(list("", Optional.empty(), 10)))
        .containsExactly("Ada Lovelace", "Grace Hopper");
  }

  @Test
  void pages_together_have_everybody_once() {
    meet(
        IntStream.range(0, 25)
            .mapToObj(i -> wrote("ada%d@example.com".formatted(i), i < 9 ? "Ada King" : ""))
            .toArray(Sighting[]::new));

    var seen = new ArrayList<PersonId>();
    var page = list("", Optional.empty(), 4);
    page.items().forEach(person -> seen.add(person.id()));
    while (page.next().isPresent()) {
      page = list("", page.next(), 4);
      page.items().forEach(person -> seen.add(person.id()));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void what_names_no_place_in_the_list_starts_anew() {
    meet(wrote("ada@example.com", "Ada Lovelace"));

    assertThat(names(list("", Optional.of("nonsense"), 10))).containsExactly("Ada Lovelace");
    assertThat(names(list("", Optional.of("nonsense ".repeat(9)), 10)))
        .containsExactly("Ada Lovelace");
  }

  @Test
  void every_word_must_begin_a_word_of_the_name_or_an_address_or_its_domain() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("grace@example.org", "Grace O'Brien-Hopper"),
        wrote("jobs@example.org", "Example Careers"));

    assertThat(names(search("love"))).containsExactly("Ada Lovelace");
    assertThat(names(search("lovelace ada"))).containsExactly("Ada Lovelace");
    assertThat(names(search("LOVELACE@"))).isEmpty();
    assertThat(names(search("velace"))).isEmpty();
    assertThat(names(search("o'brien"))).containsExactly("Grace O'Brien-Hopper");
    assertThat(names(search("gràce"))).containsExactly("Grace O'Brien-Hopper");
    assertThat(names(search("ada@exa"))).containsExactly("Ada Lovelace");
    assertThat(names(search("@example.org")))
        .containsExactly("Example Careers", "Grace O'Brien-Hopper");
    assertThat(names(search("grace example.org"))).containsExactly("Grace O'Brien-Hopper");
    assertThat(names(search("%"))).isEmpty();
    assertThat(names(search("a_a@"))).isEmpty();
  }

  @Test
  void a_company_has_its_persons_and_desks() {
    meet(
        wrote("ada@example.com", "Ada Lovelace"),
        wrote("jobs@mail.example.com", "Example Careers"),
        wroteAutomatically("no-reply@example.com", "Example"),
        wrote("grace@example.org", "Grace Hopper"));
    var company = person(idOf("ada@example.com")).companies().getFirst();

    assertThat(workspace.call(() -> people.company(workspace.id(), company.id())))
        .contains(company);
    var page =
        workspace.call(() -> people.personsAt(workspace.id(), company.id(), Optional.empty(), 10));
    assertThat(names(page)).containsExactly("Ada Lovelace", "Example Careers");
  }

  @Test
  void a_given_name_wins_until_it_is_taken_back() {
    meet(wrote("ada@example.com", "Ada Lovelace"));
    var ada = idOf("ada@example.com");

    assertThat(rename(ada, " Countess\nAda ").before()).isEmpty();
    assertThat(person(ada).name()).isEqualTo("Countess Ada");
    assertThat(person(ada).namedByUser()).isTrue();
    meet(wrote("ada@example.com", "Ada King"), wrote("ada@example.com", "Ada King"));
    assertThat(names(search("countess"))).containsExactly("Countess Ada");

    assertThat(rename(ada, "").before()).contains("Countess Ada");
    assertThat(person(ada).name()).isEqualTo("Ada King");
    assertThat(person(ada).namedByUser()).isFalse();
    assertThat(names(search("countess"))).isEmpty();
    assertThat(names(search("king"))).containsExactly("Ada King");
  }

  @Test
  void a_foreign_workspace_sees_nobody_and_names_nobody() {
    meet(wrote("ada@example.com", "Ada Lovelace"));
    var ada = idOf("ada@example.com");
    var company = person(ada).companies().getFirst().id();
    var foreign = TestWorkspace.fresh();
    var theirs = TestPeople.of(foreign);
    var id = foreign.id();

    assertThat(foreign.call(() -> theirs.person(id, ada))).isEmpty();
    assertThat(foreign.call(() -> theirs.persons(id, "", Optional.empty(), 9)).items()).isEmpty();
    assertThat(foreign.call(() -> theirs.persons(id, "ada", Optional.empty(), 9)).items())
        .isEmpty();
    assertThat(foreign.call(() -> theirs.company(id, company))).isEmpty();
    assertThat(foreign.call(() -> theirs.personsAt(id, company, Optional.empty(), 9)).items())
        .isEmpty();
    assertThat(foreign.call(() -> theirs.rename(id, ada, "Nobody"))).isEmpty();
    assertThat(person(ada).name()).isEqualTo("Ada Lovelace");
  }

  private void meet(Sighting... sightings) {
    workspace.run(() -> people.meet(workspace.id(), List.of(sightings)));
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

  private Renamed rename(PersonId id, String name) {
    return workspace.call(() -> people.rename(workspace.id(), id, name)).orElseThrow();
  }

  private Page<Person> search(String typed) {
    return list(typed, Optional.empty(), 10);
  }

  private Page<Person> list(String search, Optional<String> after, int limit) {
    return workspace.call(() -> people.persons(workspace.id(), search, after, limit));
  }

  private static List<String> names(Page<Person> page) {
    return page.items().stream().map(Person::name).toList();
  }
}
