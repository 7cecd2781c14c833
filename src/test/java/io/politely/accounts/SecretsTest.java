package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

  private final Secrets secrets = new Secrets();

  @Test
  void only_the_right_password_matches() {
    var hash = secrets.hashOf("six wooden spoons");

    assertThat(secrets.matches("six wooden spoons", hash)).isTrue();
    assertThat(secrets.matches("six wooden forks", hash)).isFalse();
  }

  @Test
  void whoever_has_no_password_is_compared_all_the_same_and_never_let_in() {
    long began = System.nanoTime();
    assertThat(secrets.matches("six wooden spoons", null)).isFalse();

    // Comparing is slow on purpose: an answer at once would tell that there is nothing to compare.
    assertThat(System.nanoTime() - began).isGreaterThan(20_000_000L);
  }
}
