package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada Byron writes to Grace Hopper. */
class ContactsTest {

  static final ZonedDateTime MONDAY =
      ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneId.of("Europe/London"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Please talk to Dana Reyes (dana@example.org). | Dana Reyes (dana@example.org)",
        "Please write to dana@example.org instead. | dana@example.org",
        "You want Dana Reyes, dana@example.org. | Dana Reyes (dana@example.org)",
        "Contact my colleague Dana Reyes at dana@example.org | Dana Reyes (dana@example.org)",
        "The address is dana@example.org (Dana Reyes). | Dana Reyes (dana@example.org)",
        "Write to desk@example.org and ask for Dana. | Dana (desk@example.org)",
        "Dana Reyes in procurement handles this. | Dana Reyes",
        "You should speak with Dana in procurement. | Dana",
        "Our new buyer is Dana van der Berg. | Dana van der Berg",
        "Wenden Sie sich bitte an Frau Reyes. | Reyes",
        "Bitte wenden Sie sich an meine Kollegin Dana Reyes (dana@example.org). | Dana Reyes"
            + " (dana@example.org)",
        "Meine Vertretung ist Jürgen Müller-Lang, j.mueller@example.org. | Jürgen Müller-Lang"
            + " (j.mueller@example.org)",
        "Dana Reyes ist dafür zuständig. | Dana Reyes",
        "Contactez ma collègue Dana Reyes. | Dana Reyes",
        "Adressez-vous à Mme Reyes (dana@example.org). | Reyes (dana@example.org)",
        "Pendant mon absence, Dana Reyes me remplace. | Dana Reyes",
        "Contacte con mi compañera Dana Reyes en dana@example.org. | Dana Reyes (dana@example.org)",
        "Dana Reyes se encarga de esto. | Dana Reyes",
        "Si rivolga alla collega Dana Reyes. | Dana Reyes",
        "Dana Reyes mi sostituisce. | Dana Reyes",
        "Neem contact op met Dana Reyes via dana@example.org. | Dana Reyes (dana@example.org)",
        "Dana Reyes gaat hierover. | Dana Reyes",
        "Fale com a Dana Reyes. | Dana Reyes",
        "Quem cuida é Dana Reyes (dana@example.org). | Dana Reyes (dana@example.org)",
      })
  void a_sentence_names_whom_to_turn_to(String sentence, String contact) {
    assertThat(contacts().in(sentence, "")).hasToString(contact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please contact me at ada.byron@example.com.",
        "Reach me at ada@home.example.net until then.",
        "Write to me again in April.",
        "Contact our Sales Department.",
        "Wenden Sie sich an die Personalabteilung.",
        "Call me on Monday.",
        "I will ask Grace.",
        "Please try again in September.",
        "Thank you for your mail.",
      })
  void a_sentence_that_names_nobody_else_names_nobody(String sentence) {
    assertThat(contacts().in(sentence, "")).isNull();
  }

  @Test
  void a_pronoun_means_whoever_was_named_before() {
    assertThat(contacts().in("Write to her.", "Dana Reyes worked there for years."))
        .isEqualTo(new Contact("Dana Reyes", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I am away until 13 March. Kim Sato (kim@example.org) stands in for me. | Kim Sato"
            + " (kim@example.org)",
        "I am on leave. For urgent matters please contact desk@example.org. | desk@example.org",
        "Ich bin bis 13.03. im Urlaub. In dringenden Fällen vertritt mich Kim Sato. | Kim Sato",
        "Je suis absent jusqu'au 13 mars. En cas d'urgence, contactez Kim Sato. | Kim Sato",
        "Estoy de vacaciones hasta el 13 de marzo. Kim Sato me sustituye. | Kim Sato",
        "Sono in ferie fino al 13 marzo. Per urgenze contattare Kim Sato. | Kim Sato",
        "Ik ben met vakantie tot 13 maart. Kim Sato vervangt mij. | Kim Sato",
        "Estou de férias até 13 de março. Kim Sato me substitui. | Kim Sato",
      })
  void a_notice_of_absence_names_who_stands_in(String text, String contact) {
    var reading = Reader.read(letter(text, Map.of("auto-submitted", List.of("auto-replied"))));

    assertThat(reading.kind()).isEqualTo(Kind.OUT_OF_OFFICE);
    assertThat(reading.contact()).hasToString("Optional[" + contact + "]");
    assertThat(reading.signals()).extracting(Signal::act).contains(Act.STAND_IN);
  }

  @Test
  void whoever_is_the_wrong_one_names_the_right_one_a_sentence_later() {
    var reading =
        Reader.read(
            letter(
                "I'm not the right person for this. Dana runs it now: dana@example.org", Map.of()));

    assertThat(Intent.of(reading.signals())).isEqualTo(Intent.WRONG_PERSON);
    assertThat(reading.contact().map(Contact::address))
        .contains(new EmailAddress("dana@example.org"));
  }

  @Test
  void a_mailbox_that_was_left_names_the_successor() {
    var reading =
        Reader.read(
            letter(
                "Ada Byron has left the company. Please contact Dana Reyes (dana@example.org).",
                Map.of("auto-submitted", List.of("auto-replied"))));

    assertThat(reading.kind()).isEqualTo(Kind.AUTOMATIC_REPLY);
    assertThat(reading.contact()).hasToString("Optional[Dana Reyes (dana@example.org)]");
  }

  private static Contacts contacts() {
    return new Contacts(letter("", Map.of()));
  }

  private static Letter letter(String text, Map<String, List<String>> more) {
    var headers = new HashMap<>(more);
    headers.put("from", List.of("Ada Byron <ada.byron@example.com>"));
    headers.put("to", List.of("Grace Hopper <grace@example.org>"));
    return new Letter(headers, MONDAY, text, null, List.of("text/plain"), null);
  }
}
