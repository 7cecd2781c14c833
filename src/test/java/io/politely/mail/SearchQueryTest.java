package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void words_and_operators_are_told_apart() {
    var query = parse("signed offer from:\"Ada Lovelace\" to:grace@example.com in:Sent is:ours");

    assertThat(query.words()).containsExactly("signed", "offer");
    assertThat(query.from()).containsExactly("ada", "lovelace");
    assertThat(query.to()).containsExactly("grace", "example", "com");
    assertThat(query.folder()).isEqualTo("sent");
    assertThat(query.moves()).containsExactly("ours");
    assertThat(query.complaints()).isEmpty();
  }

  @Test
  void a_day_a_month_and_a_year_start_at_the_readers_midnight() {
    assertThat(parse("after:2026-03-05").after()).isEqualTo(Instant.parse("2026-03-04T23:00:00Z"));
    assertThat(parse("before:2026-03").before()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
    assertThat(parse("before:2026").before()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
  }

  @Test
  void what_is_not_understood_is_said_and_the_rest_still_searched() {
    var query = parse("offer is:mine before:yesterday");

    assertThat(query.words()).containsExactly("offer");
    assertThat(query.complaints()).hasSize(2);
  }

  @Test
  void marks_that_the_database_gives_a_meaning_are_no_part_of_words() {
    assertThat(parse("it's & (a|b) 'x':* !").words()).containsExactly("it", "s", "a", "b", "x");
  }

  @Test
  void an_unknown_operator_is_a_word() {
    assertThat(parse("http://example.com").words()).containsExactly("http", "example", "com");
  }

  private static SearchQuery parse(String text) {
    return SearchQuery.parse(text, BERLIN);
  }
}
