package io.politely.pursuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.ToldReason.OfCircumstance;
import io.politely.pursuits.ToldReason.OfRequirement;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@Served
class PursuitsTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final LocalDate MONDAY_DAY = LocalDate.parse("2026-06-01");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final NewOutcome NOT_CHOSEN =
      new NewOutcome(
          true,
          Result.NOT_CHOSEN,
          "The client found her slow",
          new OfCircumstance(MONDAY_DAY, "They chose somebody who already sells into rail."));

  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Cast cast;

  private WorkspaceId workspace;
  private MemberId ada;
  private PursuitId search;
  private PersonId grace;
  private PersonId alan;

  @BeforeEach
  void ada_runs_a_search() {
    var owner = cast.owner("Ada");
    workspace = owner.workspace();
    ada = owner.member();
    grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    alan = people.enter(workspace, "Alan Turing", new EmailAddress("alan@example.net"));
    search =
        pursuits.open(
            workspace,
            new NewPursuit(
                PursuitKind.SEARCH,
                "Head of Sales",
                "Tidewell",
                Source.REFERRAL,
                "",
                "",
                "",
                List.of("Sells into rail", "Leads ten people")),
            ada,
            MONDAY);
    pursuits.join(workspace, search, grace, Role.CANDIDATE, ada, MONDAY);
    pursuits.join(workspace, search, alan, Role.CANDIDATE, ada, MONDAY);
  }

  @Test
  void a_search_in_which_nobody_gave_time_closes_at_once() {
    assertThat(end()).isEqualTo(PursuitState.CLOSED);
  }

  @Test
  void a_search_does_not_close_over_somebody_who_was_interviewed() {
    interviewed(grace);

    assertThat(end()).isEqualTo(PursuitState.CLOSING);
    assertThat(pursuits.leftHanging(workspace, search)).containsExactly(grace);

    tellByPhone(grace);

    assertThat(state()).isEqualTo(PursuitState.CLOSED);
    assertThat(pursuits.leftHanging(workspace, search)).isEmpty();
  }

  @Test
  void deciding_is_not_telling() {
    interviewed(grace);
    decide(grace);

    assertThat(end()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void a_mail_that_waits_in_the_outbox_has_told_nobody() {
    interviewed(grace);
    var telling = pursuits.mailing(workspace, decide(grace), "a@example.org", ada, MONDAY);

    assertThat(end()).isEqualTo(PursuitState.CLOSING);

    learn(telling.orElseThrow(), TellingState.WAITING, TellingState.DELIVERED);

    assertThat(state()).isEqualTo(PursuitState.CLOSED);
  }

  @Test
  void a_bounce_opens_the_debt_again_however_late() {
    interviewed(grace);
    var telling =
        pursuits.mailing(workspace, decide(grace), "a@example.org", ada, MONDAY).orElseThrow();
    learn(telling, TellingState.WAITING, TellingState.DELIVERED);
    end();

    learn(telling, TellingState.DELIVERED, TellingState.CAME_BACK);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(owed())
        .singleElement()
        .satisfies(owed -> {
          assertThat(owed.person()).isEqualTo(grace);
          assertThat(owed.byUs()).isTrue();
          assertThat(owed.reason()).startsWith("What you sent came back");
        });
  }

  @Test
  void somebody_who_is_taken_out_is_owed_an_outcome_all_the_same() {
    interviewed(grace);
    pursuits.leave(workspace, search, grace, ada, MONDAY);

    assertThat(end()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void time_given_after_the_end_opens_it_again() {
    end();
    interviewed(grace);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void an_outcome_that_is_taken_back_was_not_told() {
    interviewed(grace);
    var outcome = decide(grace);
    pursuits.said(workspace, outcome, Way.PHONE, ada, MONDAY);
    end();

    pursuits.undecide(workspace, outcome, ada, MONDAY);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void whoever_gives_time_again_after_an_outcome_is_owed_another_one() {
    interviewed(grace);
    tellByPhone(grace);
    end();

    var later = MONDAY.plus(3, ChronoUnit.DAYS);
    pursuits.gave(workspace, search, grace, false, TimeKind.MEETING, later, "", ada, later);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(owed()).hasSize(1);
  }

  @Test
  void another_outcome_has_to_be_told_anew() {
    interviewed(grace);
    tellByPhone(grace);
    end();

    decide(grace);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void whoever_was_told_under_one_address_is_told_under_the_other_too() {
    interviewed(grace);
    interviewed(alan);
    tellByPhone(grace);
    end();
    assertThat(pursuits.leftHanging(workspace, search)).containsExactly(alan);

    var merge = people.merge(workspace, grace, alan, ada, MONDAY).orElseThrow();
    assertThat(pursuits.leftHanging(workspace, search)).isEmpty();
    assertThat(end()).isEqualTo(PursuitState.CLOSED);

    people.undoMerge(workspace, merge, MONDAY);
    pursuits.putRight(workspace, MONDAY_DAY, MONDAY);

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(pursuits.leftHanging(workspace, search)).containsExactly(alan);
  }

  @Test
  void a_pause_has_a_day_and_ends_on_it() {
    pursuits.pause(workspace, search, MONDAY_DAY.plusDays(7), ada, "Budget", MONDAY);

    pursuits.putRight(workspace, MONDAY_DAY.plusDays(6), MONDAY);
    assertThat(state()).isEqualTo(PursuitState.PAUSED);

    pursuits.putRight(workspace, MONDAY_DAY.plusDays(7), MONDAY);
    assertThat(state()).isEqualTo(PursuitState.OPEN);
  }

  @Test
  void a_reason_that_says_nothing_is_refused_with_a_suggestion() {
    assertThat(told("You were not a good fit for the team.")).contains("Say which requirement");
    assertThat(told("Wir haben uns anders entschieden, leider.")).contains("was decided and when");
    assertThat(told("No.")).contains("in a sentence");
  }

  @Test
  void a_reason_that_touches_a_protected_trait_is_refused() {
    assertThat(told("They look for a younger person for the team.")).contains("age");
    assertThat(told("Sie sind schwanger und fehlen dann lange.")).contains("sex or family");
  }

  @Test
  void a_no_needs_a_reason() {
    interviewed(grace);
    var decided =
        pursuits.decide(
            workspace,
            search,
            grace,
            new NewOutcome(true, Result.NOT_CHOSEN, "", null),
            ada,
            MONDAY);

    assertThat(decided).isInstanceOf(Decided.Refused.class);
  }

  @Test
  void a_reason_names_a_requirement_of_this_search_only() {
    var other =
        pursuits.open(
            workspace,
            new NewPursuit(
                PursuitKind.JOB, "Engineer", "", null, "", "", "", List.of("Speaks Danish")),
            ada,
            MONDAY);
    var foreign = pursuits.requirements(workspace, other).getFirst().id();

    var decided =
        pursuits.decide(
            workspace,
            search,
            grace,
            new NewOutcome(
                true,
                Result.NOT_CHOSEN,
                "",
                new OfRequirement(foreign, "They asked for Danish at work.")),
            ada,
            MONDAY);

    assertThat(decided).isInstanceOf(Decided.Refused.class);
  }

  @Test
  void an_outcome_is_owed_five_business_days_after_an_interview() {
    interviewed(grace);

    assertThat(owed())
        .singleElement()
        .satisfies(owed -> {
          assertThat(owed.row()).isEqualTo("D5");
          assertThat(owed.due()).isEqualTo("2026-06-08T17:00:00Z");
        });
  }

  @Test
  void bad_news_is_due_two_business_days_after_the_decision() {
    interviewed(grace);
    decide(grace);

    assertThat(owed().getFirst().row()).isEqualTo("D6");
    assertThat(owed().getFirst().due()).isEqualTo("2026-06-03T17:00:00Z");
  }

  @Test
  void a_finalist_hears_it_within_one() {
    interviewed(grace);
    interviewed(grace);
    decide(grace);

    assertThat(owed().getFirst().due()).isEqualTo("2026-06-02T17:00:00Z");
  }

  @Test
  void the_law_sets_a_last_day_where_it_is_turned_on() {
    pursuits.gave(
        workspace,
        search,
        grace,
        false,
        TimeKind.INTERVIEW,
        MONDAY.minus(44, ChronoUnit.DAYS),
        "",
        ada,
        MONDAY);
    interviewed(grace);

    pursuits.setLaw(workspace, "ontario");

    // The last interview counts, and five business days are sooner.
    assertThat(owed().getFirst().row()).isEqualTo("D5");
    assertThat(owed().getFirst().due()).isEqualTo("2026-06-08T17:00:00Z");
  }

  @Test
  void a_connector_waits_for_the_end_and_then_hears_how_it_ended() {
    pursuits.gave(workspace, search, alan, false, TimeKind.INTRODUCTION, MONDAY, "", ada, MONDAY);
    assertThat(owed()).isEmpty();

    assertThat(end()).isEqualTo(PursuitState.CLOSING);
    assertThat(owed().getFirst().row()).isEqualTo("D8");
  }

  @Test
  void time_of_ours_is_owed_an_outcome_by_them_and_holds_nothing() {
    pursuits.gave(workspace, search, grace, true, TimeKind.INTERVIEW, MONDAY, "", ada, MONDAY);

    assertThat(owed()).singleElement().satisfies(owed -> assertThat(owed.byUs()).isFalse());
    assertThat(end()).isEqualTo(PursuitState.CLOSED);
  }

  @Test
  void everything_that_happened_is_kept_with_who_and_when() {
    interviewed(grace);
    tellByPhone(grace);
    end();

    assertThat(pursuits.steps(workspace, search, 50))
        .extracting(Step::what, Step::after)
        .contains(
            org.assertj.core.api.Assertions.tuple("state", "open"),
            org.assertj.core.api.Assertions.tuple("joined", "candidate"),
            org.assertj.core.api.Assertions.tuple("time", "interview"),
            org.assertj.core.api.Assertions.tuple("outcome", "not-chosen"),
            org.assertj.core.api.Assertions.tuple("told", "delivered"),
            org.assertj.core.api.Assertions.tuple("state", "closing"),
            org.assertj.core.api.Assertions.tuple("state", "closed"));
    assertThat(pursuits.steps(workspace, search, 50))
        .allSatisfy(step -> assertThat(step.by()).isEqualTo(ada.toString()));
  }

  @Test
  void not_even_a_statement_of_ones_own_closes_it_over_somebody() {
    interviewed(grace);
    var ours = TestWorkspace.of(workspace);

    assertThatThrownBy(() ->
            ours.run(() ->
                ours.jdbc()
                    .sql(
                        """
                        update pursuits.pursuit
                           set state = 'closed'
                         where workspace_id = :workspace
                           and pursuit_id = :pursuit
                        """)
                    .param("workspace", workspace.value())
                    .param("pursuit", search.value())
                    .update()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("waits for an outcome");
    assertThat(state()).isEqualTo(PursuitState.OPEN);
  }

  @Test
  void another_workspace_sees_and_changes_nothing() {
    interviewed(grace);
    var outcome = decide(grace);
    var eve = cast.owner("Eve");

    assertThat(pursuits.pursuit(eve.workspace(), search)).isEmpty();
    assertThat(pursuits.end(eve.workspace(), search, eve.member(), "", MONDAY)).isEmpty();
    assertThat(pursuits.said(eve.workspace(), outcome, Way.PHONE, eve.member(), MONDAY)).isEmpty();
    assertThat(pursuits.undecide(eve.workspace(), outcome, eve.member(), MONDAY)).isEmpty();
    assertThat(pursuits.owed(eve.workspace(), LONDON)).isEmpty();
    assertThat(
            pursuits.join(
                eve.workspace(),
                new PursuitId(UUID.randomUUID()),
                grace,
                Role.CLIENT,
                eve.member(),
                MONDAY))
        .isFalse();
    assertThat(pursuits.outcomes(workspace, search)).hasSize(1);
  }

  private String told(String words) {
    var decided =
        pursuits.decide(
            workspace,
            search,
            grace,
            new NewOutcome(true, Result.NOT_CHOSEN, "", new OfCircumstance(MONDAY_DAY, words)),
            ada,
            MONDAY);
    assertThat(decided).isInstanceOf(Decided.Refused.class);
    return ((Decided.Refused) decided).sentence();
  }

  private void interviewed(PersonId person) {
    assertThat(
            pursuits.gave(
                workspace, search, person, false, TimeKind.INTERVIEW, MONDAY, "", ada, MONDAY))
        .isPresent();
  }

  private OutcomeId decide(PersonId person) {
    return ((Decided.InForce) pursuits.decide(workspace, search, person, NOT_CHOSEN, ada, MONDAY))
        .id();
  }

  private void tellByPhone(PersonId person) {
    assertThat(pursuits.said(workspace, decide(person), Way.PHONE, ada, MONDAY)).isPresent();
  }

  private void learn(TellingId telling, TellingState before, TellingState after) {
    assertThat(pursuits.learn(workspace, telling, before, after, "No such user.", "a test", MONDAY))
        .isPresent();
  }

  private PursuitState end() {
    return pursuits.end(workspace, search, ada, "The client hired", MONDAY).orElseThrow();
  }

  private PursuitState state() {
    return pursuits.pursuit(workspace, search).orElseThrow().state();
  }

  private List<OwedOutcome> owed() {
    return pursuits.owed(workspace, LONDON);
  }
}
