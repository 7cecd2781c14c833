package io.politely.today;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Dispatcher;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.OutgoingMail;
import io.politely.outbox.OutgoingState;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.pursuits.TimeKind;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Digests on PostgreSQL; the days pass by a clock that is turned by hand. */
@Edge
@Served
class DigestTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SEVEN = Instant.parse("2026-03-03T06:00:00Z");
  private static final String SERVER = "http://politely.example.org";

  @Autowired private Today today;
  @Autowired private Outbox outbox;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Accounts accounts;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;

  @BeforeEach
  void ada_lives_in_berlin_and_has_a_mailbox() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    accounts.change(workspace, ada.member(), "Ada", BERLIN);
    connect(ada.address());
  }

  @Test
  void it_begins_with_three_things_at_most_each_with_why_now_and_leads_to_them() {
    for (var name : List.of("Grace Hopper", "Dana Scott", "Ivan Novak", "Kim <Sato>")) {
      gaveTime(name);
    }
    choose(7, false);

    var mail = mail(plan(SEVEN).orElseThrow());

    assertThat(mail.to()).containsExactly(ada.address());
    assertThat(mail.subject()).isEqualTo("Today, Tuesday, 3 March");
    assertThat(mail.body())
        .startsWith("Tuesday, 3 March\n\nBegin with\n\n1. Tell ")
        .contains(
            " how it ended\n   Was interviewed, and has no outcome yet.\n",
            "\n3. Tell ",
            SERVER + "/pursuits/")
        .doesNotContain("\n4. ")
        .contains("- 4 people wait to hear how it ended\n  " + SERVER + "/\n")
        .endsWith(
            "You chose to get this every day at 7:00. Change it, or turn it off: "
                + SERVER
                + "/settings/digest");
    var bytes = new String(outbox.bytes(workspace, mail.id()).orElseThrow().toArray(), ISO_8859_1);
    assertThat(bytes)
        .contains("Auto-Submitted: auto-generated\r\n", "\r\nX-Auto-Politely: ")
        .contains("text/plain", "text/html")
        .doesNotContain("<Sato>");
  }

  @Test
  void where_nothing_is_to_be_done_nothing_comes_and_later_neither() {
    choose(7, false);
    assertThat(plan(SEVEN)).isEmpty();

    gaveTime("Grace Hopper");

    assertThat(plan(SEVEN.plusSeconds(60))).isEmpty();
    assertThat(plan(SEVEN.plus(Duration.ofDays(1)))).isPresent();
  }

  @Test
  void nobody_gets_one_who_did_not_choose_it_or_turned_it_off() {
    gaveTime("Grace Hopper");
    assertThat(plan(SEVEN)).isEmpty();

    choose(7, false);
    today.stopDigest(workspace, ada.member());

    assertThat(plan(SEVEN)).isEmpty();
    assertThat(digests()).isZero();
  }

  @Test
  void without_a_mailbox_of_ones_own_none_comes_until_there_is_one() {
    gaveTime("Grace Hopper");
    choose(7, false);
    mailboxes.accounts(workspace).forEach(one -> mailboxes.disconnect(workspace, one.id()));
    assertThat(plan(SEVEN)).isEmpty();

    connect(ada.address());

    assertThat(plan(SEVEN.plusSeconds(600))).isPresent();
  }

  @Test
  void two_nodes_that_look_at_the_same_moment_plan_one() throws Exception {
    gaveTime("Grace Hopper");
    choose(7, false);
    Callable<Optional<OutgoingId>> look = () -> plan(SEVEN);
    try (var nodes = Executors.newFixedThreadPool(4)) {
      var planned =
          nodes.invokeAll(List.of(look, look, look, look)).stream()
              .filter(it -> it.resultNow().isPresent())
              .count();

      assertThat(planned).isEqualTo(1);
    }
    assertThat(outbox.open(workspace, 10)).hasSize(1);
  }

  @Test
  void one_comes_each_day_also_when_clocks_change_and_the_program_starts_again() {
    gaveTime("Grace Hopper");
    choose(2, false);
    var clock = new TurnedClock(Instant.parse("2026-03-27T23:00:00Z"));

    for (int half = 0; half < 4 * 48; half++) {
      clock.turn(Duration.ofMinutes(30));
      // Each look is by a program that was just started.
      new DigestJob(today, accounts, dispatcher, clock).look(workspace);
    }

    assertThat(days()).containsExactly("2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31");
    var clockOfAutumn = new TurnedClock(Instant.parse("2026-10-24T20:00:00Z"));
    for (int half = 0; half < 24; half++) {
      clockOfAutumn.turn(Duration.ofMinutes(30));
      new DigestJob(today, accounts, dispatcher, clockOfAutumn).look(workspace);
    }
    assertThat(days()).hasSize(5).endsWith("2026-10-25");
  }

  @Test
  void one_that_could_not_leave_within_three_hours_does_not_leave() {
    gaveTime("Grace Hopper");
    choose(7, false);
    var clock = new TurnedClock(SEVEN);
    var job = new DigestJob(today, accounts, dispatcher, clock);
    job.look(workspace);
    var waiting = outbox.open(workspace, 10).getFirst();
    clock.turn(Duration.ofHours(2));
    job.look(workspace);
    assertThat(mail(waiting.id()).state()).isNotEqualTo(OutgoingState.CANCELLED);

    clock.turn(Duration.ofHours(1));
    job.look(workspace);

    assertThat(mail(waiting.id()).state()).isEqualTo(OutgoingState.CANCELLED);
  }

  @Test
  void an_hour_that_the_program_slept_through_is_left_out() {
    gaveTime("Grace Hopper");
    choose(7, false);

    assertThat(plan(SEVEN.plus(Duration.ofHours(3)))).isEmpty();
    assertThat(digests()).isZero();
  }

  @Test
  void it_leaves_from_nobody_elses_mailbox() {
    gaveTime("Grace Hopper");
    choose(7, false);
    mailboxes.accounts(workspace).forEach(one -> mailboxes.disconnect(workspace, one.id()));
    connect(new EmailAddress("office@example.org"));
    assertThat(today.digestMailbox(workspace, ada.member())).as("Ada works alone").isPresent();

    colleague();

    assertThat(today.digestMailbox(workspace, ada.member())).isEmpty();
    assertThat(plan(SEVEN)).isEmpty();
  }

  @Test
  void another_workspace_sees_and_plans_nothing_of_it() {
    gaveTime("Grace Hopper");
    choose(7, false);
    var bob = cast.owner("Bob").workspace();

    assertThat(today.digestChoice(bob, ada.member())).isEmpty();
    assertThat(today.planDigest(bob, ada.member(), SEVEN)).isEmpty();
    today.stopDigest(bob, ada.member());

    assertThat(today.digestChoice(workspace, ada.member())).isPresent();
    assertThat(plan(SEVEN)).isPresent();
    var others = TestWorkspace.of(bob);
    assertThat(
            others.call(() ->
                others.jdbc().sql("select count(*) from today.digest").query(Long.class).single()))
        .isZero();
  }

  @Test
  void it_counts_as_no_touch() {
    gaveTime("Grace Hopper");
    choose(7, false);
    assertThat(plan(SEVEN)).isPresent();

    assertThat(count("select count(*) from cadence.approved where workspace_id = :workspace"))
        .isZero();
  }

  /** The hands are turned by the test. */
  private static final class TurnedClock extends Clock {

    private Instant now;

    TurnedClock(Instant now) {
      this.now = now;
    }

    void turn(Duration on) {
      now = now.plus(on);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void choose(int hour, boolean workdaysOnly) {
    today.chooseDigest(
        workspace, ada.member(), new DigestChoice(hour, workdaysOnly, SERVER, LONG_AGO));
  }

  private Optional<OutgoingId> plan(Instant now) {
    return today.planDigest(workspace, ada.member(), now);
  }

  private OutgoingMail mail(OutgoingId id) {
    return outbox.mail(workspace, id).orElseThrow();
  }

  /** An interview in January: they are owed an outcome. */
  private void gaveTime(String name) {
    var person =
        people.enter(
            workspace,
            name,
            new EmailAddress(
                name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT) + "@example.com"));
    var search =
        pursuits.open(
            workspace,
            new NewPursuit(
                PursuitKind.SEARCH, "An engineer", "", Source.REFERRAL, "", "", "", List.of()),
            ada.member(),
            LONG_AGO);
    pursuits.join(workspace, search, person, Role.CANDIDATE, ada.member(), LONG_AGO);
    pursuits.gave(
        workspace, search, person, false, TimeKind.INTERVIEW, LONG_AGO, "", ada.member(), LONG_AGO);
  }

  private void connect(EmailAddress address) {
    var nowhere = new Server("127.0.0.1", 1, Security.NONE);
    var connected =
        mailboxes.connect(
            workspace,
            new NewMailAccount(
                address, "Ada", nowhere, nowhere, "ada", Authentication.PASSWORD, "secret", false),
            LONG_AGO);
    assertThat(connected).isPresent();
  }

  private void colleague() {
    var tables = TestWorkspace.of(workspace);
    tables.run(() ->
        tables
            .jdbc()
            .sql(
                """
                insert into accounts.member (workspace_id, member_id, address, name, role, zone, created_at)
                values (:workspace, gen_random_uuid(), 'bob@example.org', 'Bob', 'member', 'UTC', now())
                """)
            .param("workspace", workspace.value())
            .update());
  }

  private long digests() {
    return count("select count(*) from today.digest where workspace_id = :workspace");
  }

  private long count(String sql) {
    var tables = TestWorkspace.of(workspace);
    return Objects.requireNonNull(
        tables.call(() ->
            tables
                .jdbc()
                .sql(sql)
                .param("workspace", workspace.value())
                .query(Long.class)
                .single()));
  }

  private List<String> days() {
    var tables = TestWorkspace.of(workspace);
    return Objects.requireNonNull(
        tables.call(() ->
            tables
                .jdbc()
                .sql(
                    "select day::text from today.digest where workspace_id = :workspace and"
                        + " outgoing_id is not null order by day")
                .param("workspace", workspace.value())
                .query(String.class)
                .list()));
  }
}
