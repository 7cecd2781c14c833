package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingReaderTest {

  private final PostingReader reader =
      new PostingReader(
          new PursuitPolicyFiles(),
          new HttpGateway(new HttpSettings(false, Duration.ofSeconds(2))));

  @Test
  void a_page_is_read_by_what_it_says_of_itself() throws Exception {
    var posting =
        page(
            """
            <!doctype html><html><head><title>Careers</title>
            <link rel="canonical" href="https://jobs.example.com/17">
            <script type="application/ld+json">
            {"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Not this"},
             {"@type": "JobPosting", "title": "Welding &amp; Quality Lead",
              "hiringOrganization": {"@type": "Organization", "name": "Tidewell Fabrication"},
              "qualifications": "Reads weld maps",
              "description": "&lt;p&gt;We build hulls.&lt;/p&gt;&lt;h3&gt;What you bring&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Five years of TIG welding&lt;/li&gt;&lt;li&gt;Leads a crew;&lt;/li&gt;&lt;/ul&gt;&lt;h3&gt;We offer&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;A boat&lt;/li&gt;&lt;/ul&gt;"}]}
            </script></head><body><nav>Menu</nav></body></html>
            """);

    assertThat(posting.title()).isEqualTo("Welding & Quality Lead");
    assertThat(posting.company()).isEqualTo("Tidewell Fabrication");
    assertThat(posting.url()).isEqualTo("https://jobs.example.com/17");
    assertThat(posting.requirements())
        .containsExactly("Reads weld maps", "Five years of TIG welding", "Leads a crew");
    assertThat(posting.text()).startsWith("We build hulls.").contains("• A boat");
  }

  @Test
  void a_page_with_microdata_is_read_by_it() throws Exception {
    var posting =
        page(
            """
            <html><body><div itemscope itemtype="https://schema.org/JobPosting">
              <h1 itemprop="title">Plant manager</h1>
              <div itemprop="hiringOrganization" itemscope><span itemprop="name">Calder &amp; Voss</span></div>
              <div itemprop="description"><p>Requirements:</p><ul><li>Has run a foundry</li></ul></div>
            </div></body></html>
            """);

    assertThat(posting.title()).isEqualTo("Plant manager");
    assertThat(posting.company()).isEqualTo("Calder & Voss");
    assertThat(posting.requirements()).containsExactly("Has run a foundry");
  }

  @Test
  void another_page_is_read_by_its_text() throws Exception {
    var posting =
        page(
            """
            <html><head><title>Jobs</title><meta property="og:title" content="Data engineer"></head><body>
            <nav><ul><li>Home</li></ul></nav>
            <main><p>We move
            grain.</p><p><strong>What we are looking for</strong></p>
            <ul><li>Writes SQL<li>Has kept a warehouse alive</ul>
            <p><strong>Benefits</strong></p><ul><li>Bread</li></ul></main>
            <footer>Imprint</footer></body></html>
            """);

    assertThat(posting.title()).isEqualTo("Data engineer");
    assertThat(posting.requirements()).containsExactly("Writes SQL", "Has kept a warehouse alive");
    assertThat(posting.text()).contains("We move grain.").doesNotContain("Home", "Imprint");
  }

  @Test
  void pasted_words_are_read_in_other_languages_too() throws Exception {
    var posting =
        reader.of(
            """
            Leitung Vertrieb (m/w/d)
            Ihre Aufgaben:
            - Messen besuchen
            Ihr Profil:
            - Erfahrung im Schiffbau
            - Führt zehn Menschen
            Wir bieten:
            - Ein Rad
            """);

    assertThat(posting.title()).isEqualTo("Leitung Vertrieb (m/w/d)");
    assertThat(posting.requirements())
        .containsExactly("Erfahrung im Schiffbau", "Führt zehn Menschen");
  }

  @Test
  void points_without_bullets_end_at_the_next_heading() throws Exception {
    var posting =
        reader.of(
            """
            Requirements
            Knows rail
            Speaks Dutch
            Benefits:
            Time
            """);

    assertThat(posting.requirements()).containsExactly("Knows rail", "Speaks Dutch");
  }

  @Test
  void a_text_in_an_old_charset_keeps_its_letters() throws Exception {
    var posting = reader.of("Geschäftsführer".getBytes(Charset.forName("windows-1252")));

    assertThat(posting.title()).isEqualTo("Geschäftsführer");
  }

  @Test
  void a_pdf_is_read_by_its_text() throws Exception {
    var posting =
        reader.of(pdf(List.of("Head of Sales", "Requirements", "- Sells into rail"), false));

    assertThat(posting.title()).isEqualTo("Head of Sales");
    assertThat(posting.requirements()).containsExactly("Sells into rail");
  }

  @Test
  void a_locked_or_broken_pdf_gets_one_sentence() throws Exception {
    var whole = pdf(List.of("Head of Sales"), false);

    for (var file :
        List.of(
            pdf(List.of("Head of Sales"), true),
            java.util.Arrays.copyOf(whole, whole.length / 3),
            "%PDF-1.7 and nothing".getBytes(UTF_8))) {
      assertThatThrownBy(() -> reader.of(file))
          .isInstanceOf(PostingReader.Unreadable.class)
          .hasMessageMatching("(This PDF cannot be read|It has no text)[^\\n]*");
    }
  }

  @Test
  void what_is_no_posting_gets_one_sentence() {
    assertThatThrownBy(() -> reader.of(new byte[] {0, 1, 2, 3}))
        .hasMessage("This is no page, PDF or text.");
    assertThatThrownBy(() -> reader.of("  \n ")).hasMessageStartingWith("It has no text.");
    assertThatThrownBy(() -> page("<html><body><script>draw()</script></body></html>"))
        .hasMessageStartingWith("The page has no text");
    assertThatThrownBy(() -> reader.of(new byte[PostingReader.LARGEST + 1]))
        .hasMessage("A posting has at most 8 MB.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1/x",
        "file:///etc/passwd",
        "no address",
        ""
      })
  void nothing_inside_is_asked_for_a_posting(String address) {
    assertThatThrownBy(() -> reader.at(address))
        .isInstanceOf(PostingReader.Unreadable.class)
        .hasMessageStartingWith("Nothing could be fetched from there.");
  }

  @Test
  void hostile_pages_are_text_and_nothing_else() throws Exception {
    var posting =
        page(
            """
            <html><head><script type="application/ld+json">{"@type": ["JobPosting"],
            "title": "<script>alert(1)<\\/script>Lead<img src=x onerror=alert(1)>",
            "hiringOrganization": "<b>Tidewell</b>",
            "description": "<ul><li>One</ul><iframe src='https://example.net'></iframe>"}</script></head></html>
            """);

    assertThat(posting.title()).isEqualTo("Lead");
    assertThat(posting.company()).isEqualTo("Tidewell");
    assertThat(posting.text()).isEqualTo("• One");
    assertThat(page("<html><body><p>Deep</p>" + "<div>".repeat(20_000)).text()).isEqualTo("Deep");
    var nested = "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>";
    assertThat(page("<html><head>" + nested + "</head><body>Still read</body>").text())
        .isEqualTo("Still read");
  }

  private Posting page(String html) throws Exception {
    return reader.of(html.getBytes(UTF_8));
  }

  private static byte[] pdf(List<String> lines, boolean isLocked) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.setLeading(20);
        content.newLineAtOffset(50, 700);
        for (var line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      if (isLocked) {
        document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
