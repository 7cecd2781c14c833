package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.interviews.DebriefRules.Met;
import io.politely.interviews.DebriefRules.Put;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DebriefRulesTest {

  private static final Instant MONDAY = Instant.parse("2026-06-22T15:00:00Z");
  private static final Met DANA = new Met("0198-dana", "Dana Scott");
  private static final Met GRACE = new Met("0198-grace", "Grace Hopper");

  private final DebriefBank bank = new DebriefBankFile().bank();
  private final DebriefRules rules = rules(Seat.SEEKER, DANA, GRACE);

  @ParameterizedTest
  @EnumSource(Seat.class)
  void the_short_path_has_twelve_questions_at_most_and_the_one(Seat seat) {
    var asked = rules(seat, DANA, GRACE).questions(true, List.of());

    assertThat(asked).hasSizeLessThanOrEqualTo(DebriefBank.MOST_SHORT + 1);
    assertThat(asked.getLast().question().key()).isEqualTo(DebriefBank.LAST);
  }

  @Test
  void a_question_that_depends_on_another_is_asked_after_its_answer_alone() {
    assertThat(keys(rules.questions(false, List.of()))).doesNotContain("arrival.late-why");

    assertThat(keys(rules.questions(false, List.of(said("arrival.early", "Late")))))
        .contains("arrival.late-why");
    assertThat(keys(rules.questions(false, List.of(said("arrival.early", "On time")))))
        .doesNotContain("arrival.late-why");
  }

  @Test
  void any_answer_is_enough_where_any_is_waited_for_but_none_skipped() {
    assertThat(keys(rules.questions(false, List.of(said("concerns.said", "too senior")))))
        .contains("concerns.answered");
    assertThat(
            keys(
                rules.questions(
                    false, List.of(new DebriefAnswer("concerns.said", "", "", true, MONDAY)))))
        .doesNotContain("concerns.answered");
  }

  @Test
  void what_concerns_each_is_asked_of_everybody_who_was_there() {
    assertThat(texts(rules.questions(false, List.of())))
        .contains("What matters most to Dana Scott?", "What matters most to Grace Hopper?");

    var told = List.of(said("people.met", "0198-grace\nIvan Novak, head of design"));
    assertThat(texts(rules.questions(false, told)))
        .contains("What matters most to Grace Hopper?", "What matters most to Ivan Novak?")
        .doesNotContain("What matters most to Dana Scott?");
  }

  @Test
  void what_did_not_take_place_asks_nothing_more_than_why() {
    var off = List.of(said("held.took-place", "no"));

    assertThat(rules.questions(false, off))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.question().part()).isEqualTo("held"));
    assertThat(rules.isClosedByGate(off)).isTrue();
    assertThat(rules.isDone(off)).isFalse();
    var all = new ArrayList<>(off);
    all.add(said("held.why-not", "They did not come"));
    all.add(said("held.told-why", "ill"));
    all.add(said("held.new-date", "no"));
    assertThat(rules.isDone(all)).isTrue();
  }

  @Test
  void the_next_is_the_first_open_one_after_the_one_just_answered() {
    var first = rules.next(true, List.of(), "", "").orElseThrow();
    assertThat(first.question().key()).isEqualTo("held.took-place");

    var corrected =
        List.of(said("held.took-place", "yes"), said("people.met", ""), said("landed.best", "x"));
    assertThat(rules.next(true, corrected, "landed.best", "").orElseThrow().question().key())
        .isEqualTo("priorities.first");
  }

  @Test
  void what_was_left_open_before_comes_at_the_end() {
    var answers = new ArrayList<DebriefAnswer>();
    for (var put : rules.questions(true, List.of())) {
      if (!put.question().key().equals("priorities.first")) {
        answers.add(new DebriefAnswer(put.question().key(), put.about(), "yes", false, MONDAY));
      }
    }

    var met = answers.stream().filter(it -> !it.question().equals("people.met")).toList();
    assertThat(
            rules
                .next(
                    true,
                    with(met, said("people.met", "0198-dana\n0198-grace")),
                    DebriefBank.LAST,
                    "")
                .orElseThrow()
                .question()
                .key())
        .isEqualTo("priorities.first");
  }

  @Test
  void every_question_is_reached_by_some_answers() {
    for (var seat : Seat.values()) {
      var reached = new HashSet<String>();
      for (var question : bank.of(seat)) {
        var answers = new ArrayList<DebriefAnswer>();
        var at = question.when();
        while (at != null) {
          var value = at.is().getFirst();
          answers.add(said(at.question(), value.equals("*") ? "something" : value));
          at = bank.question(at.question()).orElseThrow().when();
        }
        reached.addAll(keys(rules(seat, DANA).questions(false, answers)));
      }
      assertThat(reached)
          .containsAll(bank.of(seat).stream().map(DebriefBank.Question::key).toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YES|YES",
        "yes.|YES",
        "Yes!|YES",
        "no|NO",
        "NO.|NO",
        "Probably|NOT_A_YES",
        "Yes, if I can work from home|NOT_A_YES",
        "I think so|NOT_A_YES",
        "Yes and no|NOT_A_YES",
        "not yet|NOT_A_YES",
        "no, unless they move the office|NOT_A_YES"
      })
  void anything_but_the_bare_words_is_not_a_yes(String answer, Commitment commitment) {
    assertThat(Commitment.in(answer)).isEqualTo(commitment);
  }

  @ParameterizedTest
  @CsvSource({"1,FRESH", "120,FRESH", "121,SAME_DAY", "1440,SAME_DAY", "1441,FADED"})
  void a_memory_fades(long minutes, Memory memory) {
    assertThat(Memory.of(Duration.ofMinutes(minutes))).isEqualTo(memory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "base 150k|150,000 at least|false",
        "base 150k|165.000 €|true",
        "four weeks|1 month|false",
        "three months|30 days|true",
        "between 90 and 100|130|true",
        "between 90 and 100|100 thousand|false",
        "to Nora, 3 June: 70 to 75|82,000|true",
        "they let the team go|the firm was sold|false",
        "120 000|€120,000 plus bonus|false",
        "1.250,50|1250.50|false"
      })
  void figures_contradict_each_other_where_none_is_shared(
      String one, String other, boolean contradict) {
    assertThat(ContradictionRules.contradict(one, other)).isEqualTo(contradict);
    assertThat(ContradictionRules.contradict(other, one)).isEqualTo(contradict);
  }

  private DebriefRules rules(Seat seat, Met... invited) {
    return new DebriefRules(bank, seat, List.of(invited));
  }

  private static DebriefAnswer said(String question, String words) {
    return new DebriefAnswer(question, "", words, words.isEmpty(), MONDAY);
  }

  private static List<DebriefAnswer> with(List<DebriefAnswer> some, DebriefAnswer one) {
    var all = new ArrayList<>(some);
    all.add(one);
    return all;
  }

  private static List<String> keys(List<Put> asked) {
    return asked.stream().map(it -> it.question().key()).toList();
  }

  private static List<String> texts(List<Put> asked) {
    return asked.stream().map(Put::text).toList();
  }
}
