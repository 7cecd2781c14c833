package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tue, 3 Mar 2026 at 09:12, Ada <ada@example.org> wrote:",
        "On Tue, 3 Mar 2026 at 09:12, Ada Lovelace of the Office <|ada@example.org> wrote:",
        "Am 03.03.2026 um 09:12 schrieb Ada:",
        "Ada <ada@example.org> schrieb am Di., 3. März|2026 um 09:12 Uhr:",
        "Le mar. 3 mars 2026 à 09:12, Ada <ada@example.org> a écrit :",
        "El mar, 3 mar 2026 a las 9:12, Ada (<ada@example.org>)|escribió:",
        "Il giorno mar 3 mar 2026 alle ore 09:12 Ada <ada@example.org> ha|scritto:",
        "Op di 3 mrt 2026 om 09:12 schreef Ada <ada@example.org>:",
        "Em ter., 3 de mar. de 2026 às 09:12, Ada <ada@example.org>|escreveu:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----|Von: Ada|Gesendet: Dienstag|An: Grace|Betreff: Termin",
        "From: Ada <ada@example.org>|Sent: Tuesday, 3 March 2026|To: Grace|Subject: Meeting",
        "De : Ada|Envoyé : mardi 3 mars 2026|À : Grace|Objet : Rendez-vous",
      })
  void what_an_attribution_introduces_is_older(String attribution) {
    var zones =
        Newest.of(
            "Tuesday works for me.\n\n"
                + attribution.replace('|', '\n')
                + "\n\nDoes Tuesday work?\n");

    assertThat(zones.newestText()).isEqualTo("Tuesday works for me.");
  }

  @Test
  void answers_between_quotations_are_kept() {
    var zones =
        Newest.of(
            """
            On Tue, 3 Mar 2026 at 09:12, Ada <ada@example.org> wrote:
            > Does Tuesday work?
            Yes, at ten.
            > And who else comes?
            Only Grace.
            """);

    assertThat(zones.newestText()).isEqualTo("Yes, at ten.\n\nOnly Grace.");
    assertThat(zones.answeredText())
        .isEqualTo("> Does Tuesday work?\nYes, at ten.\n> And who else comes?\nOnly Grace.");
  }

  @Test
  void greeting_closing_and_signature_are_told_apart() {
    var zones =
        Newest.of(
            """
            Hi Ada,

            the deck is attached.

            Best regards,
            Grace

            --
            Grace Hopper
            +1 555 0100
            """);

    assertThat(zones.textOf(Zone.GREETING)).isEqualTo("Hi Ada,");
    assertThat(zones.textOf(Zone.NEWEST)).isEqualTo("the deck is attached.");
    assertThat(zones.textOf(Zone.CLOSING)).isEqualTo("Best regards,\nGrace");
    assertThat(zones.textOf(Zone.SIGNATURE)).contains("+1 555 0100");
  }

  @Test
  void small_print_and_device_footers_are_not_the_writers_words() {
    var zones =
        Newest.of(
            """
            See you there.

            Sent from my iPhone

            This email is confidential and for the intended recipient only. If it reached you
            by mistake, delete this message.
            """);

    assertThat(zones.newestText()).isEqualTo("See you there.");
  }

  @Test
  void a_patch_belongs_to_the_newest_text() {
    var patch =
        """
        Handle empty names.
        ---
         src/a.c | 2 +-

        diff --git a/src/a.c b/src/a.c
        --- a/src/a.c
        +++ b/src/a.c
        @@ -1 +1 @@
        -old?
        +new
        """;

    assertThat(Newest.of(patch + "-- \n2.43.0\n").newestText()).isEqualTo(patch.strip());
  }

  @Test
  void html_is_read_by_its_structure_first() {
    var gmail =
        "<div>Tuesday is fine.</div><div class=gmail_quote><div>mardi, Ada:</div>"
            + "<blockquote>Does it work?</blockquote></div>";
    var outlook =
        "<p>Tuesday is fine.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'>"
            + "<p>Whoever</p></div><p>Does it work?</p>";

    assertThat(Newest.ofHtml(gmail, "").newestText()).isEqualTo("Tuesday is fine.");
    assertThat(Newest.ofHtml(outlook, "").newestText()).isEqualTo("Tuesday is fine.");
  }

  @Test
  void the_spans_cover_the_whole_body() {
    var body = "Hi,\r\n\r\n> quoted\r\nanswer\r\n-- \r\nGrace\r\n\r\n\r\n> more";
    int end = 0;
    for (var span : Newest.of(body).spans()) {
      assertThat(span.start()).isEqualTo(end);
      end = span.end();
    }
    assertThat(end).isEqualTo(body.length());
  }
}
