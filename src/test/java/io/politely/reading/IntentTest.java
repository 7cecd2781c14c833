package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {

  static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+00:00");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please remove me from your database.",
        "Stop emailing me.",
        "Do not contact me again.",
        "Bitte löschen Sie meine Daten.",
        "Streichen Sie mich bitte aus Ihrem Verteiler.",
        "Merci de ne plus me contacter.",
        "No me escriba más, por favor.",
        "Non mi contattate più.",
        "Graag geen e-mails meer.",
        "Por favor, não me envie mais mensagens.",
      })
  void a_stop_is_understood(String text) {
    assertThat(intent(text)).isEqualTo(Intent.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm away until the 15th.\n\nWrite to me then.",
        "Budget opens on 16 March.\n\nWe have eleven trucks here.\n\nCould you remind me then?",
        "Bis zum 15. März bin ich auf Montage.\n\nSchreiben Sie mir dann gerne.",
        "Je suis en congé jusqu'au 15 mars.\n\nÉcrivez-moi à ce moment-là.",
        "Hasta el 15 de marzo estamos con la auditoría.\n\nEscríbame entonces, por favor.",
        "Fino al 15 marzo siamo in fiera.\n\nMi scriva allora.",
        "Tot 15 maart zit ik vast.\n\nHet stof ligt hoog.\n\nWil je me dan een seintje geven?",
        "Até 15 de março estou em obras.\n\nEscreva-me então.",
      })
  void then_means_the_day_that_was_named_above(String text) {
    assertThat(intent(text)).isEqualTo(Intent.NOT_NOW);
    assertThat(Intent.earliest(read(text).signals())).isEqualTo(MONDAY.toLocalDate().plusWeeks(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The board meets on 16 March.\n\nI'll write to you then.",
        "Der Rat tagt am 16. März.\n\nIch melde mich dann bei Ihnen.",
        "The offer of 16 March is fine.\n\nCould you call me, Dan asked for it?",
      })
  void who_writes_then_themselves_puts_nothing_off(String text) {
    assertThat(intent(text)).isNotEqualTo(Intent.NOT_NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please stop by when you are in town.",
        "I will stop here, the rest can wait.",
        "You can remove me from cc, Ada has it.",
        "The bus stop is across the street.",
        "Don't stop looking.",
      })
  void what_only_sounds_like_a_stop_is_none(String text) {
    assertThat(intent(text)).isNotEqualTo(Intent.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody here decided against you, the job is only frozen.",
        "This is not a rejection, we are still talking.",
        "Das ist keine Absage, wir brauchen noch etwas Zeit.",
        "Ce n'est pas un refus, il nous faut encore quelques jours.",
      })
  void what_denies_a_rejection_is_none(String text) {
    assertThat(intent(text)).isNotEqualTo(Intent.REJECTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We have decided to go with another candidate. | REJECTION",
        "Leider haben wir uns für einen anderen Bewerber entschieden. | REJECTION",
        "Thanks, but we're not interested. | NOT_INTERESTED",
        "Non merci, nous ne sommes pas intéressés. | NOT_INTERESTED",
        "Danke, kein Interesse. | NOT_INTERESTED",
        "Gracias, pero no me interesa. | NOT_INTERESTED",
        "Grazie, ma non mi interessa. | NOT_INTERESTED",
        "Obrigado, mas não tenho interesse. | NOT_INTERESTED",
        "Bedankt, maar geen interesse. | NOT_INTERESTED",
        "Merci, mais ça ne m'intéresse pas. | NOT_INTERESTED",
        "No, thanks. | NOT_INTERESTED",
        "Danke, nein. | NOT_INTERESTED",
        "I'm not the right person for this, please contact Grace instead. | WRONG_PERSON",
        "Dafür ist meine Kollegin zuständig. | WRONG_PERSON",
        "Not right now. Try me again in May. | NOT_NOW",
        "Ahora no, escríbame en septiembre. | NOT_NOW",
        "We are delighted to offer you the position. | OFFER",
        "Tuesday at 10:30 works for me. | SCHEDULING",
        "I'm interested, tell me more. | INTERESTED",
        "Could you send me the contract? | REQUEST",
        "Where are the data kept? | QUESTION",
        "You'll hear from me by Friday. | PROMISE",
        "Thanks a lot! | THANKS_ONLY",
        "Vielen Dank, Jonas Brandt | THANKS_ONLY",
        "Thanks, best regards | THANKS_ONLY",
        "Merci, bonne journée à vous | THANKS_ONLY",
        "The office moved to the second floor. | FYI",
      })
  void a_reply_means_one_thing_before_all_others(String text, Intent intent) {
    assertThat(intent(text)).isEqualTo(intent);
  }

  @Test
  void not_now_tells_the_first_day_even_from_the_sentence_beside_it() {
    var signals = read("Not right now, we are closing the books. Mid-April is fine.").signals();

    assertThat(Intent.earliest(signals)).isEqualTo(LocalDate.of(2026, 4, 15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am out of the office until 13 March. | 2026-03-16",
        "I am on leave and will be back on Thursday. | 2026-03-05",
        "Our office is closed from 2 to 6 March. | 2026-03-09",
      })
  void a_notice_of_absence_tells_the_first_day_back(String text, LocalDate back) {
    var letter =
        new Letter(
            Map.of("auto-submitted", List.of("auto-replied")),
            MONDAY,
            text,
            null,
            List.of("text/plain"),
            null);

    assertThat(Intent.earliest(Reader.read(letter).signals())).isEqualTo(back);
  }

  @Test
  void a_talk_proposed_for_a_far_week_or_month_puts_off() {
    var far = read("Could we talk in May?");
    var near = read("Could we talk on Thursday?");

    assertThat(Intent.of(far.signals())).isEqualTo(Intent.NOT_NOW);
    assertThat(Intent.earliest(far.signals())).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(Intent.of(near.signals())).isNotEqualTo(Intent.NOT_NOW);
  }

  @Test
  void a_day_with_a_bare_hour_after_it_is_a_time() {
    var signals = read("Thursday 12 March, 11, at the office.").signals();

    assertThat(Intent.of(signals)).isEqualTo(Intent.SCHEDULING);
    assertThat(Intent.earliest(signals)).isEqualTo(LocalDate.of(2026, 3, 12));
  }

  @Test
  void what_lasts_since_a_day_names_no_day_to_come() {
    assertThat(Intent.earliest(read("Fixed at 10:30 since Wednesday.").signals())).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please complete the online form within five days. | ASK",
        "Bitte laden Sie Ihre Unterlagen im Portal hoch. | ASK",
        "Your application has been withdrawn. | DONE",
        "Votre demande a été clôturée. | DONE",
        "Unfortunately you were not selected. | REJECTION",
      })
  void a_program_may_ask_end_or_decline(String text, Act act) {
    assertThat(ofProgram(text)).extracting(Signal::act).contains(act);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If you do not hear from us within four weeks, you were not selected.",
        "If this is urgent, please complete the form.",
        "Thank you, we have received your application.",
      })
  void what_a_program_says_for_some_case_is_not_said_yet(String text) {
    assertThat(ofProgram(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"I'll be there.", "I'll let you go now.", "If we ever need it, I'll call."})
  void what_only_sounds_like_a_promise_is_none(String text) {
    assertThat(read(text).signals()).extracting(Signal::act).doesNotContain(Act.PROMISE);
  }

  private static List<Signal> ofProgram(String text) {
    var letter =
        new Letter(
            Map.of("auto-submitted", List.of("auto-replied")),
            MONDAY,
            text,
            null,
            List.of("text/plain"),
            null);
    return Reader.read(letter).signals();
  }

  private static Intent intent(String text) {
    return Intent.of(read(text).signals());
  }

  private static Reading read(String text) {
    return Reader.read(new Letter(Map.of(), MONDAY, text, null, List.of("text/plain"), null));
  }
}
