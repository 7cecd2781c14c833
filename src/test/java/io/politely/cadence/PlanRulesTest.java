package io.politely.cadence;

import static io.politely.cadence.Plans.LONDON;
import static io.politely.cadence.Plans.NEW_YORK;
import static io.politely.cadence.Plans.RULES;
import static io.politely.cadence.Plans.answer;
import static io.politely.cadence.Plans.mail;
import static io.politely.cadence.Plans.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.PlanRules.Projected;
import io.politely.reading.Intent;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanRulesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T09:00:00Z");

  private static final Touched FIRST = mail("2026-03-02T09:00:00Z");

  @Test
  void the_first_letter_to_a_prospect_can_leave_at_once_and_brings_something() {
    var next = touch(Plans.of("S1", MONDAY, List.of(), List.of()), MONDAY);
    assertThat(next.number()).isEqualTo(1);
    assertThat(next.earliest()).isEqualTo(MONDAY);
    assertThat(next.needsValue()).isTrue();
  }

  @Test
  void a_second_letter_waits_three_business_days() {
    var next = touch(Plans.of("S1", MONDAY, List.of(FIRST), List.of()), TUESDAY);
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.earliest()).isEqualTo("2026-03-05T08:00:00Z");
    assertThat(next.reason())
        .isEqualTo(
            "No answer since Monday, 2 March. After 3 business days another one is polite: 2 of"
                + " 3.");
  }

  @Test
  void business_days_are_those_of_the_recipient() {
    // Monday, 25 May 2026 is a bank holiday in London and Memorial Day in New York.
    var friday = mail("2026-05-22T10:00:00Z");
    var next = touch(Plans.of("S1", friday.at(), List.of(friday), List.of()), friday.at());
    assertThat(next.earliest()).isEqualTo("2026-05-28T07:00:00Z");
    // Good Friday is a day of work in New York.
    var wednesday = mail("2026-04-01T14:00:00Z");
    var there =
        Plans.at(
            Plans.of("S1", wednesday.at(), List.of(wednesday), List.of()), NEW_YORK, Rank.MANAGER);
    assertThat(touch(there, wednesday.at()).earliest()).isEqualTo("2026-04-06T12:00:00Z");
  }

  @Test
  void the_clock_that_is_set_forward_moves_no_morning() {
    // Clocks in London go forward on 29 March 2026.
    var thursday = mail("2026-03-26T09:00:00Z");
    var next = touch(Plans.of("S1", thursday.at(), List.of(thursday), List.of()), thursday.at());
    assertThat(next.earliest()).isEqualTo("2026-03-31T07:00:00Z");
    assertThat(next.best()).isEqualTo("2026-03-31T08:00:00Z");
  }

  @Test
  void a_friday_is_left_for_a_better_day() {
    var tuesday = mail("2026-03-03T10:00:00Z");
    var next = touch(Plans.of("S1", tuesday.at(), List.of(tuesday), List.of()), tuesday.at());
    assertThat(next.earliest()).isEqualTo("2026-03-06T08:00:00Z");
    assertThat(next.best()).isEqualTo("2026-03-09T09:00:00Z");
  }

  @Test
  void any_human_reply_gives_the_move_to_us() {
    for (var intent :
        List.of(Intent.QUESTION, Intent.REQUEST, Intent.INTERESTED, Intent.OFFER, Intent.FYI)) {
      var facts =
          Plans.of("S1", MONDAY, List.of(FIRST), List.of(reply("2026-03-03T10:00:00Z", intent)));
      assertThat(RULES.next(facts, NEXT_MONDAY)).isInstanceOf(Next.Answer.class);
    }
  }

  @Test
  void a_colleague_who_answers_for_them_counts_as_their_answer() {
    var colleague =
        new Heard(
            Instant.parse("2026-03-03T10:00:00Z"),
            Heard.Kind.REPLY,
            Intent.QUESTION,
            null,
            null,
            true);
    var next = RULES.next(Plans.of("S1", MONDAY, List.of(FIRST), List.of(colleague)), NEXT_MONDAY);
    assertThat(next).isInstanceOf(Next.Answer.class);
    assertThat(next.reason())
        .isEqualTo("Somebody answered for them on Tuesday, 3 March: the move is yours.");
  }

  @Test
  void after_our_answer_the_plan_goes_on_from_it() {
    var facts =
        Plans.of(
            "S1",
            MONDAY,
            List.of(FIRST, answer("2026-03-04T10:00:00Z")),
            List.of(reply("2026-03-03T10:00:00Z", Intent.QUESTION)));
    var next = touch(facts, Instant.parse("2026-03-05T09:00:00Z"));
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.earliest()).isEqualTo("2026-03-09T08:00:00Z");
  }

  @Test
  void a_stop_ends_it_for_ever() {
    var facts =
        Plans.of("S1", MONDAY, List.of(FIRST), List.of(reply("2026-03-03T10:00:00Z", Intent.STOP)));
    assertThat(RULES.next(facts, NEXT_MONDAY))
        .isEqualTo(
            new Next.Over(
                Next.End.STOPPED, "They asked for no further contact on Tuesday, 3 March."));
    var listed =
        Plans.not(
            Plans.of("S1", MONDAY, List.of(FIRST), List.of()),
            "They asked for it.",
            "",
            Set.of(Channel.EMAIL));
    assertThat(end(RULES.next(listed, NEXT_MONDAY))).isEqualTo(Next.End.STOPPED);
  }

  @Test
  void a_no_ends_it() {
    for (var intent : List.of(Intent.NOT_INTERESTED, Intent.REJECTION)) {
      var facts =
          Plans.of("S1", MONDAY, List.of(FIRST), List.of(reply("2026-03-03T10:00:00Z", intent)));
      assertThat(end(RULES.next(facts, NEXT_MONDAY))).isEqualTo(Next.End.DECLINED);
    }
  }

  @Test
  void who_declined_is_left_in_peace_for_half_a_year_whoever_begins_again() {
    var declined = reply("2026-03-03T10:00:00Z", Intent.NOT_INTERESTED);
    var again =
        Plans.of("S1", Instant.parse("2026-04-01T09:00:00Z"), List.of(FIRST), List.of(declined));
    assertThat(touch(again, again.startedAt()).earliest())
        .isAfter(Instant.parse("2026-08-15T00:00:00Z"));
  }

  @Test
  void somebody_else_whom_they_name_is_written_to_instead() {
    var facts =
        Plans.of(
            "S1",
            MONDAY,
            List.of(FIRST),
            List.of(reply("2026-03-03T10:00:00Z", Intent.WRONG_PERSON)));
    assertThat(end(RULES.next(facts, NEXT_MONDAY))).isEqualTo(Next.End.REFERRED);
  }

  @Test
  void not_now_until_a_day_is_kept_to_the_day() {
    var later = reply("2026-03-03T10:00:00Z", Intent.NOT_NOW, "2026-05-11");
    var next = touch(Plans.of("S1", MONDAY, List.of(FIRST), List.of(later)), NEXT_MONDAY);
    assertThat(next.earliest()).isEqualTo("2026-05-11T07:00:00Z");
    assertThat(next.reason()).startsWith("They asked you to come back: 11 May 2026 is the day.");
    assertThat(next.needsValue()).isTrue();
  }

  @Test
  void not_now_without_a_day_rests_sixty_business_days() {
    var later = reply("2026-03-03T10:00:00Z", Intent.NOT_NOW);
    var next = touch(Plans.of("S1", MONDAY, List.of(FIRST), List.of(later)), NEXT_MONDAY);
    assertThat(Plans.in(LONDON).date(next.earliest())).isEqualTo("2026-05-29");
  }

  @Test
  void thanks_do_not_wake_a_snooze() {
    var later = reply("2026-03-03T10:00:00Z", Intent.NOT_NOW, "2026-05-11");
    var thanks = reply("2026-03-04T10:00:00Z", Intent.THANKS_ONLY);
    var answered = answer("2026-03-03T12:00:00Z");
    var next =
        touch(
            Plans.of("S1", MONDAY, List.of(FIRST, answered), List.of(later, thanks)), NEXT_MONDAY);
    assertThat(next.earliest()).isEqualTo("2026-05-11T07:00:00Z");
  }

  @Test
  void a_later_word_of_theirs_takes_a_not_now_back() {
    var later = reply("2026-03-03T10:00:00Z", Intent.NOT_NOW, "2026-05-11");
    var after = reply("2026-03-10T10:00:00Z", Intent.QUESTION);
    var next =
        RULES.next(Plans.of("S1", MONDAY, List.of(FIRST), List.of(later, after)), NEXT_MONDAY);
    assertThat(next).isInstanceOf(Next.Answer.class);
  }

  @Test
  void who_is_away_is_written_to_a_business_day_after_they_are_back() {
    var away =
        new Heard(
            Instant.parse("2026-03-02T09:01:00Z"),
            Heard.Kind.ABSENCE,
            null,
            LocalDate.parse("2026-03-16"),
            null,
            false);
    var next = touch(Plans.of("S1", MONDAY, List.of(FIRST), List.of(away)), NEXT_MONDAY);
    assertThat(next.earliest()).isEqualTo("2026-03-17T08:00:00Z");
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.reason()).contains("They are away, back on Monday, 16 March");
  }

  @Test
  void a_day_that_they_promised_is_waited_for_and_one_more() {
    var promise =
        new Heard(
            Instant.parse("2026-03-03T10:00:00Z"),
            Heard.Kind.REPLY,
            Intent.PROMISE,
            null,
            LocalDate.parse("2026-03-20"),
            false);
    var next = touch(Plans.of("J2", MONDAY, List.of(FIRST), List.of(promise)), NEXT_MONDAY);
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.earliest()).isEqualTo("2026-03-23T08:00:00Z");
  }

  @Test
  void a_receipt_that_names_six_weeks_is_believed() {
    var receipt =
        new Heard(
            Instant.parse("2026-03-02T09:01:00Z"),
            Heard.Kind.AUTOMATIC,
            null,
            null,
            LocalDate.parse("2026-04-13"),
            false);
    var facts = Plans.of("J1", MONDAY, List.of(FIRST), List.of(receipt));
    assertThat(RULES.next(facts, NEXT_MONDAY)).isInstanceOf(Next.Touch.class);
    assertThat(Plans.in(LONDON).date(touch(facts, NEXT_MONDAY).earliest())).isEqualTo("2026-04-14");
  }

  @Test
  void a_meeting_that_is_agreed_on_suppresses_follow_ups_until_it_is_over() {
    var meets = reply("2026-03-03T10:00:00Z", Intent.SCHEDULING, "2026-03-12");
    var facts =
        Plans.of("S1", MONDAY, List.of(FIRST, answer("2026-03-03T11:00:00Z")), List.of(meets));
    assertThat(RULES.next(facts, NEXT_MONDAY))
        .isEqualTo(
            new Next.Wait(
                Instant.parse("2026-03-13T08:00:00Z"),
                "You meet on Thursday, 12 March: nothing is sent before it is over."));
  }

  @Test
  void a_talk_ends_the_follow_ups_and_asks_what_was_agreed() {
    var talk =
        new Heard(Instant.parse("2026-03-04T10:00:00Z"), Heard.Kind.TALK, null, null, null, false);
    assertThat(RULES.next(Plans.of("S1", MONDAY, List.of(FIRST), List.of(talk)), NEXT_MONDAY))
        .isInstanceOf(Next.Answer.class);
  }

  @Test
  void keeping_in_touch_is_as_seldom_as_the_user_wants_it_and_never_more_often_than_polite() {
    var keeping = Plans.row("N1");

    assertThat(keeping.leastEvery()).isEqualTo(60);
    assertThat(keeping.every(90).steps())
        .extracting(Situation.Step::gap)
        .containsExactly(90, 90, 90, 90);
    assertThat(keeping.every(90).closureAfter()).isEqualTo(90);
    assertThat(keeping.every(10)).isEqualTo(keeping);
    assertThat(keeping.every(null)).isEqualTo(keeping);
    assertThat(Plans.row("S1").every(90)).isEqualTo(Plans.row("S1"));
  }

  @Test
  void a_talk_begins_the_clock_of_keeping_in_touch_anew() {
    var talk =
        new Heard(Instant.parse("2026-03-04T10:00:00Z"), Heard.Kind.TALK, null, null, null, false);
    var next = touch(Plans.of("N1", MONDAY, List.of(), List.of(talk)), NEXT_MONDAY);
    assertThat(Plans.in(LONDON).date(next.earliest())).isEqualTo("2026-06-01");
    assertThat(next.askMinutes()).isZero();
  }

  @Test
  void a_letter_that_we_write_by_hand_moves_the_next_one() {
    var byHand = mail("2026-03-04T15:00:00Z");
    var next = touch(Plans.of("S1", MONDAY, List.of(FIRST, byHand), List.of()), NEXT_MONDAY);
    assertThat(next.number()).isEqualTo(3);
    assertThat(Plans.in(LONDON).date(next.earliest())).isEqualTo("2026-03-11");
  }

  @Test
  void a_bounce_asks_for_an_address_and_is_no_touch() {
    var facts = Plans.not(Plans.of("S1", MONDAY, List.of(), List.of()), "", "", Set.of());
    assertThat(RULES.next(facts, MONDAY)).isInstanceOf(Next.FixAddress.class);
  }

  @Test
  void a_position_that_is_filled_ends_it() {
    var facts =
        Plans.not(
            Plans.of("J1", MONDAY, List.of(), List.of()),
            "",
            "The position was filled.",
            Set.of(Channel.EMAIL));
    assertThat(RULES.next(facts, NEXT_MONDAY))
        .isEqualTo(new Next.Over(Next.End.SETTLED, "The position was filled."));
  }

  @Test
  void a_chief_executive_gets_two_letters() {
    var facts =
        Plans.at(
            Plans.of("X1", MONDAY, List.of(FIRST, mail("2026-03-09T09:00:00Z")), List.of()),
            LONDON,
            Rank.C_LEVEL);
    assertThat(RULES.next(facts, Instant.parse("2026-03-10T09:00:00Z")))
        .isInstanceOf(Next.Wait.class);
  }

  @Test
  void when_the_letters_are_spent_somebody_who_knows_them_is_asked() {
    var touched = List.of(FIRST, mail("2026-03-05T09:00:00Z"), mail("2026-03-12T09:00:00Z"));
    var facts = Plans.asked(Plans.of("S1", MONDAY, touched, List.of()), false, null);
    var next = RULES.next(facts, Instant.parse("2026-03-13T09:00:00Z"));
    assertThat(next).isInstanceOf(Next.AskConnector.class);
    assertThat(next.reason())
        .isEqualTo(
            "3 touches went unanswered. One more from you would press; somebody who knows them"
                + " would not: ask who does.");
  }

  @Test
  void then_a_last_word_keeps_the_door_open_and_silence_is_the_answer() {
    var plan =
        RULES.project(
            Plans.of("S1", MONDAY, List.of(), List.of()),
            MONDAY,
            Instant.parse("2026-05-31T00:00:00Z"));
    assertThat(plan.stream().map(Projected::next).map(Object::getClass))
        .containsExactly(
            Next.Touch.class,
            Next.Touch.class,
            Next.Touch.class,
            Next.Close.class,
            Next.Over.class);
    assertThat(end(plan.getLast().next())).isEqualTo(Next.End.SILENT);
  }

  @Test
  void after_a_cold_application_a_last_word_is_offered_once_silence_is_the_answer() {
    var asked = List.of(mail("2026-03-09T09:00:00Z"), mail("2026-03-18T09:00:00Z"));
    var facts = Plans.of("J1", MONDAY, asked, List.of());
    var silent = Instant.parse("2026-04-02T10:00:00Z");
    assertThat(end(RULES.next(facts, silent))).isEqualTo(Next.End.SILENT);

    var offered = RULES.lastWord(facts, silent).orElseThrow();

    assertThat(offered.earliest()).isEqualTo(silent);
    assertThat(offered.after().value()).isLessThan(Plans.POLICY.caps().red());
    assertThat(RULES.lastWord(facts, Instant.parse("2026-03-30T10:00:00Z"))).isEmpty();
    assertThat(RULES.lastWord(facts, Instant.parse("2026-05-04T10:00:00Z"))).isEmpty();
    assertThat(RULES.lastWord(facts.with(facts.history(), true), silent)).isEmpty();
  }

  @Test
  void whoever_answered_or_is_stopped_gets_no_last_word() {
    var asked = List.of(mail("2026-03-09T09:00:00Z"), mail("2026-03-18T09:00:00Z"));
    var silent = Instant.parse("2026-04-02T10:00:00Z");
    var answered =
        Plans.of("J1", MONDAY, asked, List.of(reply("2026-04-02T08:00:00Z", Intent.QUESTION)));
    var facts = Plans.of("J1", MONDAY, asked, List.of());

    assertThat(RULES.lastWord(answered, silent)).isEmpty();
    assertThat(RULES.lastWord(Plans.not(facts, "Enough.", "", Set.of(Channel.EMAIL)), silent))
        .isEmpty();
    assertThat(RULES.lastWord(Plans.of("S1", MONDAY, asked, List.of()), silent)).isEmpty();
  }

  @Test
  void a_plan_that_nobody_answers_never_turns_red_and_keeps_its_distance() {
    for (var row : Plans.POLICY.situations().keySet()) {
      for (var rank : Rank.values()) {
        var facts = Plans.at(Plans.of(row, MONDAY, List.of(), List.of()), NEW_YORK, rank);
        var plan = RULES.project(facts, MONDAY, Instant.parse("2027-12-31T00:00:00Z"));
        assertThat(plan).isNotEmpty();
        for (var one : plan) {
          if (one.next() instanceof Next.Touch touch) {
            assertThat(touch.after().value()).isLessThan(Plans.POLICY.caps().red());
            assertThat(Plans.in(NEW_YORK).isAtWork(touch.best())).isTrue();
          }
        }
      }
    }
  }

  @Test
  void hours_with_a_break_are_kept() {
    var hours = WorkingHours.typed("9-13, 15:30-18").orElseThrow();
    var facts = Plans.of("S1", MONDAY, List.of(), List.of());
    var split =
        new Facts(
            facts.situation(),
            facts.startedAt(),
            null,
            null,
            facts.history(),
            new TheirTime(LONDON, hours),
            facts.rank(),
            0,
            "",
            "",
            facts.reachable(),
            true,
            false,
            null);
    var afternoon = Instant.parse("2026-03-02T13:30:00Z");
    assertThat(touch(split, afternoon).best()).isEqualTo("2026-03-02T15:30:00Z");
  }

  @Test
  void whoever_answers_late_is_given_time_but_not_without_end() {
    var facts = Plans.of("S1", MONDAY, List.of(FIRST), List.of());
    var gap = touch(facts, NEXT_MONDAY).earliest();
    var dayLater = gap.plus(1, ChronoUnit.DAYS);

    assertThat(touch(Plans.polite(facts, dayLater), NEXT_MONDAY).earliest()).isEqualTo(dayLater);
    assertThat(touch(Plans.polite(facts, gap.minus(1, ChronoUnit.DAYS)), NEXT_MONDAY).earliest())
        .isEqualTo(gap);
    assertThat(touch(Plans.polite(facts, gap.plus(90, ChronoUnit.DAYS)), NEXT_MONDAY).earliest())
        .isAfter(dayLater)
        .isBefore(gap.plus(8, ChronoUnit.DAYS));
  }

  @Test
  void what_the_user_set_off_stays_off_until_then() {
    var facts =
        Plans.asked(
            Plans.of("S1", MONDAY, List.of(FIRST), List.of()), true, LocalDate.parse("2026-04-20"));
    assertThat(touch(facts, NEXT_MONDAY).earliest()).isEqualTo("2026-04-20T07:00:00Z");
  }

  @Test
  void bigger_asks_without_news_need_something_of_value() {
    var touched = new ArrayList<Touched>();
    touched.add(mail("2026-03-02T09:00:00Z", 60, ValueKind.NONE));
    var next = touch(Plans.of("J4", MONDAY, touched, List.of()), NEXT_MONDAY);
    assertThat(next.needsValue()).isTrue();
  }

  private static Next.Touch touch(Facts facts, Instant now) {
    return (Next.Touch) RULES.next(facts, now);
  }

  private static Next.End end(Next next) {
    return ((Next.Over) next).end();
  }
}
