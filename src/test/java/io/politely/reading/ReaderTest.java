package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  static final ZonedDateTime MONDAY = ZonedDateTime.parse("2026-03-02T09:00:00+01:00");

  @Test
  void an_automatic_reply_tells_by_its_header() {
    assertThat(kind(Map.of("auto-submitted", "auto-replied"), "We received your mail."))
        .isEqualTo(Kind.AUTOMATIC_REPLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatic reply: Our call",
        "Abwesenheitsnotiz: Termin",
        "Réponse automatique : Point",
        "Respuesta automática: Reunión",
        "Risposta automatica: Incontro",
        "Automatisch antwoord: Afspraak",
        "Resposta automática: Reunião"
      })
  void an_automatic_reply_tells_by_its_subject(String subject) {
    assertThat(kind(Map.of("subject", subject), "…").isAutomaticAnswer()).isTrue();
  }

  @Test
  void a_real_answer_that_mentions_absence_is_human() {
    assertThat(
            kind(
                Map.of("subject", "Re: out of office next week?"),
                "I am out of office until Tuesday, but yes, let us do it."))
        .isEqualTo(Kind.HUMAN);
  }

  @Test
  void a_bounce_that_calls_itself_auto_replied_is_a_bounce() {
    assertThat(
            kind(
                Map.of(
                    "from", "MAILER-DAEMON@example.org",
                    "auto-submitted", "auto-replied",
                    "subject", "Undelivered Mail Returned to Sender"),
                "550 5.1.1 user unknown"))
        .isEqualTo(Kind.BOUNCE);
  }

  @Test
  void mail_to_a_list_of_people_is_a_persons() {
    assertThat(
            kind(
                Map.of("list-post", "<mailto:talk@example.org>", "precedence", "list"),
                "What do you think?"))
        .isEqualTo(Kind.LIST);
  }

  @Test
  void bulk_mail_is_a_newsletter() {
    assertThat(
            kind(
                Map.of("list-unsubscribe", "<https://example.com/u>", "from", "news@example.com"),
                "Our offers"))
        .isEqualTo(Kind.NEWSLETTER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Could you send me the contract? | ASK",
        "Please confirm the time. | ASK",
        "Könnten Sie mir den Vertrag schicken? | ASK",
        "Pourriez-vous m'envoyer le contrat ? | ASK",
        "¿Podría enviarme el contrato? | ASK",
        "Potrebbe inviarmi il contratto? | ASK",
        "Kunt u mij het contract sturen? | ASK",
        "Poderia me enviar o contrato? | ASK",
        "Does ten work for you? | QUESTION",
        "I'll send you the slides by Friday. | PROMISE",
        "Ich melde mich bis Freitag. | PROMISE",
        "Je vous envoie le document demain. | PROMISE",
        "Patch applied. | DONE",
        "Thanks a lot! | THANKS_ONLY",
      })
  void a_sentence_does_what_it_says(String sentence, Act act) {
    assertThat(read(sentence)).extracting(Signal::act).contains(act);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See https://example.com/find?q=you for more.",
        "> Could you send me the contract?",
        "```\nwhat(is_this)?\n```",
        "diff --git a/a b/a\n+Could you please check?\n",
        "If you have any questions, feel free to call me.",
        "Our guide answers \"Where do you live?\".",
        "The release is out.",
      })
  void what_asks_nothing_has_no_request(String text) {
    assertThat(read(text)).extracting(Signal::act).doesNotContain(Act.ASK, Act.QUESTION);
  }

  @ParameterizedTest
  @CsvSource({
    "I'll send it tomorrow., 2026-03-03",
    "I'll send it by Friday., 2026-03-06",
    "I'll send it next week., 2026-03-13",
    "I'll send it by the end of the month., 2026-03-31",
    "I'll send it in two weeks., 2026-03-16",
    "I'll send it on 2026-03-18., 2026-03-18",
    "I'll send it on March 12., 2026-03-12",
    "Ich schicke es bis Donnerstag., 2026-03-05",
    "Je vous envoie cela demain., 2026-03-03",
  })
  void a_promise_knows_its_day(String sentence, LocalDate due) {
    assertThat(read(sentence))
        .filteredOn(signal -> signal.act() == Act.PROMISE)
        .extracting(Signal::due)
        .containsExactly(due);
  }

  @Test
  void a_patch_is_handed_in_for_a_decision() {
    var letter = letter(Map.of("subject", "[PATCH] Handle empty names"), "Handle them.");

    assertThat(Reader.read(letter).signals()).extracting(Signal::act).contains(Act.SUBMISSION);
  }

  private static List<Signal> read(String text) {
    return Reader.read(letter(Map.of(), text)).signals();
  }

  private static Kind kind(Map<String, String> headers, String text) {
    return Reader.read(letter(headers, text)).kind();
  }

  private static Letter letter(Map<String, String> headers, String text) {
    var lists = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new Letter(lists, MONDAY, text, null, List.of("text/plain"), null);
  }
}
