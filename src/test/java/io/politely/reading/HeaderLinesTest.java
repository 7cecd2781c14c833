package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace@HARBOUR|03/03/2026 09:12 AM|To: Grace Hopper/Harbour@Harbour|cc:|Subject:"
            + " Tea",
        "Ada Lovelace|Sent by: Mary Somerville|03/03/2026 09:12 AM|To: Grace Hopper|cc:||Subject:"
            + " Tea",
        "\"Ada Lovelace\" <ada@example.org> on 03/03/2026 09:12:44 AM|To: Grace|cc:|Subject: Tea",
        "\"Ada Lovelace\" <ada@example.org> on 03/03/2026|09:12:44 AM|To: Grace|cc:|Subject: Tea",
        "From: Ada Lovelace @ HARBOUR      03/03/2026 09:12 AM|To: Grace Hopper/Harbour, Alan|"
            + "Turing/Harbour@Harbour, Joan Clarke/Harbour@Harbour, Edsger|"
            + "Dijkstra/Harbour@Harbour, Barbara Liskov/Harbour@Harbour, Tony|"
            + "Hoare/Harbour@Harbour, Frances Allen/Harbour@Harbour, Donald|"
            + "Knuth/Harbour@Harbour|cc:|Subject: Tea",
        "____________________Reply Separator____________________|Subject: Tea|Author: Ada"
            + "|Date: 03/03/2026 9:12 AM",
      })
  void what_groupware_puts_above_older_text_is_not_the_writers(String headers) {
    var zones =
        Newest.of("Tuesday works.\n\n\n" + headers.replace('|', '\n') + "\n\nDoes Tuesday work?\n");

    assertThat(zones.newestText()).isEqualTo("Tuesday works.");
    assertThat(zones.textOf(Zone.ATTRIBUTION)).isEqualTo(headers.replace('|', '\n'));
    assertThat(zones.textOf(Zone.QUOTED)).isEqualTo("Does Tuesday work?");
  }

  @Test
  void a_message_that_begins_with_the_headers_of_another_passes_it_on() {
    var zones = Newest.of("From: Ada\nSent: Tuesday\nTo: Grace\nSubject: Tea\n\nDoes it work?\n");

    assertThat(zones.newestText()).isEmpty();
    assertThat(zones.textOf(Zone.FORWARDED)).isEqualTo("Does it work?");
  }

  @Test
  void the_author_and_date_above_a_patch_belong_to_the_message() {
    var zones = Newest.of("From: Ada <ada@example.org>\nDate: Tuesday\nSubject: x\n\nFix it.\n");

    assertThat(zones.newestText()).isEqualTo("Fix it.");
  }

  @Test
  void a_date_and_a_to_do_list_are_no_headers() {
    var zones = Newest.of("Plan for 03/03/2026 09:12\nTo: be decided\nWho: everybody\n");

    assertThat(zones.newestText()).contains("To: be decided");
  }
}
