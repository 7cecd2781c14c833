package io.politely.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonRulesTest {

  private static final boolean LIKELIER = true;
  private static final boolean LESS_LIKELY = false;

  private final Map<Feature, Double> letter = new EnumMap<>(Feature.class);

  @Test
  void of_a_first_letter_nobody_says_that_others_were_not_answered() {
    with(Feature.FIRST_LETTER, 1);

    assertThat(said(Reason.PAIR, LESS_LIKELY)).isEqualTo("You have not written to them before.");
  }

  @Test
  void who_answered_some_letters_is_not_said_to_have_left_them_unanswered() {
    with(Feature.PAIR_KNOWN, 0.9);
    with(Feature.PAIR_RATE, -0.4);
    with(Feature.STREAK, 1 / 3.0);

    assertThat(said(Reason.PAIR, LESS_LIKELY))
        .isEqualTo("They answer you less often than they answer others.");
    assertThat(said(Reason.PAIR, LIKELIER)).isEqualTo("They have answered you before.");
  }

  @Test
  void two_letters_in_a_row_without_an_answer_are_the_last_letters() {
    with(Feature.STREAK, 2 / 3.0);

    assertThat(said(Reason.PAIR, LESS_LIKELY)).isEqualTo("They left your last letters unanswered.");
  }

  @Test
  void who_never_answered_has_not_answered_before() {
    with(Feature.NEVER_ANSWERED, 1);

    assertThat(said(Reason.PAIR, LESS_LIKELY)).isEqualTo("They have not answered you so far.");
    assertThat(said(Reason.PAIR, LIKELIER)).isEqualTo("You have written to them before.");
  }

  @Test
  void who_wrote_months_ago_does_not_write_lately() {
    assertThat(said(Reason.ACTIVITY, LIKELIER)).isEqualTo("They have written before.");
    assertThat(said(Reason.ACTIVITY, LESS_LIKELY))
        .isEqualTo("They have not been heard of for a month.");
  }

  @Test
  void who_wrote_this_week_is_no_reason_against_an_answer() {
    with(Feature.WROTE_IN_A_WEEK, 1);

    assertThat(said(Reason.ACTIVITY, LIKELIER)).isEqualTo("They wrote within the last week.");
    assertThat(said(Reason.ACTIVITY, LESS_LIKELY)).isEmpty();
  }

  @Test
  void a_letter_that_asks_is_not_said_to_ask_nothing() {
    assertThat(said(Reason.CONTENTS, LESS_LIKELY)).isEqualTo("It asks for nothing.");
    with(Feature.QUESTIONS, 0.7);
    assertThat(said(Reason.CONTENTS, LESS_LIKELY))
        .isEqualTo("Letters that ask in this way are answered less often.");
  }

  @Test
  void a_letter_to_one_is_not_said_to_be_addressed_to_others() {
    with(Feature.ALONE, 1);

    assertThat(said(Reason.ADDRESSING, LESS_LIKELY))
        .isEqualTo("It does not call them by their name.");
    assertThat(said(Reason.COMPANY, LESS_LIKELY)).isEmpty();
  }

  @Test
  void one_open_letter_can_be_the_letter_itself() {
    with(Feature.OPEN, Math.log1p(1) / 2);
    assertThat(said(Reason.LOAD, LESS_LIKELY)).isEmpty();
    with(Feature.OPEN, Math.log1p(2) / 2);
    assertThat(said(Reason.LOAD, LESS_LIKELY))
        .isEqualTo("Other letters to them wait for an answer too.");
  }

  @Test
  void the_days_of_silence_are_counted() {
    with(Feature.DAYS_SILENT, Math.log(9.3) / 2);

    assertThat(said(Reason.SINCE, LESS_LIKELY)).isEqualTo("9 days have passed without an answer.");
    with(Feature.OTHERS_WENT_ON, 1);
    assertThat(said(Reason.SINCE, LESS_LIKELY)).isEqualTo("The conversation went on without them.");
  }

  @Test
  void an_ordinary_day_is_no_reason() {
    assertThat(said(Reason.DAY, LIKELIER)).isEmpty();
  }

  private void with(Feature feature, double value) {
    letter.put(feature, value);
  }

  private String said(Reason reason, boolean isLikelier) {
    var situation = new float[Situation.SIZE];
    letter.forEach((feature, value) -> situation[feature.place()] = value.floatValue());
    return new ReasonRules(situation, new float[Situation.SIZE]).sentence(reason, isLikelier);
  }
}
