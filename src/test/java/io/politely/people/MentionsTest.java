package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  private static final PersonId GRACE = new PersonId(new UUID(0, 1));
  private static final Mentions MENTIONS =
      new Mentions(
          new Traces(
              Set.of(GRACE),
              GRACE,
              Set.of(new EmailAddress("grace+jobs@example.org")),
              Set.of("Grace M. Höpper")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<grace@example.org>",
        "Write to Grace@Example.org.",
        "mailto:grace@example.org?subject=Hello",
        "grace+anything@example.org",
        "Ask Grace M. Höpper!",
        "grace m höpper",
        "Grace\n> M.\n> HÖPPER wrote:",
        "Grace&nbsp.M. Höpper or Grace_M_Höpper"
      })
  void somebody_is_found_by_address_and_full_name(String text) {
    assertThat(MENTIONS.isIn(text)).isTrue();
    assertThat(MENTIONS.isIn(MENTIONS.removedFrom(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Grace",
        "Grace Höpper",
        "Grace M. Höpperson",
        "amazing-grace@example.org",
        "mygrace@example.org",
        "grace@example.organic",
        "grace@example.org.uk",
        "grace@mail.example.org",
        "gracexexample.org"
      })
  void others_are_not_taken_for_them(String text) {
    assertThat(MENTIONS.isIn(text)).isFalse();
    assertThat(MENTIONS.removedFrom(text)).isEqualTo(text);
  }

  @Test
  void all_of_their_mentions_are_replaced() {
    assertThat(MENTIONS.removedFrom("Grace M. Höpper <grace@example.org> and Ada"))
        .isEqualTo("somebody who was erased <somebody who was erased> and Ada");
  }

  @Test
  void whatever_looks_like_an_address_is_found_without_its_tag() {
    assertThat(
            Mentions.addressesIn(
                "From: <Ada+x@example.org>, mail bob@example.com. Not @home or a@ or b @c"))
        .contains(new EmailAddress("ada@example.org"), new EmailAddress("bob@example.com"))
        .hasSize(2);
    assertThat(Mentions.addressesIn("@".repeat(10_000) + "a".repeat(100_000) + "@")).isEmpty();
  }
}
