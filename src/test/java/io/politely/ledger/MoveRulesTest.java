package io.politely.ledger;

import static io.politely.ledger.Stories.ADA;
import static io.politely.ledger.Stories.GRACE;
import static io.politely.ledger.Stories.LINUS;
import static io.politely.ledger.Stories.MONDAY;
import static io.politely.ledger.Stories.fold;
import static io.politely.ledger.Stories.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.FolderRole;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The seat is Grace's. */
class MoveRulesTest {

  static final StoredMessage ADA_ASKS =
      message(1).from(ADA).to(GRACE).says(Act.QUESTION, "Does Tuesday work?").built();
  static final StoredMessage GRACE_ASKS =
      message(1).from(GRACE).to(ADA).says(Act.ASK, "Could you send the deck?").built();

  @Test
  void a_question_to_us_is_ours_within_two_business_days() {
    var move = (Move.Ours) fold(ADA_ASKS).move();

    assertThat(move.reason()).isEqualTo("Ada asked you on 2 March 2026 and nobody has answered.");
    assertThat(move.evidence()).isEqualTo(new Evidence.Words(ADA_ASKS.id(), "Does Tuesday work?"));
    assertThat(move.due()).isEqualTo(Instant.parse("2026-03-04T18:00:00Z"));
    assertThat(fold(ADA_ASKS).debts()).extracting(Debt::kind).containsExactly("D1");
  }

  @Test
  void our_question_is_theirs() {
    assertThat(fold(GRACE_ASKS).move()).isInstanceOf(Move.Theirs.class);
  }

