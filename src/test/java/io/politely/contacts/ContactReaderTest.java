package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Edge
class ContactReaderTest {

  private static final Path CONTACTS =
      Path.of(Objects.requireNonNullElse(System.getenv("POLITELY_DATA"), "../shared/data"))
          .resolve("contacts");

  @Test
  void connections_are_read_below_their_preamble() {
    var ada =
        one(
            """
            Notes:,,,,,,
            "When exporting, you may notice, that some are missing.",,,,,,
            ,,,,,,
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Lovelace,https://www.linkedin.com/in/Ada-L/?trk=x,,Analytical Engines,Founder,05 Mar 2024
            ,,,,,,
            """);

    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.address()).isEqualTo(new EmailAddress("ada-l@linkedin.invalid"));
    assertThat(ada.company()).isEqualTo("Analytical Engines");
    assertThat(ada.title()).isEqualTo("Founder");
    assertThat(ada.connectedOn()).isEqualTo(LocalDate.parse("2024-03-05"));
  }

  @Test
  void a_list_of_objects_is_read_like_a_table() {
    var ada =
        one(
            """
            {"exported": "2026-03-02", "people": [
              {"name": "Ada Lovelace", "email": [{"value": "ada@example.org", "kind": "work"}],
               "company": {"name": "Analytical Engines"}, "tags": ["engine", "poet"], "age": null}]}
            """);

    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.address()).isEqualTo(new EmailAddress("ada@example.org"));
    assertThat(ada.company()).isEqualTo("Analytical Engines");
  }

  @Test
  void json_without_people_gets_a_sentence() {
    var deep = "[".repeat(100_000);
    for (var json : List.of("{}", "[]", "[1, 2]", "{\"people\": 3}", "[{\"name\": \"Ada\"", deep)) {
      assertThat(read(json.getBytes(UTF_8)))
          .as(json.substring(0, Math.min(json.length(), 40)))
          .isEqualTo(new Refused("This JSON is no list of people, or it is damaged."));
    }
    assertThat(read(("[" + " ".repeat(11 << 20)).getBytes(UTF_8)))
        .isEqualTo(
            new Refused("A JSON file of people has at most 10 MB: split it, or save it as CSV."));
  }

  @Test
  void german_headers_a_byte_order_mark_and_semicolons_are_understood() {
    var hans =
        one(
            "\ufeff"
                + """
                Vorname;Nachname;E-Mail-Adresse;Unternehmen;Position;Verbunden am
                Hans;Beispiel;hans@example.org;Beispiel AG;Entwickler;3. April 2022
                """);

    assertThat(hans.name()).isEqualTo("Hans Beispiel");
    assertThat(hans.address()).isEqualTo(new EmailAddress("hans@example.org"));
    assertThat(hans.connectedOn()).isEqualTo(LocalDate.parse("2022-04-03"));
  }

  @ParameterizedTest
  @CsvSource({
    "05 Mar 2024, 2024-03-05",
    "5. März 2024, 2024-03-05",
    "15 Dez. 2023, 2023-12-15",
    "2024-03-05, 2024-03-05"
  })
  void days_are_read_as_exports_write_them(String text, LocalDate day) {
    assertThat(ContactDates.day(text)).contains(day);
  }

  @ParameterizedTest
  @CsvSource({"31 Feb 2024", "soon", "05 Foo 2024", "''"})
  void what_is_no_day_is_none(String text) {
    assertThat(ContactDates.day(text)).isEmpty();
  }

  @Test
  void a_row_that_says_the_same_in_another_spelling_is_the_same() {
    var one = one("Name,Email,URL\nAda L,ada@example.com,http://linkedin.com/in/ada/\n");
    var other = one("Email;Name;URL\nADA@example.com;Ada  L;https://www.linkedin.com/in/Ada\n");

    assertThat(one.hash()).isEqualTo(other.hash());
    assertThat(one("Name,Email,URL\nAda M,ada@example.com,\n").hash()).isNotEqualTo(one.hash());
  }

  @Test
  void whoever_has_no_address_is_known_by_the_row() {
    var dana = one("Name,Phone\nDana,+1 555 0100\n");

    assertThat(dana.address().value()).endsWith("@card.invalid");
    assertThat(dana.phones()).containsExactly("+1 555 0100");
  }

  @Test
  void a_table_that_does_not_tell_is_asked_about_once() {
    var file = "Wer,Wo\nDana Scott,Example Ltd\n".getBytes(UTF_8);

    assertThat(read(file))
        .isEqualTo(
            new Unmapped(
                List.of("Wer", "Wo"),
                new Mapping(List.of(Field.NOTHING, Field.NOTHING)),
                List.of("Dana Scott", "Example Ltd")));
    assertThat(
            new ContactReader(header ->
                header.equals("wer\two")
                    ? Optional.of(new Mapping(List.of(Field.NAME, Field.COMPANY)))
                    : Optional.empty())
                .read(file))
        .isInstanceOfSatisfying(
            OfPeople.class,
            people -> assertThat(people.contacts().getFirst().company()).isEqualTo("Example Ltd"));
  }

  @Test
  void formulas_and_scripts_are_text() {
    var contact =
        one("Name,Email,Note\n<script>alert(1)</script>,a@example.com,\"=HYPERLINK(\"\"x\"\")\"\n");

    assertThat(contact.name()).isEqualTo("<script>alert(1)</script>");
    assertThat(contact.note()).isEqualTo("=HYPERLINK(\"x\")");
  }

  @Test
  void marks_that_turn_what_follows_are_left_out() {
    assertThat(one("Name,Email\nGrace \u202eevil\u2066\u0007,g@example.com\n").name())
        .isEqualTo("Grace evil");
  }

  @Test
  void what_cannot_be_read_is_refused_with_the_reason() {
    assertThat(why("")).contains("empty");
    assertThat(why("x\0\0")).contains("no text");
    assertThat(why("just words")).contains("header");
    assertThat(why("Name,Email\n\"" + "x".repeat(300_000))).contains("200,000");
    assertThat(why("BEGIN:VCARD\n" + "x".repeat(21 << 20))).contains("20 MB");
  }

  @Test
  void a_card_is_read() {
    var grace =
        one(
            """
            BEGIN:VCARD
            VERSION:4.0
            FN:Grace Hopper
            EMAIL:grace@example.com
            EMAIL:hopper@example.net
            TEL;VALUE=uri:tel:+1-555-0101
            ORG:Example Navy;Computing
            TITLE:Rear Admiral
            CATEGORIES:speaker,navy
            NOTE:Met at the\\nconference
            END:VCARD
            """);

    assertThat(grace.address()).isEqualTo(new EmailAddress("grace@example.com"));
    assertThat(grace.mail()).hasSize(2);
    assertThat(grace.phones()).containsExactly("+1-555-0101");
    assertThat(grace.company()).isEqualTo("Example Navy");
    assertThat(grace.title()).isEqualTo("Rear Admiral");
    assertThat(grace.tags()).containsExactly("speaker", "navy");
    assertThat(grace.note()).isEqualTo("Met at the\nconference");
  }

  @Test
  void the_cards_of_many_programs_are_read() throws IOException {
    for (var file : files("vcard-ez", ".vcf")) {
      assertThat(read(Files.readAllBytes(file)))
          .as(file.toString())
          .isInstanceOfSatisfying(
              OfPeople.class, people -> assertThat(people.contacts()).isNotEmpty());
    }
  }

  @Test
  void every_known_form_of_an_export_is_read() throws IOException {
    for (var file : files("linkedin-formats", ".csv")) {
      boolean connections = file.getFileName().toString().startsWith("Connections");
      assertThat(read(Files.readAllBytes(file)))
          .as(file.toString())
          .isInstanceOfSatisfying(
              OfPeople.class,
              people -> {
                assertThat(people.kind()).isEqualTo("linkedin");
                assertThat(people.contacts())
                    .isNotEmpty()
                    .allSatisfy(contact -> {
                      assertThat(contact.name()).isNotEmpty().isNotEqualTo("Me Owner");
                      assertThat(contact.connectedOn() != null).isEqualTo(connections);
                    });
              });
    }
  }

  @Test
  void whoever_is_part_of_every_message_is_the_user() {
    var messages =
        """
        CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT
        1,Ada L,https://www.linkedin.com/in/ada,"Grace Hopper, PhD",https://www.linkedin.com/in/grace,2026-07-01 10:00:00 UTC,"Two
        lines"
        2,LinkedIn Member,,Ada L,https://www.linkedin.com/in/ada,2026-07-01 10:00:00 UTC,gone
        3,Ada L,https://www.linkedin.com/in/ada,"Alan T,Dana S","https://www.linkedin.com/in/alan,https://www.linkedin.com/in/dana",2026-07-01 10:00:00 UTC,Hi
        """;

    assertThat(people(messages))
        .extracting(Contact::name)
        .containsExactly("Grace Hopper, PhD", "Alan T", "Dana S");
  }

  @Test
  void of_one_talk_alone_nobody_can_tell_who_the_user_is() {
    assertThat(
            why(
                """
                From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
                Ada,Grace,"7/8/26, 3:43 PM",,OUTGOING,https://www.linkedin.com/in/ada,https://www.linkedin.com/in/grace
                """))
        .contains("whole .zip");
  }

  @Test
  void a_whole_export_is_read_with_each_of_its_people_once() {
    var export =
        zip(
            Map.of(
                "Profile.csv",
                "First Name,Last Name\nAda,Lovelace\n",
                "Certifications.csv",
                "Name,Url\nEngines,https://example.com\n",
                "Jobs/Saved Jobs.csv",
                "Saved Date,Job Url,Job Title,Company Name\n",
                "Connections.csv",
                """
                First Name,Last Name,URL,Company
                Grace,Hopper,https://www.linkedin.com/in/grace,Navy
                """,
                "messages.csv",
                """
                FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS
                Ada,https://www.linkedin.com/in/ada,Grace,https://www.linkedin.com/in/grace
                """,
                "Invitations.csv",
                """
                From,To,Direction,inviterProfileUrl,inviteeProfileUrl
                Alan,Ada,INCOMING,https://www.linkedin.com/in/alan,https://www.linkedin.com/in/ada
                Ada,Dana,OUTGOING,https://www.linkedin.com/in/ada,https://www.linkedin.com/in/dana
                """));

    assertThat(read(export))
        .isInstanceOfSatisfying(
            OfPeople.class,
            people -> {
              assertThat(people.contacts())
                  .extracting(Contact::name)
                  .containsExactly("Grace Hopper", "Alan", "Dana");
              assertThat(people.remarks())
                  .containsExactly(
                      "Saved Jobs.csv: jobs and no people; Pursuits, Import reads them.");
            });
  }

  @Test
  void a_zip_that_holds_no_people_or_too_much_is_refused() {
    assertThat(refused(zip(Map.of("a.txt", "x")))).contains("neither");
    assertThat(refused(zip(Map.of("Connections.csv", "x".repeat((50 << 20) + 1)))))
        .contains("too large");
    assertThat(refused(zip(Map.of("Profile.csv", "x".repeat(1 << 20), "a.vcf", "x"))))
        .contains("header");
    assertThat(refused(Arrays.copyOf(zip(Map.of("Connections.csv", "Name,Email\n")), 40)))
        .contains("damaged");
  }

  @Test
  void letters_of_old_programs_are_read() {
    assertThat(
            read(
                "Name,Email\nJos\u00e9 \u201cPepe\u201d,j@example.com\n"
                    .getBytes(Charset.forName("windows-1252"))))
        .isInstanceOfSatisfying(
            OfPeople.class,
            people ->
                assertThat(people.contacts().getFirst().name())
                    .isEqualTo("Jos\u00e9 \u201cPepe\u201d"));
    assertThat(read("Name,Email\nJos\u00e9,j@example.com\n".getBytes(UTF_16)))
        .isInstanceOf(OfPeople.class);
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<Contact> people(String text) {
    return ((OfPeople) read(text.getBytes(UTF_8))).contacts();
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    var from = CONTACTS.resolve(folder);
    assumeTrue(Files.exists(from), "Skipped: there is no " + from + "; set POLITELY_DATA");
    try (Stream<Path> files = Files.walk(from)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Contact one(String text) {
    assertThat(read(text.getBytes(UTF_8))).isInstanceOf(OfPeople.class);
    var people = (OfPeople) read(text.getBytes(UTF_8));
    assertThat(people.contacts()).hasSize(1);
    return people.contacts().getFirst();
  }

  private static String why(String text) {
    return refused(text.getBytes(UTF_8));
  }

  private static String refused(byte[] file) {
    assertThat(read(file)).isInstanceOf(Refused.class);
    return ((Refused) read(file)).why();
  }

  private static ContactFile read(byte[] file) {
    return new ContactReader(_ -> Optional.empty()).read(file);
  }
}
