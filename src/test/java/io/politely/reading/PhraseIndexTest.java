package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseIndexTest {

  private static final PhraseIndex PHRASES =
      PhraseIndex.of("not delivered, unzustellbar, échec de la remise, 配信不能");

  @Test
  void a_phrase_is_found_where_a_word_begins() {
    assertThat(PHRASES.occursIn("your mail was not delivered")).isTrue();
    assertThat(PHRASES.occursIn("(unzustellbar)")).isTrue();
    assertThat(PHRASES.occursIn("cannot delivered")).isFalse();
    assertThat(PHRASES.occursIn("")).isFalse();
  }

  @Test
  void where_words_have_no_spaces_a_phrase_may_begin_anywhere() {
    assertThat(PHRASES.occursIn("メール配信不能通知")).isTrue();
  }

  @Test
  void a_text_may_begin_with_a_phrase_in_any_alphabet() {
    assertThat(PHRASES.begins("échec de la remise : bonjour")).isTrue();
    assertThat(PHRASES.begins("配信不能")).isTrue();
    assertThat(PHRASES.begins("was not delivered")).isFalse();
  }

  @Test
  void the_same_phrase_twice_is_one() {
    assertThat(PHRASES.twoOccurIn("not delivered, not delivered")).isFalse();
    assertThat(PHRASES.twoOccurIn("not delivered: unzustellbar")).isTrue();
  }
}
