package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationTest {

  @Test
  void only_what_is_quoted_once_was_written_by_whom_the_message_answers() {
    var quotation =
        Quotation.of(
            Newest.of(
                """
                Tuesday is fine.

                On Mon, 2 Mar 2026 at 10:05, Ada Lovelace wrote:
                > Shall we meet on Tuesday?
                >
                >> On Sun, 1 Mar 2026 Grace Hopper wrote:
                >> When are you here?
                """));

    assertThat(quotation.attribution()).contains("Ada Lovelace").contains("10:05");
    assertThat(quotation.text()).isEqualTo("Shall we meet on Tuesday?");
  }

  @Test
  void a_message_without_quotation_has_none() {
    assertThat(Quotation.of(Newest.of("Tuesday is fine."))).isEqualTo(Quotation.NONE);
  }
}
