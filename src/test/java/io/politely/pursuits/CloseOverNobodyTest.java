package io.politely.pursuits;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.MergeId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.ToldReason.OfCircumstance;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Whatever is done, in whatever order and by how many: no pursuit is closed over somebody. */
@Edge
@Served
class CloseOverNobodyTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final int PEOPLE = 4;
  private static final int DEEDS = 120;
  private static final int RACES = 60;

  private static final NewOutcome NOT_CHOSEN =
      new NewOutcome(
          true,
          Result.NOT_CHOSEN,
          "",
          new OfCircumstance(DAY, "They chose somebody who already sells into rail."));

  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Cast cast;

  private WorkspaceId workspace;
  private MemberId ada;
  private PursuitId pursuit;
  private final List<PersonId> cell = new ArrayList<>();
  private final List<MergeId> merges = new ArrayList<>();
  private final List<TimeId> times = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_histories(long seed) {
    var random = new Random(seed);
    int closed = 0;
    for (int i = 0; i < DEEDS; i++) {
      deed(random);
      var state = state();
      if (state == PursuitState.CLOSED) {
        closed++;
        assertThat(pursuits.leftHanging(workspace, pursuit)).as("after deed %d", i).isEmpty();
      }
      assertThat(pursuits.steps(workspace, pursuit, 1))
          .allSatisfy(step -> assertThat(step.by()).isNotBlank());
    }
    var states =
        pursuits.steps(workspace, pursuit, 10_000).stream()
            .filter(step -> step.what().equals("state"))
            .toList();
    // Newest first: each begins where the one before it ended, and closed only ever follows
    // closing.
    for (int i = 0; i + 1 < states.size(); i++) {
      assertThat(states.get(i).before()).isEqualTo(states.get(i + 1).after());
    }
    assertThat(states)
        .filteredOn(step -> step.after().equals("closed"))
        .allSatisfy(step -> assertThat(step.before()).isEqualTo("closing"))
        .hasSizeGreaterThan(0);
    assertThat(closed).isPositive();
  }

  @Test
  void two_at_once_one_who_ends_it_and_one_who_gives_time() throws Exception {
    int endedFirst = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < RACES; i++) {
        pursuits.resume(workspace, pursuit, ada, "", MONDAY);
        var person = cell.get(i % PEOPLE);
        pursuits.join(workspace, pursuit, person, Role.CANDIDATE, ada, MONDAY);
        Callable<Boolean> ending =
            () -> pursuits.end(workspace, pursuit, ada, "", MONDAY).isPresent();
        var later = MONDAY.plus(i, ChronoUnit.HOURS);
        Callable<Boolean> giving =
            () ->
                pursuits
                    .gave(
                        workspace,
                        pursuit,
                        person,
                        false,
                        TimeKind.INTERVIEW,
                        later,
                        "",
                        ada,
                        later)
                    .isPresent();
        var both = List.of(threads.submit(ending), threads.submit(giving));
        for (var one : both) {
          assertThat(one.get()).isTrue();
        }
        assertThat(state()).isEqualTo(PursuitState.CLOSING);
        assertThat(pursuits.leftHanging(workspace, pursuit)).containsExactly(person);
        endedFirst +=
            pursuits.steps(workspace, pursuit, 3).stream()
                    .anyMatch(step -> step.after().equals("closed"))
                ? 1
                : 0;
        if (pursuits.decide(workspace, pursuit, person, NOT_CHOSEN, ada, later)
            instanceof Decided.InForce(var outcome)) {
          pursuits.said(workspace, outcome, Way.PHONE, ada, later);
        }
      }
    }
    assertThat(endedFirst).as("races in which it closed before time was given").isBetween(0, RACES);
  }

  @Test
  void two_who_write_to_the_tables_at_once() throws Exception {
    int refused = 0;
    for (int i = 0; i < RACES; i++) {
      open();
      var person = cell.getFirst();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var closing = threads.submit(() -> write(CLOSE, person));
        var giving = threads.submit(() -> write(GIVE, person));
        refused += (done(closing) ? 0 : 1) + (done(giving) ? 0 : 1);
      }
      boolean isClosed = state() == PursuitState.CLOSED;
      assertThat(isClosed && !pursuits.leftHanging(workspace, pursuit).isEmpty()).isFalse();
    }
    assertThat(refused).isEqualTo(RACES);
  }

  private static final String CLOSE =
      """
      update pursuits.pursuit
         set state = 'closed'
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and :person is not null
      """;

  private static final String GIVE =
      """
      insert into pursuits.time_given
             (workspace_id, time_id, pursuit_id, person_id, by_us, kind, given_at, note)
      values (:workspace, gen_random_uuid(), :pursuit, :person, false, 'interview', now(), '')
      """;

  private boolean write(String sql, PersonId person) {
    var ours = TestWorkspace.of(workspace);
    ours.run(() ->
        ours.jdbc()
            .sql(sql)
            .param("workspace", workspace.value())
            .param("pursuit", pursuit.value())
            .param("person", person.value())
            .update());
    return true;
  }

  private static boolean done(java.util.concurrent.Future<Boolean> writing)
      throws InterruptedException {
    try {
      return writing.get();
    } catch (ExecutionException e) {
      assertThat(e.getCause())
          .isInstanceOfAny(DataIntegrityViolationException.class, TransactionException.class);
      return false;
    }
  }

  @BeforeEach
  void open() {
    var owner = cast.owner("Ada");
    workspace = owner.workspace();
    ada = owner.member();
    cell.clear();
    merges.clear();
    times.clear();
    pursuit =
        pursuits.open(
            workspace,
            new NewPursuit(PursuitKind.SEARCH, "Engineer", "", null, "", "", "", List.of()),
            ada,
            MONDAY);
    for (int i = 0; i < PEOPLE; i++) {
      var person = people.enter(workspace, "", new EmailAddress("p%d@example.com".formatted(i)));
      cell.add(person);
      pursuits.join(workspace, pursuit, person, Role.CANDIDATE, ada, MONDAY);
    }
  }

  private void deed(Random random) {
    var person = cell.get(random.nextInt(PEOPLE));
    switch (random.nextInt(14)) {
      case 0, 1 -> gave(person).ifPresent(times::add);
      case 2 -> {
        if (!times.isEmpty()) {
          pursuits.neverGave(workspace, times.get(random.nextInt(times.size())), ada, MONDAY);
        }
      }
      case 3 -> {
        if (!times.isEmpty()) {
          pursuits.gaveAfterAll(workspace, times.get(random.nextInt(times.size())), ada, MONDAY);
        }
      }
      case 4, 5, 6 -> tell(person);
      case 7 -> pursuits.leave(workspace, pursuit, person, ada, MONDAY);
      case 8 -> pursuits.join(workspace, pursuit, person, Role.CANDIDATE, ada, MONDAY);
      case 9 -> comeBack(random);
      case 10 -> {
        var other = cell.get(random.nextInt(PEOPLE));
        people.merge(workspace, person, other, ada, MONDAY).ifPresent(merges::add);
      }
      case 11 -> {
        if (!merges.isEmpty()) {
          people.undoMerge(workspace, merges.get(random.nextInt(merges.size())), MONDAY);
          pursuits.putRight(workspace, DAY, MONDAY);
        }
      }
      case 12 -> pursuits.resume(workspace, pursuit, ada, "", MONDAY);
      default -> {
        // Ending is what is tried most, once everybody who is left was told.
        pursuits.leftHanging(workspace, pursuit).stream()
            .filter(_ -> random.nextBoolean())
            .forEach(this::tell);
        pursuits.end(workspace, pursuit, ada, "It is over", MONDAY);
      }
    }
  }

  private java.util.Optional<TimeId> gave(PersonId person) {
    return pursuits.gave(
        workspace, pursuit, person, false, TimeKind.INTERVIEW, MONDAY, "", ada, MONDAY);
  }

  private void tell(PersonId person) {
    if (pursuits.decide(workspace, pursuit, person, NOT_CHOSEN, ada, MONDAY)
        instanceof Decided.InForce(var outcome)) {
      pursuits.mailing(workspace, outcome, "m" + outcome + "@example.org", ada, MONDAY);
      pursuits.mailed(workspace, MONDAY.minusSeconds(1)).stream()
          .filter(telling -> telling.state() == TellingState.WAITING)
          .forEach(telling -> learn(telling, TellingState.DELIVERED));
    }
  }

  private void comeBack(Random random) {
    var delivered =
        pursuits.mailed(workspace, MONDAY.minusSeconds(1)).stream()
            .filter(telling -> telling.state() == TellingState.DELIVERED)
            .toList();
    if (!delivered.isEmpty()) {
      learn(delivered.get(random.nextInt(delivered.size())), TellingState.CAME_BACK);
    }
  }

  private void learn(Telling telling, TellingState state) {
    pursuits.learn(
        workspace, telling.id(), telling.state(), state, "A test says so.", "a test", MONDAY);
  }

  private PursuitState state() {
    return pursuits.pursuit(workspace, pursuit).orElseThrow().state();
  }
}
