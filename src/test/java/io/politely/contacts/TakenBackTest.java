package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.touches.NewTouch;
import io.politely.touches.Touch.Way;
import io.politely.touches.TouchKind;
import io.politely.touches.Touches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an import had named alone, and what keeps them when it is taken back. */
@Served
class TakenBackTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");

  @Autowired private Contacts contacts;
  @Autowired private ContactImporter importer;
  @Autowired private People people;
  @Autowired private Pursuits pursuits;
  @Autowired private Touches touches;
  @Autowired private Outbox outbox;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private UUID imported;
  private PersonId grace;

  @BeforeEach
  void grace_and_alan_were_imported() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    var table =
        """
        Name,Email,LinkedIn
        Grace Hopper,grace@example.com,https://www.linkedin.com/in/grace-h
        Alan Turing,alan@example.net,
        """;
    var file = (OfPeople) contacts.read(workspace, table.getBytes(UTF_8));
    imported = importer.run(workspace, "people.csv", file, ada.member(), MONDAY, _ -> {}).id();
    var address = new EmailAddress("grace@example.com");
    grace =
        Optional.ofNullable(people.metAs(workspace, List.of(address)).get(address)).orElseThrow();
  }

  @Test
  void nobody_stays_who_is_part_of_nothing() {
    contacts.undo(workspace, imported, MONDAY);

    assertThat(names()).isEmpty();
  }

  @Test
  void who_is_in_a_pursuit_stays() {
    var job =
        pursuits.open(
            workspace,
            new NewPursuit(PursuitKind.JOB, "Clerk", "", null, "", "", "", List.of()),
            ada.member(),
            MONDAY);
    pursuits.join(workspace, job, grace, Role.RECRUITER, ada.member(), MONDAY);

    contacts.undo(workspace, imported, MONDAY);

    assertThat(names()).containsExactly("Grace Hopper");
  }

  @Test
  void what_happens_in_another_workspace_keeps_nobody() {
    var mallory = cast.owner("Mallory");
    var theirs =
        pursuits.open(
            mallory.workspace(),
            new NewPursuit(PursuitKind.JOB, "Clerk", "", null, "", "", "", List.of()),
            mallory.member(),
            MONDAY);
    var address = new EmailAddress("grace@example.com");
    var namesake = people.enter(mallory.workspace(), "Grace Hopper", address);
    pursuits.join(mallory.workspace(), theirs, namesake, Role.RECRUITER, mallory.member(), MONDAY);

    contacts.undo(workspace, imported, MONDAY);

    assertThat(names()).isEmpty();
  }

  @Test
  void with_whom_a_touch_was_logged_stays() {
    touches.log(
        workspace,
        new NewTouch(
            List.of(new Way(TouchKind.CALL, false)),
            MONDAY,
            "called Grace",
            Map.of(grace, "Grace"),
            List.of(),
            List.of(),
            null),
        ada.member(),
        MONDAY);

    contacts.undo(workspace, imported, MONDAY);

    assertThat(names()).containsExactly("Grace Hopper");
  }

  @Test
  void to_whom_a_letter_is_being_written_stays() {
    outbox.saveDraft(
        workspace,
        new DraftId(new UUID(7, workspace.value().getLeastSignificantBits())),
        new DraftText(
            null, "Grace <Grace@example.com>", "", "", "Hello", "", null, false, Leaving.NOW, ""),
        List.of(),
        List.of(),
        ada.member(),
        MONDAY,
        MONDAY);

    contacts.undo(workspace, imported, MONDAY);

    assertThat(names()).containsExactly("Grace Hopper");
  }

  private List<String> names() {
    return people.persons(workspace, "", Optional.empty(), 50).items().stream()
        .map(Person::name)
        .toList();
  }
}
