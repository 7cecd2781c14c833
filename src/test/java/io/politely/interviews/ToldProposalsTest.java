package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.interviews.ProposalReader.Proposal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ToldProposalsTest {

  private static final DebriefBank BANK = new DebriefBankFile().bank();

  private static final String TOLD =
      """
      I arrived at twenty to ten. We started at ten sharp. I was out at eleven.

      I met Carla Neumann, the head of operations. She asked me why I left my last job, and I said the plant closed. She
      nodded.

      She said they would call me by Friday the 12th.

      Would I take it? Yes, if the base is ninety or better.
      """;

  @Test
  void what_was_told_becomes_answers_of_the_bank_and_each_is_one() {
    var proposals =
        new ToldProposals()
            .read(
                TOLD,
                ZonedDateTime.parse("2026-06-10T12:30:00+02:00[Europe/Berlin]"),
                LocalDate.parse("2026-06-10"));

    var words = proposals.stream().collect(Collectors.toMap(Proposal::question, Proposal::words));
    assertThat(words)
        .containsEntry("arrival.time", "09:40")
        .containsEntry("time.began", "10:00")
        .containsEntry("time.ended", "11:00")
        .containsEntry("next.day", "2026-06-12")
        .containsEntry("end.accept", "yes");
    assertThat(words.get("people.met")).contains("Carla Neumann");
    assertThat(proposals)
        .allSatisfy(it -> {
          var question = BANK.question(it.question()).orElseThrow();
          assertThat(AnswerRules.problem(question.kind(), question.options(), it.words()))
              .as(it.question())
              .isEmpty();
        });
  }

  @Test
  void what_they_do_next_themselves_is_a_promise_and_no_day_on_which_to_hear() {
    var words =
        new ToldProposals()
                .read(
                    "It went well.\n\nNext step: I send the case study by Friday the 12th.",
                    ZonedDateTime.parse("2026-06-10T12:30:00+02:00[Europe/Berlin]"),
                    LocalDate.parse("2026-06-10"))
                .stream()
                .collect(Collectors.toMap(Proposal::question, Proposal::words));

    assertThat(words).doesNotContainKey("next.day");
    assertThat(words.get("promises.ours")).contains("I send the case study");
  }

  @Test
  void what_was_not_told_is_not_proposed() {
    var proposals =
        new ToldProposals()
            .read(
                "It was fine.",
                ZonedDateTime.parse("2026-06-10T12:30:00+02:00[Europe/Berlin]"),
                LocalDate.parse("2026-06-10"));

    assertThat(proposals)
        .extracting(Proposal::question)
        .doesNotContain("arrival.time", "end.accept", "next.day", "money.least");
  }
}
