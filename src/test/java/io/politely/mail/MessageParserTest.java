package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParseResult.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private static final String HEAD =
      """
      From: "Lovelace, Ada" <Ada@Example.org>
      To: Grace <grace@example.com>, joan@example.net (Joan)
      Date: Mon, 2 Mar 2026 10:00:00 +0100
      Subject: =?utf-8?B?w4Rw?= =?utf-8?Q?fel?=
      Message-ID: <1@example.org>
      """;

  private final MessageParser parser = new MessageParser();

  @Test
  void headers_are_decoded_and_understood() {
    var message =
        parsed(
            HEAD
                + "In-Reply-To: <0@example.com> (Grace)\n"
                + "References: <a@b>\n"
                + "\t<0@exam\n"
                + " ple.com>\n\n"
                + "Hi.\n");

    assertThat(message.subject()).isEqualTo("Äpfel");
    assertThat(message.internetId()).isEqualTo("1@example.org");
    assertThat(message.inReplyTo()).containsExactly("0@example.com");
    assertThat(message.references()).containsExactly("a@b", "0@example.com");
    assertThat(message.from())
        .isEqualTo(new Correspondent(new EmailAddress("ada@example.org"), "Lovelace, Ada"));
    assertThat(message.to()).extracting(Correspondent::name).containsExactly("Grace", "Joan");
    assertThat(message.sentAt()).isEqualTo(MONDAY);
    assertThat(message.letter().text()).isEqualTo("Hi.\n");
  }

  @Test
  void the_parts_of_a_multipart_become_text_html_and_attachments() {
    var raw =
        HEAD
            + """
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Caf=E9
            --inner
            Content-Type: text/html; charset=utf-8

            <p>Caf\u00e9</p>
            --inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --outer--
            """;
    var message = parsed(raw);

    assertThat(message.letter().text()).isEqualTo("Caf\u00e9");
    assertThat(message.letter().html()).isEqualTo("<p>Caf\u00e9</p>");
    assertThat(message.letter().partTypes())
        .containsExactly(
            "multipart/mixed",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "application/pdf");
    assertThat(message.attachments())
        .containsExactly(new Attachment("r\u00e9sum\u00e9.pdf", "application/pdf", 5));
    var opened = parser.attachment(Mailboxes.bytes(raw), 0).orElseThrow();
    assertThat(opened.content()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
    assertThat(parser.attachment(Mailboxes.bytes(raw), 1)).isEmpty();
    assertThat(parser.html(Mailboxes.bytes(raw))).contains("<p>Caf\u00e9</p>");
  }

  @Test
  void parts_whose_boundary_never_comes_are_read_as_text() {
    var message = parsed(HEAD + "Content-Type: multipart/mixed; boundary=never\n\nTea at four?\n");

    assertThat(message.letter().text()).isEqualTo("Tea at four?\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "x-unknown", "", "us-ascii", "UTF-8\"", "utf_8@"})
  void text_is_read_whatever_character_set_it_claims(String charset) {
    var message =
        parsed(HEAD + "Content-Type: text/plain; charset=\"" + charset + "\"\n\nGrüße aus Köln\n");

    assertThat(message.letter().text()).isEqualTo("Grüße aus Köln\n");
  }

  @Test
  void western_bytes_without_a_character_set_are_read_as_western() {
    var raw = (HEAD + "\nGrüße\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(parsed(raw).letter().text()).isEqualTo("Grüße\n");
  }

  @Test
  void nul_characters_do_not_reach_the_text() {
    var message = parsed(HEAD.replace("Äpfel", "") + "X: \0\n\none\0two\n");

    assertThat(message.letter().text()).isEqualTo("onetwo\n");
    assertThat(message.subject()).doesNotContain("\0");
  }

  @Test
  void a_message_without_an_id_or_with_an_empty_one_has_none() {
    assertThat(parsed(HEAD.replace("Message-ID: <1@example.org>\n", "") + "\n").internetId())
        .isNull();
    assertThat(parsed(HEAD.replace("<1@example.org>", "<>") + "\n").internetId()).isNull();
  }

  @Test
  void an_absurd_date_gives_way_to_the_trace_of_delivery() {
    var received = "Received: from a by b; Mon, 2 Mar 2026 09:00:00 +0000\n";
    for (var absurd :
        List.of("Thu, 1 Jan 1970 00:00:00 +0000", "Fri, 2 Mar 2096 10:00:00 +0000", "gestern")) {
      var head = received + HEAD.replace("Mon, 2 Mar 2026 10:00:00 +0100", absurd);
      var message = parsed(head + "\n");

      assertThat(message.sentAt()).as(absurd).isEqualTo(MONDAY);
      assertThat(message.sentAtSource()).isEqualTo(SentAtSource.RECEIVED);
    }
  }

  @Test
  void labels_and_thread_of_google_are_of_the_copy_not_of_the_message() {
    var plain = parsed(HEAD + "\nHi.\n");
    var copy =
        parsed(
            "X-GM-THRID: 17\nX-Gmail-Labels: =?UTF-8?Q?Gesendet,Ge=C3=B6ffnet?=\n"
                + HEAD
                + "\nHi.\n");

    assertThat(copy.delivery().threadHint()).isEqualTo("17");
    assertThat(copy.delivery().labels()).containsExactly("Gesendet", "Geöffnet");
    assertThat(copy.contentHash()).isEqualTo(plain.contentHash());
  }

  @Test
  void traces_and_line_ends_do_not_change_the_identity_but_words_do() {
    var message = HEAD + "\nHi Grace,\nsee you.\n";
    var hash = parsed(message).contentHash();

    assertThat(
            parsed("Received: from x; Mon, 2 Mar 2026 09:01:00 +0000\nX-Y: z\n" + message)
                .contentHash())
        .isEqualTo(hash);
    assertThat(parsed(message.replace("\n", "\r\n") + "\r\n\r\n").contentHash()).isEqualTo(hash);
    assertThat(parsed(message.replace("see", "saw")).contentHash()).isNotEqualTo(hash);
    assertThat(parsed(message.replace("Grace <", "G <")).contentHash()).isNotEqualTo(hash);
    assertThat(parsed("Auto-Submitted: auto-replied\n" + message).contentHash()).isNotEqualTo(hash);
  }

  @Test
  void a_header_is_the_same_however_it_was_folded() {
    var blank = HEAD.replace("Grace <", "Grace\n <") + "\nHi.\n";
    var tab = HEAD.replace("Grace <", "Grace\n\t<") + "\nHi.\n";

    assertThat(parsed(tab).contentHash()).isEqualTo(parsed(blank).contentHash());
  }

  @Test
  void the_same_id_with_another_text_is_another_message() {
    assertThat(parsed(HEAD + "\nOne.\n").contentHash())
        .isNotEqualTo(parsed(HEAD + "\nTwo.\n").contentHash());
  }

  @Test
  void parts_nested_without_end_are_refused() {
    var raw = new StringBuilder(HEAD);
    for (int i = 0; i < 5_000; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }

    assertThat(refusal(Mailboxes.bytes(raw.toString()))).contains("nested");
  }

  @Test
  void headers_without_end_are_refused() {
    assertThat(refusal(Mailboxes.bytes(HEAD + "X: y\n".repeat(200_000) + "\n")))
        .contains("headers");
    assertThat(refusal(Mailboxes.bytes(HEAD + "X: " + "y".repeat(100_000) + "\n\n")))
        .contains("header");
  }

  @Test
  void parts_without_end_are_refused() {
    var raw =
        HEAD
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nx\n".repeat(2_000)
            + "--b--\n";

    assertThat(refusal(Mailboxes.bytes(raw))).contains("parts");
  }

  @Test
  void what_has_no_header_of_a_mail_is_refused() {
    assertThat(refusal(new byte[] {0x20, 0x01, 0x0a, 0x20, 0x0a, 0x0a, 0x0a})).isNotBlank();
    assertThat(refusal(new byte[0])).isNotBlank();
  }

  @Test
  void recipients_by_the_thousand_are_read_in_time() {
    var recipients = "r@example.com,\n ".repeat(3_000) + "last@example.com";
    var started = System.nanoTime();

    assertThat(parsed(HEAD + "Cc: " + recipients + "\n\n").cc()).hasSizeLessThan(3_002);
    var words = "=?utf-8?Q?a?= ".repeat(4_000);
    assertThat(parsed(HEAD + "Comments: " + words + "\n\n").subject()).isEqualTo("Äpfel");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void any_bytes_give_a_message_or_a_reason() {
    var random = new Random(42);
    var seed =
        Mailboxes.bytes(
            HEAD
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n"
                + "--b\n"
                + "Content-Type: text/html; charset=utf-16\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + "PGI+\n"
                + "--b--\n");
    for (int round = 0; round < 3_000; round++) {
      var bytes = seed.clone();
      for (int change = 0; change <= random.nextInt(20); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(parser.parse(bytes, null)).isNotNull();
    }
  }

  @Test
  void strange_address_headers_are_read_as_they_were_meant() {
    assertThat(addresses("Ada ada@example.org, <grace@example.com>, 'joan@example.net'"))
        .containsExactly("ada@example.org", "grace@example.com", "joan@example.net");
    assertThat(addresses("Team: ada@example.org, Grace <grace@example.com>;, joan@example.net"))
        .containsExactly("ada@example.org", "grace@example.com", "joan@example.net");
    assertThat(addresses("undisclosed-recipients:;")).isEmpty();
    assertThat(addresses("Ada <ada@example.org> Grace <grace@example.com>"))
        .containsExactly("ada@example.org", "grace@example.com");
    assertThat(addresses("\"a \\\"b\\\" c\" <ada@example.org>; grace@example.com"))
        .containsExactly("ada@example.org", "grace@example.com");
    assertThat(addresses("\"unclosed <ada@example.org>")).containsExactly("ada@example.org");
    assertThat(addresses("<@relay.example.net:ada@example.org>"))
        .containsExactly("ada@example.org");
    assertThat(addresses("mailto:ada@example.org")).containsExactly("ada@example.org");
    assertThat(addresses("ada at example.org")).isEmpty();
  }

  @Test
  void dates_are_read_in_every_form_that_mail_has_used() {
    for (var date :
        List.of(
            "Mon, 2 Mar 2026 09:00:00 GMT",
            "Mon,  2 Mar 26 10:00 +0100",
            "2 March 2026 04:00:00 EST",
            "Mon Mar  2 09:00:00 2026",
            "Mon Mar 2 01:00:00 PST 2026",
            "Monday, 02-Mar-26 09:00:00 GMT",
            "Mon, 2 Mar 2026 09:00:00 +0000 (a comment (nested))",
            "2026-03-02T09:00:00Z",
            "Mon, 2 Mar 2026 09:00.00 +0000")) {
      assertThat(MailDates.parse(date).map(at -> at.toInstant())).as(date).contains(MONDAY);
    }
    assertThat(MailDates.parse("Mon, 31 Feb 2026 09:00:00 +0000")).isEmpty();
    assertThat(MailDates.parse("soon")).isEmpty();
  }

  private static List<String> addresses(String header) {
    return AddressLists.parse(header).stream().map(one -> one.address().value()).toList();
  }

  private ParsedMessage parsed(String raw) {
    return parsed(Mailboxes.bytes(raw));
  }

  private ParsedMessage parsed(byte[] raw) {
    var result = parser.parse(raw, null);
    assertThat(result).isInstanceOf(Parsed.class);
    return ((Parsed) result).message();
  }

  private String refusal(byte[] raw) {
    var result = parser.parse(raw, null);
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).reason();
  }
}
