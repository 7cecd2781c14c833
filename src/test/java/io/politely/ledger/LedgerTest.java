package io.politely.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.testing.MailArchive;
import io.politely.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class LedgerTest {

  private static final EmailAddress US = new EmailAddress("ada@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant MAY = Instant.parse("2026-05-04T09:00:00Z");
  private static final MemberId ADA = new MemberId(new UUID(0, 1));
  private static final String QUESTION =
      "[{\"act\":\"QUESTION\",\"quote\":\"Does Tuesday work?\",\"due\":null,\"confidence\":0.95}]";
  private static final String PROMISE =
      "[{\"act\":\"PROMISE\",\"quote\":\"I will send it.\",\"due\":null,\"confidence\":0.95}]";

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final WorkspaceId id = workspace.id();
  private final MailArchive archive = new MailArchive(workspace);

  @Autowired private Ledger ledger;
  @Autowired private LedgerCatchUp catchUp;
  @Autowired private Mail mail;

  @BeforeEach
  void we_are_ada() {
    archive.ownAddress(US);
  }

  @Test
  void a_question_to_us_is_our_move_with_its_evidence() {
    var asked = theyAsk("A meeting", MONDAY);

    assertThat(ledger.ours(id, TUESDAY, 10))
        .singleElement()
        .satisfies(matter -> {
          assertThat(matter.conversation()).isEqualTo(asked);
          assertThat(matter.subject()).isEqualTo("A meeting");
          assertThat(matter.lastAt()).isEqualTo(MONDAY);
          assertThat(matter.move()).isInstanceOf(Move.Ours.class);
          assertThat(matter.move().with()).contains(GRACE);
          assertThat(matter.move().since()).isEqualTo(MONDAY);
        });
    assertThat(ledger.counts(id, TUESDAY)).isEqualTo(new MoveCounts(1, 0, 0, 0, 0, 0));
    assertThat(ledger.move(id, asked)).contains(ledger.ours(id, TUESDAY, 1).getFirst().move());
  }

  @Test
  void who_waits_longest_stands_first_and_a_broken_promise_before_all() {
    var second = theyAsk("Second", MONDAY);
    var third = theyAsk("Third", TUESDAY);
    var broken = archive.conversation("Promised");
    archive.message(broken, US, GRACE, TUESDAY.plusSeconds(60), "I will send it.", PROMISE);
    catchUp.catchUp(id);

    assertThat(ledger.ours(id, MAY, 10))
        .extracting(Matter::conversation)
        .containsExactly(broken, second, third);
    assertThat(ledger.ours(id, MAY, 10)).first().matches(Matter::promiseBroken);
    assertThat(ledger.countBrokenPromises(id, MAY)).isEqualTo(1);
    assertThat(ledger.countBrokenPromises(id, TUESDAY)).isZero();
    assertThat(ledger.openPromises(id, true, 10))
        .singleElement()
        .satisfies(open -> assertThat(open.promise().quote()).isEqualTo("I will send it."));
    assertThat(ledger.openPromises(id, false, 10)).isEmpty();
    assertThat(ledger.overdueDebts(id, MAY, 10)).hasSize(3);
  }

  @Test
  void a_snooze_leaves_our_list_and_comes_back_when_it_is_over() {
    var asked = theyAsk("A meeting", MONDAY);
    var wednesday = MONDAY.plus(Duration.ofDays(2));

    ledger.decide(id, asked, Verdict.SNOOZED, wednesday, "", ADA, TUESDAY);

    assertThat(ledger.ours(id, TUESDAY, 10)).isEmpty();
    assertThat(ledger.scheduled(id, TUESDAY, 10)).hasSize(1);
    assertThat(ledger.ours(id, wednesday, 10)).hasSize(1);
    assertThat(ledger.scheduled(id, wednesday, 10)).isEmpty();
    assertThat(ledger.counts(id, wednesday).ours()).isEqualTo(1);
    assertThat(ledger.openCounts(id, TUESDAY)).isEqualTo(new OpenCounts(0, 0, 1, 0, true));
    assertThat(ledger.openCounts(id, wednesday)).isEqualTo(new OpenCounts(1, 0, 0, 0, true));
    assertThat(ledger.conversationsWith(id, Set.of("ours"), wednesday)).containsExactly(asked);
    assertThat(ledger.conversationsWith(id, Set.of("ours"), TUESDAY)).isEmpty();
  }

  @Test
  void a_decision_wins_and_its_undo_gives_back_what_was() {
    var asked = theyAsk("A meeting", MONDAY);
    var before = ledger.move(id, asked);
    var digest = ledger.digest(id);

    var decision =
        ledger.decide(id, asked, Verdict.SETTLED, null, "We spoke", ADA, TUESDAY).orElseThrow();
    assertThat(ledger.move(id, asked).orElseThrow()).isInstanceOf(Move.Closed.class);
    assertThat(ledger.digest(id)).isNotEqualTo(digest);

    assertThat(ledger.undo(id, decision, TUESDAY)).contains(asked);
    assertThat(ledger.undo(id, decision, TUESDAY)).contains(asked);
    assertThat(ledger.move(id, asked)).isEqualTo(before);
    assertThat(ledger.digest(id)).isEqualTo(digest);
  }

  @Test
  void a_conversation_shows_what_was_decided_of_it() {
    var asked = theyAsk("A meeting", MONDAY);
    ledger.decide(id, asked, Verdict.NOT_MINE, null, " Charles does it ", ADA, TUESDAY);

    var conversation = mail.conversation(id, asked).orElseThrow();
    var standing = ledger.standing(id, conversation).orElseThrow();

    assertThat(standing.decisions())
        .singleElement()
        .satisfies(decision -> {
          assertThat(decision.verdict()).isEqualTo(Verdict.NOT_MINE);
          assertThat(decision.note()).isEqualTo("Charles does it");
        });
    assertThat(standing.debts()).isEmpty();
  }

  @Test
  void a_conversation_that_became_part_of_another_has_no_move() {
    var first = theyAsk("A meeting", MONDAY);
    var second = archive.conversation("Re: A meeting");
    archive.message(second, US, GRACE, TUESDAY, "I will send it.", PROMISE);
    catchUp.catchUp(id);

    archive.merge(second, first);
    catchUp.catchUp(id);

    assertThat(ledger.move(id, second)).isEmpty();
    assertThat(ledger.moves(id, List.of(first, second))).containsOnlyKeys(first);
    assertThat(ledger.openPromises(id, true, 10))
        .singleElement()
        .satisfies(open -> assertThat(open.conversation()).isEqualTo(first));
  }

  @Test
  void a_decision_by_an_old_link_is_one_about_the_conversation_that_lives_on() {
    var first = theyAsk("A meeting", MONDAY);
    var second = theyAsk("Re: A meeting", TUESDAY);
    archive.merge(second, first);
    catchUp.catchUp(id);

    var decision = ledger.decide(id, second, Verdict.SETTLED, null, "", ADA, MAY).orElseThrow();

    assertThat(ledger.move(id, first).orElseThrow()).isInstanceOf(Move.Closed.class);
    assertThat(ledger.undo(id, decision, MAY)).contains(first);
  }

  @Test
  void a_correction_is_kept_as_an_example_of_what_should_have_been_read() {
    var asked = theyAsk("A meeting", MONDAY);
    ledger.decide(id, asked, Verdict.NOT_MINE, null, "", ADA, TUESDAY);
    ledger.decide(id, theyAsk("Another", MONDAY), Verdict.OURS, null, "", ADA, TUESDAY);
    ledger.decide(id, theyAsk("A third", MONDAY), Verdict.SETTLED, null, "", ADA, TUESDAY);

    var agreement = ledger.agreement(id, 10);

    assertThat(agreement.examples()).hasSize(2);
    assertThat(agreement.silent()).isEqualTo(1);
    assertThat(agreement.knownThen()).isEqualTo(2);
    assertThat(agreement.agreedThen()).isEqualTo(1);
    assertThat(agreement.agreesNow()).isEqualTo(1);
    assertThat(agreement.differing())
        .singleElement()
        .satisfies(example -> {
          assertThat(example.conversation()).isEqualTo(asked);
          assertThat(example.userSaid()).isEqualTo("not yours to answer");
          assertThat(example.saidThen()).contains("your move");
          assertThat(example.labelNow()).isEqualTo("ours");
          assertThat(example.now().evidence()).isInstanceOf(Evidence.Words.class);
        });
  }

  @Test
  void an_example_is_judged_by_the_messages_that_there_were() {
    var asked = theyAsk("A meeting", MONDAY);
    ledger.decide(id, asked, Verdict.OURS, null, "", ADA, TUESDAY);

    archive.message(asked, US, GRACE, MAY, "Tuesday works.", "[]");
    catchUp.catchUp(id);

    assertThat(ledger.move(id, asked).orElseThrow()).isNotInstanceOf(Move.Ours.class);
    assertThat(ledger.agreement(id, 10).agreesNow()).isEqualTo(1);
  }

  @Test
  void a_decision_taken_back_is_no_example() {
    var asked = theyAsk("A meeting", MONDAY);
    var decision = ledger.decide(id, asked, Verdict.OURS, null, "", ADA, TUESDAY).orElseThrow();

    ledger.undo(id, decision, TUESDAY);

    assertThat(ledger.agreement(id, 10)).isEqualTo(new Agreement(List.of(), 0));
  }

  @Test
  void a_rebuild_gives_the_same() {
    var asked = theyAsk("A meeting", MONDAY);
    theyAsk("Another", TUESDAY);
    ledger.decide(id, asked, Verdict.SETTLED, null, "", ADA, TUESDAY);
    var digest = ledger.digest(id);
    var counts = ledger.counts(id, MAY);

    ledger.rebuild(id);

    assertThat(ledger.digest(id)).isEqualTo(digest);
    assertThat(ledger.counts(id, MAY)).isEqualTo(counts);
  }

  @Test
  void the_same_mail_in_another_order_has_the_same_digest() {
    theyAsk("A meeting", MONDAY);
    theyAsk("Another", TUESDAY);

    var other = TestWorkspace.fresh();
    var otherArchive = new MailArchive(other);
    otherArchive.ownAddress(US);
    ask(otherArchive, "Another", TUESDAY);
    ask(otherArchive, "A meeting", MONDAY);
    catchUp.catchUp(other.id());

    assertThat(ledger.digest(other.id())).isEqualTo(ledger.digest(id));
  }

  @Test
  void a_foreign_workspace_sees_and_decides_nothing() {
    var asked = theyAsk("A meeting", MONDAY);
    var decision = ledger.decide(id, asked, Verdict.SETTLED, null, "", ADA, TUESDAY).orElseThrow();
    var foreign = TestWorkspace.fresh().id();

    assertThat(ledger.move(foreign, asked)).isEmpty();
    assertThat(ledger.moves(foreign, List.of(asked))).isEmpty();
    assertThat(ledger.seen(foreign, asked)).isEmpty();
    assertThat(ledger.ours(foreign, MAY, 10)).isEmpty();
    assertThat(ledger.theirs(foreign, MAY, 10)).isEmpty();
    assertThat(ledger.scheduled(foreign, MAY, 10)).isEmpty();
    assertThat(ledger.unsure(foreign, MAY, 10)).isEmpty();
    assertThat(ledger.counts(foreign, MAY)).isEqualTo(new MoveCounts(0, 0, 0, 0, 0, 0));
    assertThat(ledger.openPromises(foreign, true, 10)).isEmpty();
    assertThat(ledger.overdueDebts(foreign, MAY, 10)).isEmpty();
    assertThat(ledger.conversationsWith(foreign, Set.of("closed"), MAY)).isEmpty();
    assertThat(ledger.standing(foreign, mail.conversation(id, asked).orElseThrow())).isEmpty();
    assertThat(ledger.decide(foreign, asked, Verdict.OURS, null, "", ADA, MAY)).isEmpty();
    assertThat(ledger.undo(foreign, decision, MAY)).isEmpty();
    assertThat(ledger.agreement(foreign, 10)).isEqualTo(new Agreement(List.of(), 0));
    assertThat(ledger.move(id, asked).orElseThrow()).isInstanceOf(Move.Closed.class);
  }

  private ConversationId theyAsk(String subject, Instant at) {
    var conversation = ask(archive, subject, at);
    catchUp.catchUp(id);
    return conversation;
  }

  private static ConversationId ask(MailArchive archive, String subject, Instant at) {
    var conversation = archive.conversation(subject);
    archive.message(conversation, GRACE, US, at, "Does Tuesday work? " + subject, QUESTION);
    return conversation;
  }
}
