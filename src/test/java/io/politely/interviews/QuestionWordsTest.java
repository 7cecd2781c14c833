package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.interviews.BankQuestion.Time;
import io.politely.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionWordsTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-06-22");
  private static final PersonId DANA = new PersonId(new UUID(1, 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why did you leave your last job?|why did you leave your last job",
        "Why did you leave your last job?|So, why did you leave the last job?!",
        "Walk me through the last deal you lost.|Could you walk me through the last deal you lost?",
        "How do you close a month when two clinics send numbers late?|How would you close the month"
            + " when two clinics send their numbers late?",
        "What’s your biggest weakness?|What's your biggest weakness?"
      })
  void the_same_question_in_other_words_is_the_same(String one, String other) {
    assertThat(QuestionWords.same(other, List.of(QuestionWords.folded(one)))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Why did you leave your last job?|Why do you want this job?",
        "What is your biggest strength?|What is your biggest weakness?",
        "Tell me about a deal you won.|Tell me about a deal you lost.",
        "How do you plan your week?|How do you plan your year?",
        "Who decides?|When do they decide?",
        "Why now?|Why us?",
        "What is your notice period?|What is your salary?"
      })
  void another_noun_makes_another_question(String one, String other) {
    assertThat(QuestionWords.same(other, List.of(QuestionWords.folded(one)))).isEmpty();
  }

  @Test
  void what_the_interviewer_asked_before_is_likelier_than_what_the_company_asked() {
    var byDana = asked("Why now?", new Time("Tidewell", DANA, InterviewKind.SCREEN, MONDAY));
    var there = asked("Why us?", new Time("Tidewell", null, InterviewKind.FINAL, MONDAY));
    var often =
        asked(
            "Why you?",
            new Time("Tidewell", null, InterviewKind.FINAL, MONDAY),
            new Time("Tidewell", null, InterviewKind.SCREEN, MONDAY.minusDays(20)));
    var elsewhere = asked("Why then?", new Time("Other", null, InterviewKind.FINAL, MONDAY));

    var likely =
        LikelyRules.likely(
            List.of(there, elsewhere, often, byDana),
            "tidewell",
            Map.of(DANA, "Dana Scott"),
            InterviewKind.FINAL,
            10);

    assertThat(likely)
        .extracting(LikelyQuestion::words)
        .containsExactly("Why now?", "Why you?", "Why us?");
    assertThat(likely)
        .extracting(LikelyQuestion::reason)
        .containsExactly(
            "Asked once by Dana Scott at Tidewell before.",
            "Asked twice at Tidewell before.",
            "Asked once at Tidewell before.");
  }

  private static BankQuestion asked(String words, Time... times) {
    return new BankQuestion(new UUID(2, words.hashCode()), words, List.of(times));
  }
}
