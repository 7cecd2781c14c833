package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

  private static final Map<String, String> ANSWERED =
      Map.of("from", "Ada <ada@example.org>", "auto-submitted", "auto-replied");

  private static final Map<String, String> REPORT =
      Map.of(
          "from",
          "Mail Delivery Subsystem <MAILER-DAEMON@example.net>",
          "content-type",
          "multipart/report; report-type=delivery-status");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of the office until Monday.",
        "Ich bin bis 14. August im Urlaub.",
        "Je suis actuellement absente, de retour le 3 mars.",
        "Estoy de vacaciones y me reincorporo el lunes.",
        "Ik ben afwezig en weer terug op maandag.",
        "Encontro-me de férias até segunda-feira.",
        "Sono fuori ufficio, rientro il 3 marzo.",
      })
  void a_program_that_says_that_somebody_is_away_is_out_of_office(String text) {
    assertThat(kind(ANSWERED, "Automatic reply: Tea", text)).isEqualTo(Kind.OUT_OF_OFFICE);
  }

  @Test
  void a_notice_of_absence_needs_no_header() {
    var text =
        "I am on annual leave and back on Monday. Your mail will not be forwarded."
            + " In urgent cases please ring the front desk.";

    assertThat(kind(Map.of("from", "ada@example.org"), "Re: Tea", text))
        .isEqualTo(Kind.OUT_OF_OFFICE);
  }

  @Test
  void an_answer_that_mentions_absence_is_a_persons() {
    var from = Map.of("from", "ada@example.org");

    assertThat(kind(from, "Re: Tea", "I'm out of the office until Tuesday, but yes, gladly."))
        .isEqualTo(Kind.HUMAN);
    assertThat(kind(from, "Re: Tea", "I am on leave; in urgent cases call me. Shall we say noon?"))
        .isEqualTo(Kind.HUMAN);
  }

  @Test
  void an_acknowledgement_is_an_automatic_reply() {
    assertThat(kind(ANSWERED, "Your application", "We have received your application."))
        .isEqualTo(Kind.AUTOMATIC_REPLY);
  }

  @Test
  void a_program_that_doubts_the_sender_asks_for_confirmation() {
    var text = "Please reply to this message so that your original mail can be delivered.";

    assertThat(kind(ANSWERED, "Your message is waiting", text)).isEqualTo(Kind.CHALLENGE);
  }

  @Test
  void a_bounce_that_calls_itself_a_reply_is_a_bounce() {
    var headers = new HashMap<>(REPORT);
    headers.put("auto-submitted", "auto-replied");

    assertThat(kind(headers, "Auto: Undeliverable", "550 5.1.1 User unknown"))
        .isEqualTo(Kind.BOUNCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.1.1 <grace@example.org>: Recipient address rejected: User unknown | BOUNCE",
        "550 5.4.1 Recipient address rejected: Access denied                     | BOUNCE",
        "Host or domain name not found. Name service error: Host not found       | BOUNCE",
        "550 5.1.6 The recipient has moved                                       | BOUNCE",
        "550 5.2.1 The account that you tried to reach is inactive               | SOFT_BOUNCE",
        "550 5.1.1 This account has been suspended                               | SOFT_BOUNCE",
        "554 Postfach gesperrt                                                   | SOFT_BOUNCE",
        "552 5.2.2 Mailbox full                                                  | SOFT_BOUNCE",
        "550 5.1.1 IP address is on a blocklist                                  | SOFT_BOUNCE",
        "553 5.1.8 Domain of sender address does not exist                       | SOFT_BOUNCE",
        "554 5.7.1 Message rejected due to content restrictions                  | SOFT_BOUNCE",
        "554 Something else went wrong                                           | SOFT_BOUNCE",
      })
  void the_servers_words_say_whether_the_address_can_be_used(String words, Kind kind) {
    assertThat(kind(REPORT, "Undelivered mail", words)).isEqualTo(kind);
    assertThat(Kinds.of(report("failed", words), "Your mail could not be delivered."))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your message has not yet been delivered. It will be retried for two days.",
        "Ihre Nachricht konnte noch nicht zugestellt werden.",
        "Votre message n'a pas encore été remis.",
        "Uw bericht is nog niet bezorgd.",
        "Il messaggio non è stato ancora consegnato.",
      })
  void what_is_still_tried_is_delayed(String text) {
    assertThat(kind(REPORT, "Warning", text)).isEqualTo(Kind.DELAY);
    assertThat(Kinds.of(report("delayed", "421 busy"), "")).isEqualTo(Kind.DELAY);
  }

  @Test
  void a_list_that_refuses_bounces() {
    var from =
        Map.of("from", "tea-admin@lists.example.org", "list-post", "<mailto:tea@example.org>");

    assertThat(kind(from, "Your mail to tea", "You are not a member of this mailing list."))
        .isEqualTo(Kind.SOFT_BOUNCE);
  }

  @Test
  void a_click_in_a_calendar_is_a_persons_answer() {
    var headers = Map.of("from", List.of("ada@example.org"), "subject", List.of("Accepted: Tea"));
    var letter =
        new Letter(
            headers, null, "", null, List.of("multipart/alternative", "text/calendar"), null);

    assertThat(Kinds.of(letter, "")).isEqualTo(Kind.CALENDAR_ANSWER);
    assertThat(Kind.CALENDAR_ANSWER.isPersonal()).isTrue();
  }

  @Test
  void a_program_that_signs_its_user_off_complains() {
    assertThat(kind(ANSWERED, "unsubscribe", "Sent to unsubscribe.")).isEqualTo(Kind.COMPLAINT);
  }

  private static Letter report(String action, String words) {
    var headers = new HashMap<String, List<String>>();
    REPORT.forEach((name, value) -> headers.put(name, List.of(value)));
    var status =
        "Final-Recipient: rfc822; grace@example.org\nAction: %s\nDiagnostic-Code: smtp; %s\n"
            .formatted(action, words);
    return new Letter(
        headers, null, null, null, List.of("multipart/report", "message/delivery-status"), status);
  }

  private static Kind kind(Map<String, String> headers, String subject, String text) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    all.put("subject", List.of(subject));
    return Kinds.of(new Letter(all, null, text, null, List.of("text/plain"), null), text);
  }
}
