package io.politely.pursuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageRulesTest {

  private static final List<Stage> BEFORE =
      List.of(new Stage("lead", "Lead"), new Stage("talk", "Talk"), new Stage("won", "Agreed"));

  @Test
  void a_name_that_was_there_stays_the_stage_that_it_was() {
    assertThat(StageRules.renamed(BEFORE, List.of("agreed", "Lead")))
        .containsExactly(new Stage("won", "agreed"), new Stage("lead", "Lead"));
  }

  @Test
  void where_as_many_are_written_a_new_name_is_the_stage_in_whose_place_it_is() {
    assertThat(StageRules.renamed(BEFORE, List.of("Lead", "First call", "Agreed")))
        .containsExactly(
            new Stage("lead", "Lead"), new Stage("talk", "First call"), new Stage("won", "Agreed"));
  }

  @Test
  void a_new_stage_gets_a_word_that_no_other_has() {
    assertThat(
            StageRules.renamed(BEFORE, List.of("Lead", "Talk", "Übergabe", "Won", "Agreed", "—")))
        .extracting(Stage::word)
        .containsExactly("lead", "talk", "ubergabe", "won-2", "won", "stage");
  }

  @Test
  void empty_lines_and_repetitions_are_left_out() {
    assertThat(StageRules.renamed(BEFORE, List.of(" ", "Talk", "", "Talk")))
        .containsExactly(new Stage("talk", "Talk"));
    assertThat(StageRules.renamed(BEFORE, List.of())).isEmpty();
  }
}
