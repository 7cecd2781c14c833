package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhetoricTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is the old kettle worth a repair? No, not for that price.",
        "Does the parcel weigh less than a kilo? Then it goes as a letter.",
        "Ist das neu? Nein, das war schon immer so.",
        "Did you mean biscuits? I have never heard of biskits :P",
      })
  void who_answers_his_own_question_wants_no_answer(String text) {
    assertThat(acts(text)).doesNotContain(Act.QUESTION, Act.ASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is the old kettle worth a repair? I cannot decide.",
        "Could you repair the kettle? No hurry, any day will do.",
        "Did you order the tea?\n\nYes, the blue cups are the right ones.",
        "Is there a key for the cellar? Because mine does not fit.",
        "Shall we meet at four? :)",
      })
  void other_questions_want_one(String text) {
    assertThat(acts(text)).containsAnyOf(Act.QUESTION, Act.ASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will need a projector for the talk.",
        "I will admit that I never read the manual.",
        "I'll probably tidy up the cellar at some point.",
        "We will do nothing but lose time.",
        "We will have four speakers and a dinner.",
        "We will likely welcome the new rule.",
        "The fair is next week.",
      })
  void what_commits_to_nothing_is_no_promise(String text) {
    assertThat(acts(text)).doesNotContain(Act.PROMISE);
  }

  @Test
  void a_plan_with_its_day_is_a_promise() {
    assertThat(acts("We are going to send the samples by Friday.")).contains(Act.PROMISE);
    assertThat(acts("I'll be able to send the samples by Friday.")).contains(Act.PROMISE);
    assertThat(acts("We will have the samples ready by Friday.")).contains(Act.PROMISE);
  }

  @Test
  void question_marks_that_stand_for_lost_characters_ask_nothing() {
    assertThat(acts("?????The council is responsible for fair water prices."))
        .doesNotContain(Act.QUESTION, Act.ASK);
  }

  private static List<Act> acts(String text) {
    var letter =
        new Letter(
            Map.of("from", List.of("ada@example.org")),
            ReaderTest.MONDAY,
            text,
            null,
            List.of("text/plain"),
            null);
    return Reader.read(letter).signals().stream().map(Signal::act).toList();
  }
}
