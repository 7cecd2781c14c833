package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.wording.OwnStyle.Formality;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnStyleTest {

  private static final List<OwnLetter> ENGLISH =
      Stream.of("Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov")
          .map(name ->
              new OwnLetter(
                  "Hi %s,\n\nhere is the rota of May.\nThe beds are in column two.\n\nCheers,\nTom\n"
                      .formatted(name.split(" ", -1)[0]),
                  "en",
                  name))
          .toList();

  private static final List<OwnLetter> GERMAN =
      Collections.nCopies(
          5,
          new OwnLetter(
              "Moin,\n\nkannst du mir den Plan für Mai schicken?\n\nLG Tom", "de", "Ada Lovelace"));

  @Test
  void five_letters_tell_how_somebody_begins_and_ends() {
    var style = OwnStyle.learn(ENGLISH, List.of(), "en");

    assertThat(style.greeting()).isEqualTo("Hi {firstName},");
    assertThat(style.signOff()).isEqualTo("Cheers,\nTom");
    assertThat(style.medianWords()).isEqualTo(12);
    assertThat(style.letters()).isEqualTo(5);
    assertThat(style.said()).isEqualTo("Opener, sign-off and tone as in 5 letters of yours.");
  }

  @Test
  void four_letters_tell_nothing() {
    assertThat(OwnStyle.learn(ENGLISH.subList(0, 4), List.of(), "en"))
        .isEqualTo(OwnStyle.unknown());
  }

  @Test
  void letters_in_another_language_tell_nothing() {
    assertThat(OwnStyle.learn(ENGLISH, List.of(), "de")).isEqualTo(OwnStyle.unknown());
  }

  @Test
  void what_was_written_to_this_reader_goes_first() {
    var before =
        List.of(
            new OwnLetter(
                "Sehr geehrte Frau Lovelace,\n\nhaben Sie den Plan bekommen?\n\nIhr Tom",
                "de",
                "Ada Lovelace"));

    var style = OwnStyle.learn(GERMAN, before, "de");

    assertThat(style.greeting()).isEqualTo("Sehr geehrte Frau Lovelace,");
    assertThat(style.formality()).isEqualTo(Formality.FORMAL);
    assertThat(style.said()).isEqualTo("Opener and tone as in your one letter to them.");
  }

  @Test
  void who_says_du_to_everybody_says_it_to_the_next() {
    var style = OwnStyle.learn(GERMAN, List.of(), "de");

    assertThat(style.formality()).isEqualTo(Formality.FAMILIAR);
    assertThat(style.greeting()).isEqualTo("Moin,");
    assertThat(style.signOff()).isEqualTo("LG Tom");
  }

  @Test
  void nobody_is_called_du_without_a_sign_of_it() {
    assertThat(OwnStyle.learn(List.of(), List.of(), "de").formality()).isEqualTo(Formality.FORMAL);
  }

  @ParameterizedTest
  @CsvSource({"Liebe Ada", "Dear Ms Lovelace", "Cher Alan", "Estimada Ada"})
  void an_opener_that_fits_one_gender_or_person_is_no_habit(String opener) {
    var letters =
        Collections.nCopies(
            6,
            new OwnLetter(opener + ",\n\nHere is the rota.\n\nBest,\nTom", "en", "Ada Lovelace"));

    assertThat(OwnStyle.learn(letters, List.of(), "en").greeting()).isEmpty();
  }

  @Test
  void an_opener_to_many_is_not_used_for_one() {
    var toAll = new OwnLetter("Hi all,\n\nthe rota is out.\n\nBest,\nTom", "en", "Ada Lovelace");

    assertThat(OwnStyle.learn(List.of(), List.of(toAll), "en").greeting()).isEmpty();
  }

  @Test
  void a_last_line_that_comes_once_is_no_sign_off() {
    var letters =
        Stream.of("The plan", "A list", "My notes", "Two rooms", "Your key")
            .map(end -> new OwnLetter("Hello,\n\nhere it comes.\n\n" + end, "en", ""))
            .toList();

    assertThat(OwnStyle.learn(letters, List.of(), "en").signOff()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Hast du Zeit? | FAMILIAR",
        "de | Haben Sie Zeit? | FORMAL",
        "fr | Avez-vous le temps ? | FORMAL",
        "fr | Est-ce que tu as le temps ? | FAMILIAR",
        "es | ¿Tiene usted tiempo? | FORMAL",
        "es | ¿Cuál es tu plan? | FAMILIAR",
        "it | Qual è il tuo piano? | FAMILIAR",
        "it | Come Lei sa, il piano è pronto. | FORMAL",
        "nl | Heb je tijd? | FAMILIAR",
        "nl | Hebt u tijd? | FORMAL",
        "pt | Qual é o teu plano? | FAMILIAR",
        "pt | O senhor tem tempo? | FORMAL"
      })
  void their_words_tell_how_they_address_the_reader(
      String language, String text, Formality formality) {
    var before = List.of(new OwnLetter("Ada,\n\n" + text + "\nDanke.", language, "Ada Lovelace"));

    assertThat(OwnStyle.learn(List.of(), before, language).formality()).isEqualTo(formality);
  }

  @Test
  void drafts_open_end_and_address_as_their_letters_do() {
    var draft =
        new Drafts()
            .draft(
                DraftCast.request(
                    "S1",
                    new DraftStep.Touch(2),
                    "de",
                    DraftCast.everything().without(Field.RELEVANCE),
                    OwnStyle.learn(GERMAN, List.of(), "de")));

    assertThat(draft.body())
        .startsWith("Moin,\n\nseit meiner letzten Mail habe ich etwas gefunden, das du gleich")
        .endsWith("\n\nLG Tom");
    assertThat(draft.notes()).contains("Opener, sign-off and tone as in 5 letters of yours.");
  }

  @Test
  void a_style_of_one_language_is_not_used_in_another() {
    var draft =
        new Drafts()
            .draft(
                DraftCast.request(
                    "S1",
                    new DraftStep.Touch(2),
                    "fi",
                    DraftCast.everything(),
                    OwnStyle.learn(GERMAN, List.of(), "de")));

    assertThat(draft.body()).startsWith("Hello Ada,").doesNotContain("LG Tom");
  }
}
