package io.politely.touches;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.touches.Touch.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Served
class TouchesTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-06-05T17:00:00Z");
  private static final Way CALL = new Way(TouchKind.CALL, false);
  private static final Way THEIR_TEXT = new Way(TouchKind.TEXT, true);

  @Autowired private Touches touches;
  @Autowired private People people;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private PersonId grace;
  private PersonId dana;

  @BeforeEach
  void ada_knows_grace_and_dana() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    dana = people.enter(workspace, "Dana Scott", new EmailAddress("dana@example.net"));
  }

  @Test
  void what_is_logged_is_there_with_all_who_took_part() {
    var touch = log(CALL, THEIR_TEXT);

    assertThat(touches.with(workspace, List.of(grace)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.id()).isEqualTo(touch);
          assertThat(it.ways()).containsExactly(CALL, THEIR_TEXT);
          assertThat(it.persons()).containsExactlyInAnyOrder(grace, dana);
          assertThat(it.said()).isEqualTo("Call; Text, from them");
        });
    assertThat(touches.with(workspace, List.of(dana))).hasSize(1);
    assertThat(touches.with(workspace, List.of(grace, dana))).hasSize(1);
    assertThat(touches.promises(workspace, grace)).hasSize(1);
    assertThat(touches.promises(workspace, dana)).isEmpty();
  }

  @Test
  void what_was_taken_back_is_gone_with_its_promises_and_comes_back_with_them() {
    var touch = log(CALL);

    assertThat(touches.takeBack(workspace, touch, MONDAY)).isTrue();
    assertThat(touches.takeBack(workspace, touch, MONDAY)).isFalse();
    assertThat(touches.touch(workspace, touch)).isEmpty();
    assertThat(touches.promises(workspace, grace)).isEmpty();
    assertThat(touches.openPromises(workspace, FRIDAY, 10)).isEmpty();

    assertThat(touches.bringBack(workspace, touch, ada.member(), MONDAY)).isTrue();
    assertThat(touches.promises(workspace, grace)).hasSize(1);
  }

  @Test
  void a_correction_stands_in_place_of_the_former_until_it_is_taken_back() {
    var touch = log(CALL);
    var kept = touches.promises(workspace, touch).getFirst();
    touches.keep(workspace, kept.id(), MONDAY);

    var corrected =
        touches.correct(workspace, touch, fresh(THEIR_TEXT), ada.member(), MONDAY).orElseThrow();

    assertThat(touches.with(workspace, List.of(grace)))
        .extracting(Touch::id)
        .containsExactly(corrected);
    assertThat(touches.promises(workspace, corrected))
        .extracting(TouchPromise::keptAt)
        .containsExactlyInAnyOrder(null, MONDAY);
    assertThat(touches.correct(workspace, touch, fresh(CALL), ada.member(), MONDAY)).isEmpty();

    assertThat(touches.takeCorrectionBack(workspace, corrected, ada.member(), MONDAY))
        .contains(touch);
    assertThat(touches.with(workspace, List.of(grace)))
        .extracting(Touch::id)
        .containsExactly(touch);
  }

  @Test
  void a_promise_is_open_until_it_is_kept_or_binds_nobody() {
    log(CALL);
    var promise = touches.openPromises(workspace, MONDAY, 10).getFirst();
    assertThat(promise.isBroken(MONDAY)).isFalse();
    assertThat(promise.isBroken(FRIDAY.plusSeconds(1))).isTrue();

    assertThat(touches.keep(workspace, promise.id(), MONDAY)).isTrue();
    assertThat(touches.drop(workspace, promise.id(), MONDAY)).isFalse();
    assertThat(touches.openPromises(workspace, MONDAY, 10)).isEmpty();
    assertThat(touches.promises(workspace, grace))
        .extracting(TouchPromise::keptAt)
        .contains(MONDAY);

    assertThat(touches.reopen(workspace, promise.id())).isTrue();
    assertThat(touches.drop(workspace, promise.id(), MONDAY)).isTrue();
    assertThat(touches.promises(workspace, grace)).isEmpty();
    assertThat(touches.reopen(workspace, promise.id())).isTrue();
    assertThat(touches.openPromises(workspace, MONDAY, 10)).hasSize(1);
  }

  @Test
  void what_they_promised_is_open_for_us_only_when_it_is_overdue() {
    var theirs = new NewPromise(false, grace, "feedback", FRIDAY);
    touches.log(workspace, with(List.of(CALL), List.of(theirs)), ada.member(), MONDAY);

    assertThat(touches.openPromises(workspace, MONDAY, 10)).isEmpty();
    assertThat(touches.openPromises(workspace, FRIDAY.plus(Duration.ofDays(1)), 10)).hasSize(1);
  }

  @Test
  void a_call_is_contact_and_a_note_is_none() {
    var persons = List.of(grace, dana);
    touches.log(
        workspace, with(List.of(new Way(TouchKind.NOTE, false)), List.of()), ada.member(), MONDAY);
    assertThat(touches.lastContacts(workspace, persons)).isEmpty();

    log(CALL);
    assertThat(touches.lastContacts(workspace, persons))
        .containsEntry(grace, MONDAY)
        .containsEntry(dana, MONDAY);
    assertThat(touches.lastContacts(cast.owner("Mallory").workspace(), persons)).isEmpty();
  }

  @Test
  void a_merge_shows_everything_under_one_and_its_undoing_puts_it_back() {
    log(CALL);
    var home = people.enter(workspace, "Grace at home", new EmailAddress("grace@example.org"));

    var merge = people.merge(workspace, home, grace, ada.member(), MONDAY).orElseThrow();
    assertThat(touches.with(workspace, List.of(home)))
        .singleElement()
        .satisfies(it -> assertThat(it.persons()).containsExactlyInAnyOrder(home, dana));
    assertThat(touches.promises(workspace, home)).hasSize(1);
    assertThat(touches.promises(workspace, grace)).hasSize(1);
    assertThat(touches.openPromises(workspace, MONDAY, 10))
        .extracting(TouchPromise::person)
        .containsExactly(home);

    people.undoMerge(workspace, merge, MONDAY);
    assertThat(touches.with(workspace, List.of(home))).isEmpty();
    assertThat(touches.with(workspace, List.of(grace))).hasSize(1);
    assertThat(touches.promises(workspace, grace)).hasSize(1);
  }

  @Test
  void another_workspace_sees_and_changes_nothing_of_it() {
    var touch = log(CALL);
    var promise = touches.promises(workspace, touch).getFirst().id();
    var mallory = cast.owner("Mallory");
    var other = mallory.workspace();

    assertThat(touches.touch(other, touch)).isEmpty();
    assertThat(touches.newest(other, 10)).isEmpty();
    assertThat(touches.with(other, List.of(grace))).isEmpty();
    assertThat(touches.promises(other, touch)).isEmpty();
    assertThat(touches.promises(other, grace)).isEmpty();
    assertThat(touches.openPromises(other, FRIDAY, 10)).isEmpty();
    assertThat(touches.answered(other, touch)).isEmpty();
    assertThat(touches.takeBack(other, touch, MONDAY)).isFalse();
    assertThat(touches.bringBack(other, touch, mallory.member(), MONDAY)).isFalse();
    assertThat(touches.takeCorrectionBack(other, touch, mallory.member(), MONDAY)).isEmpty();
    assertThat(touches.correct(other, touch, fresh(CALL), mallory.member(), MONDAY)).isEmpty();
    assertThat(touches.keep(other, promise, MONDAY)).isFalse();
    assertThat(touches.drop(other, promise, MONDAY)).isFalse();
    touches.keep(workspace, promise, MONDAY);
    assertThat(touches.reopen(other, promise)).isFalse();
    assertThat(touches.newest(workspace, 10)).hasSize(1);
  }

  private TouchId log(Way... ways) {
    return touches.log(workspace, fresh(ways), ada.member(), MONDAY);
  }

  private NewTouch fresh(Way... ways) {
    return with(List.of(ways), List.of(new NewPromise(true, grace, "the deck", FRIDAY)));
  }

  private NewTouch with(List<Way> ways, List<NewPromise> promises) {
    var persons = new LinkedHashMap<PersonId, String>();
    persons.put(grace, "Grace");
    persons.put(dana, "Dana");
    return new NewTouch(ways, MONDAY, "called Grace and Dana", persons, promises, List.of(), null);
  }
}
