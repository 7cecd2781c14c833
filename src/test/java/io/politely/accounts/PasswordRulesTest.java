package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

  static final EmailAddress ADA = new EmailAddress("ada@example.org");

  @Test
  void a_short_sentence_will_do() {
    assertThat(PasswordRules.problem("tea at four, as always", ADA)).isEmpty();
  }

  @Test
  void a_short_word_will_not() {
    assertThat(PasswordRules.problem("engine", ADA)).get().asString().contains("at least 12");
  }

  @Test
  void what_bcrypt_would_cut_off_is_refused() {
    assertThat(PasswordRules.problem("äöü".repeat(13), ADA)).get().asString().contains("72 bytes");
  }

  @Test
  void one_letter_many_times_is_guessed_at_once() {
    assertThat(PasswordRules.problem("aaaaaaaaaaaaaaaa", ADA)).isPresent();
  }

  @Test
  void the_own_address_is_guessed_at_once() {
    assertThat(PasswordRules.problem("Ada@example.org!", ADA)).isPresent();
  }
}
