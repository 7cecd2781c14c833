package io.politely.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.people.AddressEvidence;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PeopleActionsTest {

  private static final EmailAddress WORK = new EmailAddress("grace@example.org");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress HOME = new EmailAddress("grace1906@gmail.com");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Accounts accounts;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId work;
  private PersonId home;

  @BeforeEach
  void ada_knows_grace_by_two_addresses() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    people.meet(
        ada.workspace(),
        List.of(
            new Sighting(WORK, "Grace Hopper", AddressEvidence.WROTE),
            new Sighting(HOME, "Grace Hopper", AddressEvidence.NAMED)));
    work = behind(WORK);
    home = behind(HOME);
  }

  @Test
  void we_are_not_among_the_people_and_not_suggested_for_a_merge() {
    var second = new EmailAddress("ada@gmail.com");
    people.meet(
        ada.workspace(),
        List.of(
            new Sighting(ada.address(), "Ada Lovelace", AddressEvidence.WROTE),
            new Sighting(second, "Ada Lovelace", AddressEvidence.WROTE)));
    assertThat(names("")).containsOnly("Ada Lovelace", "Grace Hopper");
    assertThat(suggested()).containsOnly("Grace Hopper");

    accounts.addOwnAddress(ada.workspace(), second, NOW);

    assertThat(names("")).containsOnly("Grace Hopper");
    assertThat(names("ada")).isEmpty();
  }

  @Test
  void a_merge_says_so_and_can_be_undone() {
    var merged = send("/people/" + work + "/merges", Map.of("merged", home.toString()));

    assertThat(merged.location()).isEqualTo("/people/" + work);
    assertThat(behind(HOME)).isEqualTo(work);

    undo();
    assertThat(behind(HOME)).isEqualTo(home);
    assertThat(toast()).contains("two people again");
  }

  @Test
  void who_is_kept_apart_is_not_suggested_and_that_can_be_undone() {
    var kept = send("/people/" + work + "/kept-apart", Map.of("other", home.toString()));

    assertThat(kept.status()).isEqualTo(303);
    assertThat(people.suggestedMerges(ada.workspace(), 10)).isEmpty();

    undo();
    assertThat(people.suggestedMerges(ada.workspace(), 10)).hasSize(1);
  }

  @Test
  void a_name_is_given_and_undone_step_by_step() {
    call("Amazing Grace");
    call("Admiral & Grace?");
    assertThat(name()).isEqualTo("Admiral & Grace?");

    undo();
    assertThat(name()).isEqualTo("Amazing Grace");

    call("");
    assertThat(name()).isEqualTo("Grace Hopper");
    undo();
    assertThat(name()).isEqualTo("Amazing Grace");
  }

  @Test
  void who_does_not_send_the_token_changes_nobody() {
    assertThat(
            visitor.post("/people/" + work + "/merges", Map.of("merged", home.toString())).status())
        .isEqualTo(403);
    assertThat(
            visitor
                .post("/people/" + work + "/name", Map.of("_method", "put", "name", "Eve"))
                .status())
        .isEqualTo(403);
    assertThat(behind(HOME)).isEqualTo(home);
  }

  @Test
  void somebody_elses_people_are_not_there() {
    send("/people/" + work + "/merges", Map.of("merged", home.toString()));
    var undo = visitor.open("/settings").document().select("#toasts form").attr("action");
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var path = "/people/" + work;

    assertThat(send(undo, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(send(path + "/merges", Map.of("merged", home.toString())).status()).isEqualTo(404);
    assertThat(send(path + "/kept-apart", Map.of("other", home.toString())).status())
        .isEqualTo(404);
    assertThat(send(path + "/kept-apart/" + home, Map.of("_method", "delete")).status())
        .isEqualTo(404);
    assertThat(send(path + "/name", Map.of("_method", "put", "name", "Eve")).status())
        .isEqualTo(404);
    assertThat(send(path + "/name", Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(behind(HOME)).isEqualTo(work);
    assertThat(name()).isEqualTo("Grace Hopper");
  }

  private List<String> names(String search) {
    return people.persons(ada.workspace(), search, Optional.empty(), 10).items().stream()
        .map(Person::name)
        .toList();
  }

  private List<String> suggested() {
    return people.suggestedMerges(ada.workspace(), 10).stream()
        .map(it -> it.kept().name())
        .toList();
  }

  private void call(String name) {
    var called =
        send(
            "/people/" + work + "/name",
            Map.of("_method", "put", "name", name, "back", "/settings"));
    assertThat(called.location()).isEqualTo("/settings");
  }

  private void undo() {
    var undone = visitor.submit(visitor.open("/settings"), "#toasts form", Map.of());
    assertThat(undone.location()).isEqualTo("/settings");
  }

  private String toast() {
    return visitor.open("/settings").document().select("#toasts").text();
  }

  private Visitor.Shown send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", visitor.open("/settings").document().select("[name=_csrf]").attr("value"));
    return visitor.post(path, all);
  }

  private PersonId behind(EmailAddress address) {
    return people.whoAre(ada.workspace(), List.of(address)).values().iterator().next().person();
  }

  private String name() {
    return people.person(ada.workspace(), work).orElseThrow().name();
  }
}
