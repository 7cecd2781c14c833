package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  /** A Monday. */
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  void a_sentence_in_another_language_than_its_letter_is_understood() {
    var spanish = new DueDates(MONDAY, new Place(Language.SPANISH, "ES"));

    assertThat(spanish.earliest("Please call me in two months, then I can talk."))
        .isEqualTo("2026-05-04");
    assertThat(spanish.due("Das Angebot haben Sie bis Freitag.")).isEqualTo("2026-03-06");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | GB | I'll send it by Friday. | 2026-03-06",
        "ENGLISH | GB | You will have it by the end of next week. | 2026-03-13",
        "ENGLISH | GB | I'll reply within ten business days. | 2026-03-16",
        "ENGLISH | GB | Done before 12 March. | 2026-03-11",
        "ENGLISH | GB | Some time in April. | 2026-04-30",
        "ENGLISH | US | I'll call on 04/05/2026. | 2026-04-06",
        "ENGLISH | GB | I'll call on 04/05/2026. | 2026-05-05",
        "GERMAN | DE | Bis Ende der Woche haben Sie das Angebot. | 2026-03-06",
        "GERMAN | DE | Ich melde mich übermorgen. | 2026-03-04",
        "FRENCH | FR | Je vous réponds sous quinzaine. | 2026-03-17",
        "SPANISH | ES | Se lo mando antes del viernes. | 2026-03-05",
        "ITALIAN | IT | Rispondo entro venerdì. | 2026-03-06",
        "DUTCH | NL | Uiterlijk woensdag stuur ik het. | 2026-03-04",
        "PORTUGUESE | PT | Respondo até sexta-feira. | 2026-03-06",
      })
  void a_promise_is_due_on_the_last_day_it_leaves(
      Language language, String country, String sentence, LocalDate due) {
    assertThat(new DueDates(MONDAY, new Place(language, country)).due(sentence)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | GB | Try me again in two months. | 2026-05-05",
        "ENGLISH | GB | After Easter, please. | 2026-04-07",
        "ENGLISH | US | Let's talk early next quarter. | 2026-04-01",
        "ENGLISH | GB | I am away until Thursday. | 2026-03-06",
        "ENGLISH | GB | I am away until Monday 16 March. | 2026-03-16",
        "ENGLISH | GB | Come back in six to seven weeks. | 2026-04-20",
        "ENGLISH | GB | Write to me after the board meeting on the 14th. | 2026-03-16",
        "GERMAN | DE | Melden Sie sich ab KW 12 wieder. | 2026-03-16",
        "GERMAN | DE | Bis einschließlich 8. Mai bin ich nicht da. | 2026-05-11",
        "FRENCH | FR | Revenez vers moi à la rentrée. | 2026-09-01",
        "FRENCH | FR | Plutôt mardi en huit. | 2026-03-10",
        "SPANISH | ES | Escríbame a mediados de abril. | 2026-04-15",
        "ITALIAN | IT | Ci sentiamo dopo Pasqua. | 2026-04-07",
        "DUTCH | NL | Ik ben weg t/m 13 maart. | 2026-03-16",
        "PORTUGUESE | BR | Fale comigo daqui a um mês. | 2026-04-02",
      })
  void what_is_put_off_waits_for_the_first_day_it_allows(
      Language language, String country, String sentence, LocalDate earliest) {
    assertThat(new DueDates(MONDAY, new Place(language, country)).earliest(sentence))
        .isEqualTo(earliest);
  }

  @Test
  void after_the_holidays_in_december_is_the_first_monday_of_work() {
    var december = LocalDate.of(2026, 12, 10);

    assertThat(
            new DueDates(december, new Place(Language.ENGLISH, "GB"))
                .earliest("Please write again after the holidays."))
        .isEqualTo(LocalDate.of(2027, 1, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Version 1.10.30 is out.",
        "It may or may not work.",
        "Call 555-12-34.",
        "The 30th of February.",
        "I have 3 children and 12% of the shares.",
        "We met at 10:30.",
      })
  void what_names_no_day_has_none(String sentence) {
    assertThat(DateGrammar.find(sentence, MONDAY, new Place(Language.ENGLISH, "GB"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990s hardware was slow.", "90s music?", "1980s."})
  void a_sentence_may_begin_with_a_decade(String sentence) {
    assertThat(DateGrammar.find(sentence, MONDAY, new Place(Language.ENGLISH, "GB"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2024-03-31, 2024", "2025-04-20, 2025", "2026-04-05, 2026", "2038-04-25, 2038"})
  void easter_moves(LocalDate easter, int year) {
    assertThat(Holidays.easter(year)).isEqualTo(easter);
  }

  @Test
  void a_business_day_is_no_holiday() {
    var days = WorkingDays.of("DE");

    assertThat(days.plus(LocalDate.of(2026, 4, 2), 1)).isEqualTo(LocalDate.of(2026, 4, 7));
    assertThat(days.plus(LocalDate.of(2026, 4, 7), -1)).isEqualTo(LocalDate.of(2026, 4, 2));
  }
}
