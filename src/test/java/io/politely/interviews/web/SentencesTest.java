package io.politely.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  private static final String THREE =
      "She asks for numbers. Bring the ones of May, also the bad ones. Wim says the same.";

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Sentences.upTo(THREE, 100)).isEqualTo(THREE);
  }

  @Test
  void what_does_not_fit_stops_at_the_end_of_a_sentence() {
    assertThat(Sentences.upTo(THREE, 70))
        .isEqualTo("She asks for numbers. Bring the ones of May, also the bad ones. …");
    assertThat(Sentences.upTo(THREE, 40)).isEqualTo("She asks for numbers. …");
  }

  @Test
  void the_first_sentence_is_whole_though_it_is_longer() {
    assertThat(Sentences.upTo(THREE, 5)).isEqualTo("She asks for numbers. …");
  }

  @Test
  void a_sentence_that_goes_on_and_on_is_cut_between_words() {
    assertThat(Sentences.upTo("and then ".repeat(60) + "the end.", 20))
        .isEqualTo("and then and then …");
    assertThat(Sentences.upTo("x".repeat(400), 20)).isEqualTo("x".repeat(20) + " …");
  }
}
