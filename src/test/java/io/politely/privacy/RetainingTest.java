package io.politely.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.privacy.Erasure.Pending;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The present is June 2026. */
@Served
class RetainingTest {

  private static final Instant LAST_YEAR = Instant.parse("2025-06-02T09:00:00Z");
  private static final Instant THIS_MONTH = Instant.parse("2026-06-02T09:00:00Z");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Pursuits pursuits;
  @Autowired private Outbox outbox;
  @Autowired private Privacy privacy;
  @Autowired private Retaining retaining;

  private WorkspaceId workspace;
  private MemberId ada;
  private PersonId grace;

  @BeforeEach
  void grace_was_a_candidate_of_a_search_that_closed_last_year() {
    var owner = cast.owner("Ada");
    workspace = owner.workspace();
    ada = owner.member();
    grace = people.enter(workspace, "Grace Hopper", GRACE);
    end(search(PursuitKind.SEARCH, grace, Role.CANDIDATE), LAST_YEAR);
  }

  @Test
  void without_a_rule_nobody_is_erased() {
    retaining.apply(workspace);

    assertThat(privacy.pending(workspace)).isEmpty();
  }

  @Test
  void whose_time_has_come_stands_for_days_among_those_who_are_to_be_erased() {
    retain(6);

    assertThat(privacy.pending(workspace))
        .singleElement()
        .satisfies(pending -> {
          assertThat(pending.person()).isEqualTo(grace);
          assertThat(pending.byRule()).isTrue();
          assertThat(Duration.between(pending.asked(), pending.due()))
              .isEqualTo(Duration.ofDays(14));
        });
    retaining.apply(workspace);
    assertThat(privacy.pending(workspace)).hasSize(1);
  }

  @Test
  void whose_time_has_not_come_is_left_alone() {
    retain(24);

    assertThat(privacy.pending(workspace)).isEmpty();
  }

  @Test
  void who_was_no_candidate_is_left_alone() {
    var client = people.enter(workspace, "Alan", new EmailAddress("alan@example.com"));
    var buyer = people.enter(workspace, "Edith", new EmailAddress("edith@example.com"));
    end(search(PursuitKind.SEARCH, client, Role.CLIENT), LAST_YEAR);
    end(search(PursuitKind.DEAL, buyer, Role.SPONSOR), LAST_YEAR);

    retain(3);

    assertThat(privacy.pending(workspace)).extracting(Pending::person).containsExactly(grace);
  }

  @Test
  void who_is_in_something_that_goes_on_or_closed_lately_is_left_alone() {
    var alan = people.enter(workspace, "Alan", new EmailAddress("alan@example.com"));
    end(search(PursuitKind.SEARCH, alan, Role.CANDIDATE), LAST_YEAR);
    end(search(PursuitKind.SEARCH, alan, Role.CANDIDATE), THIS_MONTH);
    search(PursuitKind.DEAL, grace, Role.SPONSOR);

    retain(3);

    assertThat(privacy.pending(workspace)).isEmpty();
  }

  @Test
  void who_becomes_a_candidate_again_before_the_day_is_kept_and_may_be_written_to() {
    retain(3);
    assertThat(outbox.stopAgainst(workspace, List.of(GRACE))).isPresent();

    search(PursuitKind.SEARCH, grace, Role.CANDIDATE);
    retaining.apply(workspace);

    assertThat(privacy.pending(workspace)).isEmpty();
    assertThat(outbox.stopAgainst(workspace, List.of(GRACE))).isEmpty();
  }

  @Test
  void without_the_rule_those_whom_it_took_are_kept_and_those_whom_somebody_chose_are_not() {
    retain(3);
    var alan = people.enter(workspace, "Alan", new EmailAddress("alan@example.com"));
    privacy.ask(
        workspace,
        new Pending(new ErasureId(new UUID(7, 7)), alan, THIS_MONTH, THIS_MONTH, null, false),
        ada);

    privacy.retain(workspace, null, THIS_MONTH);
    retaining.apply(workspace);

    assertThat(privacy.pending(workspace)).extracting(Pending::person).containsExactly(alan);
  }

  @Test
  void who_was_kept_is_not_taken_again_at_once() {
    retain(3);
    var pending = privacy.pending(workspace).getFirst();

    privacy.keep(workspace, pending.id(), pending.asked());
    retaining.apply(workspace);

    assertThat(privacy.pending(workspace)).isEmpty();
  }

  @Test
  void a_rule_takes_nobody_of_another_workspace() {
    var eve = cast.owner("Eve");
    privacy.retain(eve.workspace(), new Retention(3, eve.member()), THIS_MONTH);

    retaining.apply(eve.workspace());

    assertThat(privacy.pending(eve.workspace())).isEmpty();
    assertThat(privacy.pending(workspace)).isEmpty();
    assertThat(privacy.retention(workspace)).isEmpty();
  }

  private void retain(int months) {
    privacy.retain(workspace, new Retention(months, ada), THIS_MONTH);
    retaining.apply(workspace);
  }

  private PursuitId search(PursuitKind kind, PersonId person, Role role) {
    var opened =
        pursuits.open(
            workspace,
            new NewPursuit(
                kind, "Head of Sales", "Tidewell", Source.REFERRAL, "", "", "", List.of()),
            ada,
            LAST_YEAR);
    pursuits.join(workspace, opened, person, role, ada, LAST_YEAR);
    return opened;
  }

  private void end(PursuitId pursuit, Instant at) {
    pursuits.end(workspace, pursuit, ada, "", at);
  }
}
