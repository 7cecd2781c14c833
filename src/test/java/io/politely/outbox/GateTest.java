package io.politely.outbox;

import static io.politely.outbox.OutgoingState.CANCELLED;
import static io.politely.outbox.OutgoingState.DUE;
import static io.politely.outbox.OutgoingState.IN_DOUBT;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.ADA;
import static io.politely.outbox.TestOutbox.ALAN;
import static io.politely.outbox.TestOutbox.GRACE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.outbox.FaultServer.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Each condition of the gate, alone: it refuses, no dot leaves, and the mail says why. */
@Edge
@SpringBootTest
class GateTest {

  @Autowired private ApplicationContext context;

  private FaultServer server;
  private TestOutbox outbox;

  @BeforeEach
  void open() {
    server = FaultServer.always(Fault.NONE);
    outbox = TestOutbox.sendingTo(context, server);
  }

  @AfterEach
  void close() {
    outbox.close();
    server.close();
  }

  @Test
  void it_opens_once_for_a_mail_that_nothing_forbids() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();

    assertThat(outbox.gate().opens(claimed)).isTrue();
    assertThat(outbox.gate().opens(claimed)).isFalse();
  }

  @Test
  void nobody_on_do_not_contact_is_written_to() {
    var id = outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    // The first half of a stop alone: what waits was not withdrawn yet.
    stopFirstHalf(Stop.Scope.ADDRESS, "grace@example.com");

    refuses(claimed);
    assertThat(verdict(claimed))
        .isEqualTo(new GateRules.Verdict.Cancel("Nobody writes to them any more: She said stop."));
    assertThat(outbox.mail(id).state()).isEqualTo(OutgoingState.CLAIMED);
  }

  @Test
  void a_stop_of_a_domain_reaches_all_below_it() {
    outbox.plan(new EmailAddress("grace@lab.example.com"));
    var claimed = outbox.claim().getFirst();
    stopFirstHalf(Stop.Scope.DOMAIN, "example.com");

    refuses(claimed);
  }

  @Test
  void a_stop_of_a_domain_leaves_others_with_a_similar_name() {
    outbox.plan(new EmailAddress("grace@notexample.com"));
    var claimed = outbox.claim().getFirst();
    stopFirstHalf(Stop.Scope.DOMAIN, "example.com");

    assertThat(outbox.gate().opens(claimed)).isTrue();
  }

  @Test
  void a_stop_of_a_person_reaches_every_address_of_that_person() {
    meets("00000000-0000-0000-0000-0000000000aa", "grace@example.com", "grace@home.example.org");
    outbox.plan(new EmailAddress("grace@home.example.org"));
    var claimed = outbox.claim().getFirst();
    stopFirstHalf(Stop.Scope.PERSON, "00000000-0000-0000-0000-0000000000aa");

    refuses(claimed);
  }

  @Test
  void a_bounced_address_does_not_stop_the_other_ones_of_a_person() {
    meets("00000000-0000-0000-0000-0000000000ab", "grace@example.com", "grace@home.example.org");
    outbox.plan(new EmailAddress("grace@home.example.org"));
    var claimed = outbox.claim().getFirst();
    stopFirstHalf(Stop.Scope.ADDRESS, "grace@example.com");

    assertThat(outbox.gate().opens(claimed)).isTrue();
  }

  @Test
  void a_mailbox_that_was_not_read_lately_holds_it() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    outbox.prove(Duration.ofSeconds(61));

    refuses(claimed);
    assertThat(verdict(claimed)).isInstanceOf(GateRules.Verdict.Wait.class);
  }

  @Test
  void a_message_that_came_after_the_approval_holds_it() {
    var id = outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    arrives("grace@example.com", "reply@example.com", "{}");

    refuses(claimed);
    assertThat(verdict(claimed)).isInstanceOf(GateRules.Verdict.Hold.class);
    outbox.sendDue();
    assertThat(outbox.mail(id).state()).isEqualTo(OutgoingState.CLAIMED);
  }

  @Test
  void an_answer_from_a_computer_whose_clock_is_weeks_behind_holds_it() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    arrives("grace@example.com", "reply@example.com", "{}");
    run("update mail.message set sent_at = now() - interval '40 days', arrived_at = now()");

    refuses(claimed);
  }

  @Test
  void an_old_message_that_is_only_found_now_is_no_answer() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    arrives("grace@example.com", "old@example.com", "{}");
    run(
        "update mail.message set sent_at = now() - interval '40 days',"
            + " arrived_at = now() - interval '40 days'");

    assertThat(outbox.gate().opens(claimed)).isTrue();
  }

  @Test
  void what_came_and_could_not_be_read_holds_it() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    run(
        """
        insert into mail.quarantined (workspace_id, content_hash, origin, reason, packed, found_at)
        values ('%s', '\\x01', 'INBOX 7', 'Its parts are nested too deep.', '', clock_timestamp())
        """
            .formatted(outbox.workspace()));

    refuses(claimed);
  }

  @Test
  void a_message_from_another_address_of_the_same_person_holds_it() {
    meets("00000000-0000-0000-0000-0000000000ac", "grace@example.com", "grace@home.example.org");
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    arrives("grace@home.example.org", "alias@example.org", "{}");

    refuses(claimed);
  }

  @Test
  void our_own_copy_is_no_answer() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    arrives(ADA.value(), "own@example.org", "{}");

    assertThat(outbox.gate().opens(claimed)).isTrue();
  }

  @Test
  void what_is_late_waits_for_a_person() {
    var soon = Instant.now().plusMillis(700);
    var id = outbox.plan(outbox.letter(Instant.now().minusSeconds(1), soon, GRACE));
    var claimed = outbox.claim().getFirst();
    TestOutbox.sleep(800);

    refuses(claimed);
    assertThat(verdict(claimed)).isInstanceOf(GateRules.Verdict.Hold.class);
    assertThat(outbox.mail(id).hold()).isEmpty();
  }

  @Test
  void what_is_late_before_it_is_claimed_is_never_claimed() {
    var id =
        outbox.plan(
            outbox.letter(Instant.now().minusSeconds(20), Instant.now().minusSeconds(10), GRACE));

    outbox.sendDue();

    assertThat(outbox.mail(id).hold()).contains("timely");
    assertThat(server.dots()).isZero();
  }

  @Test
  void what_was_held_leaves_after_a_person_looked() {
    var id =
        outbox.plan(
            outbox.letter(Instant.now().minusSeconds(20), Instant.now().minusSeconds(10), GRACE));
    outbox.sendDue();
    var now = Instant.now();

    assertThat(
            outbox
                .outbox()
                .release(outbox.workspace(), id, outbox.member(), now, now, now.plusSeconds(3600)))
        .isTrue();
    outbox.sendDue();

    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
  }

  @Test
  void other_recipients_than_the_approved_ones_hold_it() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    var other =
        new Claimed(
            claimed.workspace(),
            claimed.id(),
            claimed.account(),
            claimed.token(),
            List.of("alan@example.net", "grace@example.com"),
            claimed.bytes(),
            1);

    refuses(other);
    assertThat(verdict(other)).isInstanceOf(GateRules.Verdict.Hold.class);
  }

  @Test
  void other_bytes_than_the_approved_ones_hold_it() {
    outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    var other =
        new Claimed(
            claimed.workspace(),
            claimed.id(),
            claimed.account(),
            claimed.token(),
            claimed.recipients(),
            LetterBytes.of(new byte[] {1}),
            1);

    refuses(other);
    assertThat(verdict(other)).isInstanceOf(GateRules.Verdict.Hold.class);
  }

  @Test
  void a_lease_that_is_over_opens_nothing_and_the_mail_is_taken_again() {
    outbox.plan(GRACE);
    var slow = outbox.claim().getFirst();
    expireLeases();

    refuses(slow);
    var quick = outbox.claim().getFirst();
    assertThat(quick.token()).isGreaterThan(slow.token());
    assertThat(outbox.gate().opens(quick)).isTrue();
    assertThat(settle(Settlement.sent(slow, false))).isEmpty();
    assertThat(settle(Settlement.sent(quick, false))).containsExactly(quick.token());
  }

  @Test
  void a_node_that_died_past_the_gate_leaves_a_doubt() {
    var id = outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    assertThat(outbox.gate().opens(claimed)).isTrue();
    expireLeases();

    outbox.sendDue();

    assertThat(outbox.mail(id).state()).isEqualTo(IN_DOUBT);
    assertThat(outbox.outbox().inDoubt(outbox.workspace())).hasSize(1);
    assertThat(server.dots()).isZero();
  }

  @Test
  void an_answer_that_comes_after_the_doubt_resolves_it() {
    var id = outbox.plan(GRACE);
    var claimed = outbox.claim().getFirst();
    assertThat(outbox.gate().opens(claimed)).isTrue();
    expireLeases();
    outbox.sendDue();

    settle(Settlement.sent(claimed, false));

    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
  }

  @Test
  void our_copy_in_the_mailbox_resolves_a_doubt() {
    var id = inDoubt();
    arrives(ADA.value(), outbox.mail(id).internetId(), "{}");

    outbox.outbox().findEvidence(outbox.workspace(), "a test");

    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
  }

  @Test
  void a_message_that_names_it_resolves_a_doubt() {
    var id = inDoubt();
    arrives("grace@example.com", "r@example.com", "{" + outbox.mail(id).internetId() + "}");

    outbox.outbox().findEvidence(outbox.workspace(), "a test");

    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
  }

  @Test
  void without_evidence_a_doubt_stays_and_nothing_is_sent() {
    var id = inDoubt();

    outbox.outbox().findEvidence(outbox.workspace(), "a test");
    outbox.sendDue();

    assertThat(outbox.mail(id).state()).isEqualTo(IN_DOUBT);
    assertThat(server.dots()).isZero();
  }

  @Test
  void a_person_may_say_that_it_arrived() {
    var id = inDoubt();

    assertThat(outbox.outbox().itArrived(outbox.workspace(), id, outbox.member())).isTrue();
    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
    assertThat(outbox.outbox().itArrived(outbox.workspace(), id, outbox.member())).isFalse();
  }

  @Test
  void a_person_may_have_it_sent_again_as_another_mail() {
    var id = inDoubt();
    var old = outbox.mail(id);

    var again =
        outbox
            .outbox()
            .sendAgain(
                outbox.workspace(),
                id,
                outbox.member(),
                Instant.now(),
                Instant.now().plusSeconds(3600));
    outbox.sendDue();

    assertThat(again).hasValueSatisfying(it -> assertThat(it).isInstanceOf(Planning.Planned.class));
    assertThat(outbox.mail(id).state()).isEqualTo(OutgoingState.FAILED);
    assertThat(server.accepted()).hasSize(1);
    assertThat(server.accepted().getFirst().internetId()).isNotEqualTo(old.internetId());
  }

  @Test
  void a_mail_held_by_its_gate_tells_why_and_no_dot_left() {
    var id = outbox.plan(GRACE, ALAN);
    arrives("grace@example.com", "before@example.com", "{}");

    outbox.sendDue();

    assertThat(outbox.mail(id).state()).isEqualTo(DUE);
    assertThat(outbox.mail(id).hold()).contains("A message came after this was approved");
    assertThat(server.dots()).isZero();
  }

  @Test
  void a_stop_withdraws_what_waits_before_it_answers() {
    var id = outbox.plan(GRACE);

    var stopped = stop();

    assertThat(stopped.cancelled()).isEqualTo(1);
    assertThat(stopped.beingSent()).isZero();
    assertThat(outbox.mail(id).state()).isEqualTo(CANCELLED);
    assertThat(outbox.outbox().plan(outbox.workspace(), outbox.letter(GRACE)))
        .isEqualTo(new Planning.Refused("Nobody writes to them any more: She said stop."));
  }

  @Test
  void a_stop_of_a_mailbox_stops_it_with_every_tag() {
    var tagged = new EmailAddress("grace+engines@example.com");
    var waiting = outbox.plan(tagged);
    var claimed = outbox.claim().getFirst();

    var stopped = stop();

    assertThat(stopped.cancelled()).isEqualTo(1);
    assertThat(outbox.mail(waiting).state()).isEqualTo(CANCELLED);
    refuses(claimed);
    assertThat(outbox.outbox().plan(outbox.workspace(), outbox.letter(tagged)))
        .isInstanceOf(Planning.Refused.class);
  }

  @Test
  void a_stop_of_a_tag_stops_only_that() {
    outbox
        .outbox()
        .addStop(
            outbox.workspace(),
            Stop.Scope.ADDRESS,
            "grace+old@example.com",
            Stop.Source.BOUNCE,
            "It does not exist.",
            null);

    outbox.plan(GRACE);

    assertThat(outbox.gate().opens(outbox.claim().getFirst())).isTrue();
  }

  @Test
  void a_stop_says_that_one_is_being_sent() {
    outbox.plan(GRACE);
    assertThat(outbox.gate().opens(outbox.claim().getFirst())).isTrue();

    assertThat(stop()).extracting(Stopped::cancelled, Stopped::beingSent).containsExactly(0, 1);
  }

  @Test
  void a_stop_twice_is_one_and_may_be_lifted() {
    var first = stop();
    var second = stop();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(outbox.outbox().lift(outbox.workspace(), first.id())).isTrue();
    assertThat(outbox.outbox().doNotContact(outbox.workspace())).isEmpty();
    assertThat(outbox.plan(GRACE)).isNotNull();
  }

  @Test
  void no_dot_leaves_after_a_stop_was_acknowledged() {
    var races = StopRaces.run(outbox, 300, 4);

    assertThat(races.dotsAfterStop()).isZero();
    assertThat(races.cancelled() + races.sent()).isEqualTo(300);
    assertThat(races.sent()).isPositive();
    assertThat(races.cancelled()).isPositive();
  }

  @Test
  void two_nodes_never_claim_the_same_mail() {
    for (int i = 0; i < 40; i++) {
      outbox.plan(GRACE);
    }

    var claims =
        List.of(1, 2, 3, 4).stream()
            .map(_ -> CompletableFuture.supplyAsync(outbox::claim))
            .toList()
            .stream()
            .flatMap(claim -> claim.join().stream())
            .toList();

    assertThat(claims).extracting(Claimed::id).doesNotHaveDuplicates();
    assertThat(claims).extracting(Claimed::token).doesNotHaveDuplicates();
  }

  @Test
  void a_foreign_workspace_sees_and_changes_nothing() {
    var id = outbox.plan(GRACE);
    try (var other = TestOutbox.sendingTo(context, server)) {
      var foreign = other.outbox();

      assertThat(foreign.mail(other.workspace(), id)).isEmpty();
      assertThat(foreign.bytes(other.workspace(), id)).isEmpty();
      assertThat(foreign.steps(other.workspace(), id)).isEmpty();
      assertThat(foreign.cancel(other.workspace(), id, other.member())).isFalse();
      assertThat(foreign.itArrived(other.workspace(), id, other.member())).isFalse();
      assertThat(foreign.open(other.workspace(), 10)).isEmpty();
      assertThat(other.claim()).isEmpty();
      assertThat(foreign.lift(other.workspace(), stop().id())).isFalse();
    }
  }

  @Test
  void a_copied_database_sends_nothing_until_a_person_confirms() {
    var id = outbox.plan(GRACE);
    outbox
        .database()
        .run(() ->
            outbox
                .database()
                .jdbc()
                .sql(
                    """
                    insert into outbox.fence (workspace_id, place, fenced, reason, changed_at)
                    values (:workspace, 'elsewhere', false, '', clock_timestamp())
                    """)
                .param("workspace", outbox.workspace().value())
                .update());

    outbox.sendDue();
    assertThat(outbox.mail(id).state()).isEqualTo(DUE);
    assertThat(server.dots()).isZero();
    assertThat(outbox.outbox().fence(outbox.workspace()).orElseThrow().isClosed()).isTrue();

    outbox.fencing().confirm(outbox.workspace(), outbox.member());
    outbox.sendDue();
    assertThat(outbox.mail(id).state()).isEqualTo(SENT);
  }

  @Test
  void a_database_older_than_its_journal_is_fenced_and_what_left_is_in_doubt() {
    var id = outbox.plan(GRACE);
    var place = outbox.fencing().place(outbox.workspace());

    var fence =
        outbox
            .outbox()
            .arrive(
                outbox.workspace(),
                place,
                "a test",
                List.of(new Dot(outbox.workspace(), id, 1_000_000_000L)));

    assertThat(fence.isClosed()).isTrue();
    assertThat(outbox.mail(id).state()).isEqualTo(IN_DOUBT);
    outbox.sendDue();
    assertThat(server.dots()).isZero();
  }

  private OutgoingId inDoubt() {
    var id = outbox.plan(GRACE);
    assertThat(outbox.gate().opens(outbox.claim().getFirst())).isTrue();
    expireLeases();
    outbox.sendDue();
    assertThat(outbox.mail(id).state()).isEqualTo(IN_DOUBT);
    return id;
  }

  private void refuses(Claimed mail) {
    assertThat(outbox.gate().opens(mail)).isFalse();
  }

  private GateRules.Verdict verdict(Claimed mail) {
    return GateRules.judge(outbox.gate().facts(mail).orElseThrow());
  }

  private List<Long> settle(Settlement said) {
    return outbox.outbox().settle(outbox.workspace(), "a test", List.of(said));
  }

  private Stopped stop() {
    return outbox
        .stopping()
        .stop(
            outbox.workspace(),
            Stop.Scope.ADDRESS,
            "grace@example.com",
            Stop.Source.USER,
            "She said stop.",
            null,
            "a test");
  }

  private void stopFirstHalf(Stop.Scope scope, String value) {
    outbox
        .outbox()
        .addStop(outbox.workspace(), scope, value, Stop.Source.USER, "She said stop.", null);
  }

  private void expireLeases() {
    run(
        """
        update outbox.mail set lease_until = clock_timestamp() - interval '1 second'
         where workspace_id = '%s' and lease_until is not null
        """
            .formatted(outbox.workspace()));
  }

  private void arrives(String from, String internetId, String references) {
    run(
        """
        with arrived as (
        insert into mail.message
               (workspace_id, message_id, content_hash, internet_id, in_reply_to, reference_ids, subject,
                sent_at, sent_at_source, from_address, from_name, to_addresses, cc_addresses, kind,
                newest_text, attribution, quoted_text, signals, has_html, attachments, size_bytes,
                reading_version)
        values ('%1$s', gen_random_uuid(), sha256('%3$s'), '%3$s', '{}', '%4$s', 'Engines', now(), 'date',
                '%2$s', '', '{}', '{}', 'human', '', '', '', '[]', false, '[]', 1, 1)
        returning workspace_id, message_id)
        insert into mail.location (workspace_id, message_id, folder, role, delivered_to, thread_hint)
        select workspace_id, message_id, 'INBOX', 'inbox', '', ''
          from arrived
        """
            .formatted(outbox.workspace(), from, internetId, references));
  }

  private void run(String sql) {
    outbox.database().run(() -> outbox.database().jdbc().sql(sql).update());
  }

  /** Two addresses of one person. */
  private void meets(String person, String... addresses) {
    for (int i = 0; i < addresses.length; i++) {
      run(
          """
          insert into people.person
                 (workspace_id, person_id, mailbox, sightings, wrote, wrote_automatically, carries_list,
                  named, best_name, best_name_times, current_id, name, sort_name, same_name, kind)
          values ('%1$s', '%2$s', '%3$s', 1, 1, 0, false, 0, '', 0, '%4$s', 'Grace', 'grace', '', 'person')
          """
              .formatted(
                  outbox.workspace(),
                  i == 0 ? person : UUID.nameUUIDFromBytes(addresses[i].getBytes(US_ASCII)),
                  addresses[i],
                  person));
      run(
          "insert into people.address (workspace_id, address, person_id) values ('%s', '%s', '%s')"
              .formatted(
                  outbox.workspace(),
                  addresses[i],
                  i == 0 ? person : UUID.nameUUIDFromBytes(addresses[i].getBytes(US_ASCII))));
    }
  }
}
