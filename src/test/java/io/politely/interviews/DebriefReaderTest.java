package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.politely.interviews.DebriefProposal.Landed;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebriefReaderTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);
  private static final ZonedDateTime EVENING =
      TUESDAY.atTime(18, 0).atZone(ZoneId.of("Europe/London"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|It was set for half two.|14:30",
        "en|It was set for ten to one.|12:50",
        "en|It was set for quarter past nine.|09:15",
        "de|Der Termin war um halb drei.|14:30",
        "de|Der Termin war um dreiviertel sechs.|17:45",
        "de|Der Termin war um viertel drei.|14:15",
        "de|Der Termin war um fünf vor halb elf.|10:25",
        "fr|Le rendez-vous était à trois heures moins le quart.|14:45",
        "fr|Le rendez-vous était à midi et demi.|12:30",
        "es|La cita era a las tres y media.|15:30",
        "nl|De afspraak was om kwart over twee.|14:15",
        "nl|De afspraak was om half drie.|14:30",
        "it|L'appuntamento era alle tre e mezza.|15:30",
        "pt|A entrevista era às duas e meia.|14:30"
      })
  void a_time_is_read_as_it_is_said(String language, String said, LocalTime meant) {
    assertThat(read(said, language).visit().scheduled()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Met: Priya Raman, Tom Weber. It went well.",
        "en|I met Priya Raman and Tom Weber.",
        "de|Ich habe Priya Raman und Tom Weber getroffen.",
        "de|Getroffen: Priya Raman und Tom Weber. Es lief gut.",
        "fr|J'ai rencontré Priya Raman et Tom Weber. Ça a duré une heure.",
        "es|He conocido a Priya Raman y a Tom Weber.",
        "it|Ho incontrato Priya Raman e Tom Weber.",
        "nl|Gesproken met Priya Raman en Tom Weber.",
        "pt|Conheci a Priya Raman e o Tom Weber."
      })
  void a_note_that_begins_with_whom_they_met_tells_of_them(String language, String said) {
    assertThat(read(said, language).met())
        .extracting(DebriefProposal.Met::name)
        .containsExactly("Priya Raman", "Tom Weber");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Hi Robin, Carla Moss here, just out of it with them. It went well.",
        "de|Hallo Robin, hier ist Carla Moss, ich war gerade dort. Es lief gut.",
        "fr|Bonjour Robin, c'est Carla Moss, je sors du rendez-vous avec eux."
      })
  void whoever_calls_was_not_met(String language, String said) {
    assertThat(read(said, language).met()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es|Estuve con Ana Ruiz. Me preguntaron por qué dejo mi puesto.|Por qué dejo mi puesto?",
        "pt|Falei com a Ana Ruiz. Perguntaram por que saio do meu emprego.|Por que saio do meu"
            + " emprego?",
        "fr|J'ai vu Ana Ruiz. Ils ont demandé pourquoi je quitte mon poste.|Pourquoi je quitte mon"
            + " poste?",
        "en|I met Ana Ruiz. She asked why I was leaving.|Why you were leaving?"
      })
  void the_word_that_asks_stays_in_the_question(String language, String said, String question) {
    assertThat(read(said, language).questions())
        .extracting(DebriefProposal.Question::question)
        .containsExactly(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|It was set for one. We started at ten past one, no, wait, quarter past.|13:15",
        "en|It was set for one. She came out at five past. Call it one sharp.|13:00",
        "nl|De afspraak was om twee uur. We begonnen om vijf over twee, nee, wacht, tien over"
            + " twee.|14:10",
        "fr|Le rendez-vous était à dix heures. On a commencé à dix heures cinq, non, pardon, à dix"
            + " heures dix.|10:10"
      })
  void what_is_put_right_stands_instead(String language, String said, LocalTime started) {
    assertThat(read(said, language).visit().started()).isEqualTo(started);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I arrived at twenty to ten.|09:40",
        "en|I got there at a quarter to eleven.|10:45",
        "en|I arrived at half past nine.|09:30",
        "en|I was there by five to twelve.|11:55",
        "en|I arrived around twenty to ten and we started at ten.|09:40",
        "de|Ich bin um zwanzig vor zehn angekommen.|09:40",
        "de|Ich kam um halb zehn an.|09:30",
        "fr|Je suis arrivé à neuf heures et demie.|09:30",
        "fr|Je suis arrivée à dix heures moins vingt.|09:40",
        "es|Llegué a las diez menos veinte.|09:40",
        "it|Sono arrivata alle dieci meno venti.|09:40",
        "nl|Ik was er om kwart voor tien.|09:45",
        "pt|Cheguei às vinte para as dez.|09:40"
      })
  void an_arrival_is_read_as_it_is_said(String language, String said, LocalTime meant) {
    assertThat(read(said, language).visit().arrived()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|They will get back to me by Friday.|CLIENT",
        "en|She'll call me on Thursday.|CLIENT",
        "en|Next step is a second interview on 17 March.|CLIENT",
        "en|Next step: I send the case study on Monday.|CANDIDATE",
        "en|I'm to call Ruth back on Friday.|CANDIDATE",
        "en|The next step is mine, I'll come back with two dates by Wednesday.|CANDIDATE",
        "en|Next step: she wants me to send references by Monday.|CANDIDATE",
        "en|Next step: you'll call them on Monday.|RECRUITER",
        "en|Next step: I send two dates, and they'll get back to me by Friday.|CLIENT",
        "de|Die melden sich bis Freitag.|CLIENT",
        "de|Der nächste Schritt: ich rufe bis Freitag an.|CANDIDATE",
        "fr|Ils me rappellent vendredi.|CLIENT",
        "fr|Je les rappelle vendredi.|CANDIDATE",
        "nl|De volgende stap: ik bel ze vrijdag.|CANDIDATE"
      })
  void the_next_step_is_of_whoever_does_it(
      String language, String said, DebriefProposal.Side side) {
    assertThat(read(said, language).nextStep())
        .isNotNull()
        .extracting(DebriefProposal.NextStep::who)
        .isEqualTo(side);
  }

  @Test
  void a_meeting_takes_from_its_start_to_its_end_and_else_as_long_as_told() {
    assertThat(read("We started at ten. I was out at quarter past eleven.", "en").visit().minutes())
        .isEqualTo(75);
    assertThat(read("Gedauert hat es fünf viertel Stunden.", "de").visit().minutes()).isEqualTo(75);
    assertThat(
            read("We finished a little before three. Fifty minutes, let's say 45.", "en").visit())
        .isEqualTo(new DebriefProposal.Visit(null, null, null, null, null, 45));
  }

  @Test
  void a_reported_question_is_one_with_who_asked_and_how_the_answer_was_taken() {
    var read =
        read(
            """
            So here is what happened today.

            I met Ruth Callow, the finance director.

            She asked how I'd cut the closing time, and I said I'd start with the stock count. She loved it.
            """,
            "en");
    assertThat(read.met())
        .containsExactly(new DebriefProposal.Met("Ruth Callow", "finance director", null));
    assertThat(read.questions()).hasSize(1);
    assertThat(read.questions().getFirst().askedBy()).isEqualTo("Ruth Callow");
    assertThat(read.questions().getFirst().question()).isEqualTo("How you'd cut the closing time?");
    assertThat(read.questions().getFirst().answer()).contains("stock count");
    assertThat(read.questions().getFirst().landed()).isEqualTo(Landed.GOOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Would I take it? Yes, if it's eighty thousand.|YES",
        "en|Would I take it? Probably.|NOT_A_YES",
        "en|Would I take it? Yes, if I get my own team.|NOT_A_YES",
        "en|Would I take it? No. Another story if they move the office.|NO",
        "de|Ob ich es mache? Ja, ab sechzigtausend.|YES",
        "de|Ob ich es mache? Ich weiß nicht.|NOT_A_YES",
        "fr|Est-ce que j'accepterais ? Non.|NO",
        "es|¿Que si aceptaría? Quizás, quiero hablar con el dueño.|NOT_A_YES",
        "nl|Of ik het doe? Ja, meteen.|YES"
      })
  void only_money_may_stand_between_them_and_a_yes(
      String language, String said, Commitment commitment) {
    assertThat(read(said, language).decision())
        .isNotNull()
        .extracting(DebriefProposal.Decision::commitment)
        .isEqualTo(commitment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Would I take it? Yes, if the base is one-fifteen.|115000|year",
        "en|Would I take it? Yes, at 52 an hour.|52|hour",
        "de|Ob ich es mache? Ja, ab zweiundsechzig bin ich dabei.|62000|year",
        "nl|Of ik het doe? Ja, als het vijfenvijftighonderd per maand is.|5500|month",
        "es|¿Que si aceptaría? Sí, con setenta y cinco mil brutos.|75000|year"
      })
  void a_figure_is_read_as_it_is_said(String language, String said, int amount, String period) {
    assertThat(read(said, language).salary())
        .isNotNull()
        .extracting(DebriefProposal.Salary::amount, DebriefProposal.Salary::period)
        .containsExactly(amount, period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Hello.", "Nothing to tell, really.", "42"})
  void what_was_not_told_is_not_there(String said) {
    var read = read(said, "en");
    assertThat(read.visit())
        .isEqualTo(new DebriefProposal.Visit(null, null, null, null, null, null));
    assertThat(read.met()).isEmpty();
    assertThat(read.questions()).isEmpty();
    assertThat(read.nextStep()).isNull();
    assertThat(read.decision()).isNull();
    assertThat(read.salary()).isNull();
  }

  @Property(tries = 300)
  void any_text_is_read_and_twice_the_same(@ForAll String text) {
    for (var language : List.of("en", "de", "fr", "es", "nl", "it", "pt", "")) {
      assertThat(read(text, language)).isEqualTo(read(text, language));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "she asked what ",
        "at half past ",
        "12:30 ",
        "Anna Bell, ",
        "no, wait, ",
        "((((",
        "one hundred ",
        "'",
        "a.b.c.",
        "\n\n",
        "I said, ",
        "ab ",
        "99999999999 ",
        "zweiund",
        "would I take it? yes if "
      })
  void a_hundred_kilobytes_of_anything_are_read_in_time(String part) {
    var text = part.repeat(100_000 / part.length());
    for (var language : List.of("en", "de", "nl")) {
      assertTimeout(Duration.ofSeconds(30), () -> read(text, language));
    }
  }

  @Test
  void the_debriefs_of_this_house_are_read_well_enough() throws IOException {
    var figures =
        DebriefsSuite.run(List.of("src/test/resources/interviews/debriefs/first.jsonl"), 0);
    assertThat(figures).containsEntry("commitmentAccuracy", 1.0);
    assertThat(figures)
        .hasEntrySatisfying("fieldsF1", it -> assertThat((Double) it).isGreaterThan(0.9));
  }

  private static DebriefProposal read(String text, String language) {
    return DebriefReader.read(text, EVENING, TUESDAY, language);
  }
}
