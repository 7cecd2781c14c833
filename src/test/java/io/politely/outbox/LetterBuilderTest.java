package io.politely.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.ConversationId;
import io.politely.mail.Correspondent;
import io.politely.mail.MessageId;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParsedMessage;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccount.State;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.reading.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterBuilderTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress LINUS = new EmailAddress("linus@example.net");
  private static final EmailAddress EVE = new EmailAddress("eve@example.net");
  private static final ZonedDateTime MONDAY =
      ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneId.of("Europe/Berlin"));
  private static final String ID = "f00d.cafe@example.com";

  private final LetterBuilder builder = new LetterBuilder(new MessageParser());

  @Test
  void a_letter_arrives_as_it_was_written() {
    var letter =
        new NewLetter(
            List.of(GRACE),
            List.of(LINUS),
            List.of(EVE),
            "Grüße aus Köln",
            "Dear Grace,\n\ndoes Tuesday work?\n\nAda",
            null,
            List.of());

    var bytes = builder.build(letter, account("Ada Lovelace", "Ada\nEngines"), ID, MONDAY);
    var made = parsed(bytes);

    assertThat(made.from()).isEqualTo(new Correspondent(ADA, "Ada Lovelace"));
    assertThat(made.fromName()).isEqualTo("Ada Lovelace");
    assertThat(made.subject()).isEqualTo("Grüße aus Köln");
    assertThat(made.sentAt()).isEqualTo(MONDAY.toInstant());
    assertThat(made.internetId()).isEqualTo(ID);
    assertThat(made.letter().text())
        .isEqualToNormalizingNewlines(
            "Dear Grace,\n\ndoes Tuesday work?\n\nAda\n\n-- \nAda\nEngines\n");
    assertThat(made.letter().html()).contains("<p>does Tuesday work?</p>");
    assertThat(letter.recipients()).containsExactly(EVE, GRACE, LINUS);
    assertThat(new String(bytes, UTF_8)).doesNotContainIgnoringCase("eve@").doesNotContain("Bcc");
  }

  @Test
  void an_answer_is_in_the_thread_and_quotes_below() {
    var answered =
        new Answered(
            new MessageId(new UUID(0, 1)),
            new ConversationId(new UUID(0, 2)),
            "second@example.org",
            List.of("first@example.org", "bad id@example.org\r\nX-Evil: 1"),
            List.of("first@example.org", "second@example.org"),
            "On 1 March 2026, Grace wrote:",
            "Hello Ada,\n> so you said");
    var letter =
        new NewLetter(
            List.of(GRACE), List.of(), List.of(), "Re: A plan", "Yes.", answered, List.of());

    var made = parsed(builder.build(letter, account("", ""), ID, MONDAY));

    assertThat(made.inReplyTo()).containsExactly("second@example.org");
    assertThat(made.references()).containsExactly("first@example.org", "second@example.org");
    assertThat(made.letter().text())
        .isEqualToNormalizingNewlines(
            "Yes.\n\nOn 1 March 2026, Grace wrote:\n> Hello Ada,\n>> so you said\n");
    assertThat(Reader.read(made.letter()).newestText()).isEqualTo("Yes.");
  }

  @Test
  void a_file_goes_with_it() {
    var enclosure =
        new Enclosure("../../Lebenslauf\r\nBcc: eve@example.net.pdf", "text/html\r\nX: y", bytes());
    var letter =
        new NewLetter(
            List.of(GRACE), List.of(), List.of(), "My CV", "Here it is.", null, List.of(enclosure));

    var raw = builder.build(letter, account("", ""), ID, MONDAY);
    var made = parsed(raw);

    assertThat(made.attachments()).hasSize(1);
    assertThat(made.attachments().getFirst().name())
        .isEqualTo("LebenslaufBcc: eve@example.net.pdf");
    assertThat(made.attachments().getFirst().type()).isEqualTo("application/octet-stream");
    assertThat(new MessageParser().attachment(raw, 0).orElseThrow().content()).isEqualTo(bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\u2028B",
        "A\u0085B",
        "A\ud800B",
        "=?utf-8?q?A?= B",
        "A\u00a0\u00a0B",
        "A\u3000B",
        "\uFEFFA B",
        "A\u000bB",
        "=?",
        "\u200bA B"
      })
  void a_subject_arrives_as_it_is_shown_before(String subject) {
    var letter =
        new NewLetter(List.of(GRACE), List.of(), List.of(), subject, "Hello", null, List.of());

    var made = parsed(builder.build(letter, account("", ""), ID, MONDAY));

    assertThat(made.subject()).isEqualTo(letter.subject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b@example.com", "a b@example.com", "ä@example.com", "a;b@example.com"})
  void an_address_that_could_be_read_as_two_is_refused(String address) {
    var parsed = EmailAddress.parse(address);

    assertThat(parsed.isEmpty() || !letterTo(parsed.get()).problems().isEmpty()).isTrue();
  }

  @Test
  void a_letter_says_what_is_missing() {
    var empty = new NewLetter(List.of(), List.of(), List.of(), "", " ", null, List.of());

    assertThat(empty.problems()).containsExactly("Say whom it goes to.", "Write something first.");
    assertThat(letterTo(GRACE).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufffd", "Re: \ufffd\ufffd Termin", "Bj\ufffdrn"})
  void a_subject_that_reached_us_broken_can_be_answered(String subject) {
    var letter =
        new NewLetter(List.of(GRACE), List.of(), List.of(), subject, "Yes.", null, List.of());

    assertThat(parsed(builder.build(letter, account("Ada", ""), ID, MONDAY)).subject())
        .isEqualTo(subject);
  }

  @Property(tries = 1_000)
  void nothing_that_is_written_becomes_a_header(
      @ForAll @StringLength(max = 300) String subject,
      @ForAll @StringLength(max = 300) String body,
      @ForAll @StringLength(max = 60) String name,
      @ForAll @StringLength(max = 80) String signature) {
    var smuggled = "\r\nBcc: eve@example.net\r\n\r\n";
    var letter =
        new NewLetter(
            List.of(GRACE),
            List.of(),
            List.of(),
            subject + smuggled + "\u760d\u760a",
            body + "x" + smuggled,
            null,
            List.of());

    var made = parsed(builder.build(letter, account(name + smuggled, signature), ID, MONDAY));

    assertThat(made.cc()).isEmpty();
    assertThat(made.to()).hasSize(1);
  }

  private static NewLetter letterTo(EmailAddress address) {
    return new NewLetter(List.of(address), List.of(), List.of(), "", "Hello", null, List.of());
  }

  private static byte[] bytes() {
    return new byte[] {0, 1, 2, -1, 13, 10, 46, 13, 10};
  }

  private static MailAccount account(String name, String signature) {
    return new MailAccount(
        new MailAccountId(new UUID(0, 1)),
        ADA,
        name,
        new Server("imap.example.com", 993, Security.TLS),
        new Server("smtp.example.com", 465, Security.TLS),
        "ada",
        Authentication.PASSWORD,
        signature,
        false,
        State.ACTIVE,
        "",
        Instant.EPOCH);
  }

  private static ParsedMessage parsed(byte[] bytes) {
    if (new MessageParser().parse(bytes, null) instanceof Parsed(ParsedMessage made)) {
      return made;
    }
    throw new AssertionError("It cannot be read");
  }
}
