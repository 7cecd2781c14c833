package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingsTest {

  private static final String GRACE = "\"Hopper, Grace\" <grace.hopper@example.org>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Best regards,|Grace Hopper",
        "Mit besten Grüßen aus Bonn|Grace Hopper",
        "Liebs Grüessli|Grace",
        "Bien à vous,||Grace",
        "Every good wish|Grace",
        "Grace",
        "GRACE",
        "g",
        "Grace M. Hopper (she/her)",
      })
  void the_senders_name_ends_what_she_wrote(String closing) {
    var zones = Newest.of("Tuesday works for me.\n\n" + closing.replace('|', '\n') + "\n", GRACE);

    assertThat(zones.textOf(Zone.NEWEST)).isEqualTo("Tuesday works for me.");
    assertThat(zones.textOf(Zone.CLOSING)).isEqualTo(closing.replace('|', '\n'));
  }

  @Test
  void what_stands_below_the_senders_name_is_a_signature() {
    var zones =
        Newest.of(
            """
            Tuesday works for me.

            Grace Hopper
            Head of Compilers

            Harbour Computing is registered in Exampleland. Nothing here is advice.
            """,
            GRACE);

    assertThat(zones.newestText()).isEqualTo("Tuesday works for me.\n\nGrace Hopper");
    assertThat(zones.textOf(Zone.SIGNATURE)).startsWith("Head of Compilers");
  }

  @Test
  void a_postscript_is_still_the_senders_text() {
    var zones = Newest.of("Tuesday works for me.\n\nGrace\n\nPS: bring the nanoseconds\n", GRACE);

    assertThat(zones.textOf(Zone.NEWEST)).contains("bring the nanoseconds");
  }

  @Test
  void a_name_and_a_number_sign_even_when_the_sender_is_unknown() {
    var zones = Newest.of("Tuesday works for me.\n\nAda Lovelace\nOffice 4\n+1 555 010 0199\n");

    assertThat(zones.newestText()).isEqualTo("Tuesday works for me.\n\nAda Lovelace");
  }

  @Test
  void a_sentence_about_the_sender_is_no_signature() {
    var zones = Newest.of("I asked around.\n\nGrace will call you on Tuesday.\n", GRACE);

    assertThat(zones.textOf(Zone.NEWEST)).endsWith("Grace will call you on Tuesday.");
  }

  @Test
  void a_single_word_may_be_the_whole_answer() {
    assertThat(Newest.of("Which day?\n\nTuesday\n", GRACE).textOf(Zone.NEWEST)).endsWith("Tuesday");
    assertThat(Newest.of("Agreed\n", GRACE).textOf(Zone.NEWEST)).isEqualTo("Agreed");
  }
}