  @Test
  void our_answer_settles_their_question() {
    var answer = message(2).from(GRACE).to(ADA).built();

    assertThat(fold(ADA_ASKS, answer).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void thanks_leave_nothing_open() {
    var thanks = message(2).from(ADA).to(GRACE).says(Act.THANKS_ONLY, "Thanks!").built();

    assertThat(fold(GRACE_ASKS, thanks).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void a_remark_of_who_asked_leaves_the_question_open() {
    var remark = message(2).from(ADA).to(GRACE).built();

    assertThat(fold(ADA_ASKS, remark).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_question_to_a_whole_list_is_nobodys() {
    var question =
        message(1).from(ADA).to(Stories.LIST).onList().says(Act.QUESTION, "Who knows?").built();

    assertThat(fold(question).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void a_question_put_by_name_is_ours_even_in_copy() {
    var question =
        message(1)
            .from(ADA)
            .to(LINUS)
            .cc(GRACE)
            .says(Act.QUESTION, "Grace, can you confirm?")
            .built();

    assertThat(fold(question).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_question_to_another_by_name_is_not_ours() {
    var question =
        message(1).from(ADA).to(GRACE, LINUS).says(Act.QUESTION, "Linus, can you confirm?").built();

    assertThat(fold(question).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void a_question_to_a_crowd_is_nobodys() {
    var crowd =
        Stream.concat(
                Stream.of(GRACE),
                IntStream.range(0, 11)
                    .mapToObj(guest -> new EmailAddress("guest" + guest + "@example.net")))
            .toArray(EmailAddress[]::new);
    var question = message(1).to(crowd).says(Act.QUESTION, "Have you read the minutes?").built();

    assertThat(fold(question).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void what_we_note_for_ourselves_promises_nobody_anything() {
    var note = message(1).from(GRACE).to(GRACE).says(Act.PROMISE, "I'll call Ada.").built();

    assertThat(fold(note).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void our_patch_is_theirs_and_their_objection_ours() {
    var patch = message(1).from(GRACE).to(ADA).says(Act.SUBMISSION, "[PATCH] names").built();
    var objection = message(2).from(ADA).to(GRACE).says(Act.OBJECTION, "This is wrong.").built();

    assertThat(fold(patch).move()).isInstanceOf(Move.Theirs.class);
    assertThat(fold(patch, objection).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_promise_of_ours_is_ours_until_it_is_kept() {
    var promise =
        message(1)
            .from(GRACE)
            .to(ADA)
            .says(Act.PROMISE, "I'll send it by Friday.", LocalDate.parse("2026-03-06"))
            .built();
    var delivery = message(2).from(GRACE).to(ADA).built();

    var open = fold(promise);
    assertThat(((Move.Ours) open.move()).due()).isEqualTo(Instant.parse("2026-03-06T18:00:00Z"));
    assertThat(open.debts()).extracting(Debt::kind).containsExactly("D10");
    assertThat(fold(promise, delivery).promises())
        .extracting(Promise::keptBy)
        .containsExactly(delivery.id());
    assertThat(fold(promise, delivery).debts()).isEmpty();
  }

  @Test
  void a_promise_of_theirs_is_theirs_and_due_in_three_business_days() {
    var promise = message(2).from(ADA).to(GRACE).says(Act.PROMISE, "I'll look.").built();

    assertThat(((Move.Theirs) fold(GRACE_ASKS, promise).move()).due())
        .isEqualTo(Instant.parse("2026-03-06T18:00:00Z"));
  }

  @Test
  void thanks_do_not_release_us_from_a_promise() {
    var promise = message(1).from(GRACE).to(ADA).says(Act.PROMISE, "I'll send it.").built();
    var thanks = message(2).from(ADA).to(GRACE).says(Act.THANKS_ONLY, "Great, thanks!").built();
    var release = message(2).from(ADA).to(GRACE).says(Act.DONE, "No need, I found it.").built();

    assertThat(fold(promise, thanks).move()).isInstanceOf(Move.Ours.class);
    assertThat(fold(promise, release).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void a_request_for_a_far_day_is_parked_until_it() {
    var later =
        message(2)
            .from(ADA)
            .to(GRACE)
            .says(Act.ASK, "Ping me in two months.", LocalDate.parse("2026-05-04"))
            .built();

    assertThat(fold(GRACE_ASKS, later).move())
        .isInstanceOfSatisfying(
            Move.Scheduled.class,
            move -> assertThat(move.until()).isEqualTo(Instant.parse("2026-05-04T18:00:00Z")));
  }

  @Test
  void a_deadline_within_the_month_is_no_postponement() {
    var soon =
        message(2)
            .from(ADA)
            .to(GRACE)
            .says(Act.ASK, "By the end of the month, please.", LocalDate.parse("2026-03-30"))
            .built();

    assertThat(fold(soon).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void our_promise_for_a_far_day_is_parked_until_it() {
    var promise =
        message(1)
            .from(GRACE)
            .to(ADA)
            .says(Act.PROMISE, "I will write in six months.", LocalDate.parse("2026-09-02"))
            .built();

    assertThat(fold(promise).move()).isInstanceOf(Move.Scheduled.class);
  }

  @Test
  void a_question_beside_a_postponement_is_for_now() {
    var both =
        message(2)
            .from(ADA)
            .to(GRACE)
            .says(Act.POSTPONEMENT, "Let us talk on the 20th.", LocalDate.parse("2026-03-20"))
            .says(Act.QUESTION, "Could you send the deck before?")
            .built();

    assertThat(fold(both).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_postponement_that_names_no_day_is_for_the_user_to_date() {
    var later = message(2).from(ADA).to(GRACE).says(Act.POSTPONEMENT, "Not now.").built();

    assertThat(fold(GRACE_ASKS, later).move())
        .isInstanceOfSatisfying(
            Move.Unsure.class,
            move ->
                assertThat(move.reason())
                    .isEqualTo("Ada put it off on 3 March 2026 and named no day."));
  }

  @Test
  void an_answer_that_commits_to_nothing_is_unsure() {
    var vague = message(2).from(ADA).to(GRACE).text("Interesting. Hm.").built();
    var clear = message(2).from(ADA).to(GRACE).text("We chose the blue one.").built();

    assertThat(fold(GRACE_ASKS, vague).move()).isInstanceOf(Move.Unsure.class);
    assertThat(fold(GRACE_ASKS, clear).move()).isInstanceOf(Move.Nobodys.class);
    assertThat(fold(ADA_ASKS, vague).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void two_words_out_of_nowhere_are_unsure() {
    var terse = message(1).from(ADA).to(GRACE).text("As discussed.").built();

    assertThat(fold(terse).move()).isInstanceOf(Move.Unsure.class);
  }

  @Test
  void whoever_is_away_is_waited_for_until_the_return() {
    var away =
        message(2)
            .from(ADA)
            .to(GRACE)
            .kind(Kind.AUTOMATIC_REPLY)
            .says(Act.POSTPONEMENT, "Away until the 20th.", LocalDate.parse("2026-03-20"))
            .built();
    var back = message(3).from(ADA).to(GRACE).says(Act.QUESTION, "Which deck?").built();

    assertThat(fold(GRACE_ASKS, away).move())
        .isInstanceOfSatisfying(
            Move.Scheduled.class,
            move -> assertThat(move.reason()).isEqualTo("Ada is away until 20 March 2026."));
    assertThat(fold(ADA_ASKS, away).move()).isInstanceOf(Move.Ours.class);
    assertThat(fold(GRACE_ASKS, away, back).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_program_that_says_it_is_over_ends_the_waiting() {
    var closed =
        message(2)
            .from(ADA)
            .to(GRACE)
            .kind(Kind.AUTOMATIC_REPLY)
            .says(Act.DONE, "Your request has been closed.")
            .built();

    assertThat(fold(GRACE_ASKS, closed).move())
        .isInstanceOfSatisfying(
            Move.Nobodys.class,
            move ->
                assertThat(move.reason())
                    .isEqualTo("An automatic reply of 3 March 2026 says that it is over."));
    assertThat(fold(ADA_ASKS, closed).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_program_that_wants_something_done_makes_it_ours() {
    var form =
        message(2)
            .from(ADA)
            .to(GRACE)
            .kind(Kind.AUTOMATIC_REPLY)
            .says(Act.ASK, "Please complete the form.")
            .built();

    assertThat(fold(GRACE_ASKS, form).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_meeting_called_off_is_ours_to_set_again_unless_another_time_is_named() {
    var off = message(2).from(ADA).to(GRACE).says(Act.CANCELLATION, "I have to cancel.").built();
    var moved =
        message(2)
            .from(ADA)
            .to(GRACE)
            .says(Act.CANCELLATION, "I have to cancel.")
            .says(Act.SCHEDULING, "Let's say Friday at 10.", LocalDate.parse("2026-03-06"))
            .built();

    assertThat(fold(GRACE_ASKS, off).move())
        .isInstanceOfSatisfying(
            Move.Ours.class,
            move ->
                assertThat(move.reason()).isEqualTo("Ada called off the meeting on 3 March 2026."));
    assertThat(fold(GRACE_ASKS, moved).move()).isInstanceOf(Move.Scheduled.class);
  }

  @Test
  void being_in_touch_on_a_day_is_scheduled_but_an_answer_owed_by_then_is_ours() {
    var friday = LocalDate.parse("2026-03-06");
    var later =
        message(2).from(GRACE).to(ADA).says(Act.PROMISE, "I'll be in touch on Friday.", friday);
    var deadline =
        message(2).from(GRACE).to(ADA).says(Act.PROMISE, "I'll be in touch by Friday.", friday);

    assertThat(fold(later.built()).move()).isInstanceOf(Move.Scheduled.class);
    assertThat(fold(ADA_ASKS, later.built()).move()).isInstanceOf(Move.Ours.class);
    assertThat(fold(deadline.built()).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_time_that_we_confirm_parks_it() {
    var confirmed =
        message(2)
            .from(GRACE)
            .to(ADA)
            .says(Act.SCHEDULING, "Talk to you on Friday.", LocalDate.parse("2026-03-06"))
            .built();

    assertThat(fold(ADA_ASKS, confirmed).move()).isInstanceOf(Move.Scheduled.class);
  }

  @Test
  void a_copy_to_ourselves_is_no_reply() {
    var copy = message(2).from(GRACE).to(ADA).cc(GRACE).in(Set.of(FolderRole.INBOX)).built();

    assertThat(fold(GRACE_ASKS, copy).move()).isInstanceOf(Move.Theirs.class);
  }

  @Test
  void a_draft_answers_nothing() {
    var draft = message(2).from(GRACE).to(ADA).in(Set.of(FolderRole.DRAFTS)).built();

    assertThat(fold(ADA_ASKS, draft).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void an_automatic_reply_leaves_the_move_with_them() {
    var away = message(2).from(ADA).to(GRACE).kind(Kind.AUTOMATIC_REPLY).built();

    assertThat(fold(GRACE_ASKS, away)).isEqualTo(fold(GRACE_ASKS));
  }

  @Test
  void a_settled_conversation_stays_closed_until_somebody_asks_again() {
    var settled = decision(Decision.Verdict.SETTLED, null);
    var thanks = message(2).from(ADA).to(GRACE).says(Act.THANKS_ONLY, "Thanks!").built();
    var again = message(3).from(ADA).to(GRACE).says(Act.QUESTION, "And Friday?").built();

    assertThat(fold(List.of(settled), ADA_ASKS).move()).isInstanceOf(Move.Closed.class);
    assertThat(fold(List.of(settled), ADA_ASKS, thanks).move()).isInstanceOf(Move.Closed.class);
    assertThat(fold(List.of(settled), ADA_ASKS, again).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void a_reply_ends_a_snooze() {
    var later = Instant.parse("2026-03-20T09:00:00Z");
    var snooze = decision(Decision.Verdict.SNOOZED, later);
    var reply = message(2).from(ADA).to(GRACE).built();

    assertThat(fold(List.of(snooze), ADA_ASKS).move())
        .isInstanceOfSatisfying(
            Move.Scheduled.class, move -> assertThat(move.until()).isEqualTo(later));
    assertThat(fold(List.of(snooze), ADA_ASKS, reply).move()).isInstanceOf(Move.Ours.class);
  }

  @Test
  void reopening_lets_the_messages_speak_again() {
    var settled = decision(Decision.Verdict.SETTLED, null);
    var reopened =
        new Decision(
            new UUID(0, 2),
            ADA_ASKS.id(),
            Decision.Verdict.REOPENED,
            null,
            "",
            new UUID(0, 9),
            MONDAY.plusSeconds(7200),
            null);

    assertThat(fold(List.of(settled, reopened), ADA_ASKS).move()).isInstanceOf(Move.Ours.class);
  }

  private static Decision decision(Decision.Verdict verdict, @Nullable Instant until) {
    return new Decision(
        new UUID(0, 1),
        ADA_ASKS.id(),
        verdict,
        until,
        "",
        new UUID(0, 9),
        MONDAY.plusSeconds(3600),
        null);
  }
}
