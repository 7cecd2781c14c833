package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteHtmlTest {

  private final NoteHtml notes = new NoteHtml();

  @Test
  void a_note_has_emphasis_lists_and_links() {
    var html =
        Jsoup.parse(
            notes.of(
                "# Lyon\n*Short* letters, **never** calls\n\n- one\n- [two](https://example.com)"));

    assertThat(html.select("p").first()).hasToString("<p>Lyon</p>");
    assertThat(html.select("em").text()).isEqualTo("Short");
    assertThat(html.select("strong").text()).isEqualTo("never");
    assertThat(html.select("li")).hasSize(2);
    assertThat(html.select("a").attr("href")).isEqualTo("https://example.com");
    assertThat(html.select("a").attr("rel")).contains("noopener", "nofollow");
  }

  @Test
  void lines_stay_lines() {
    assertThat(Jsoup.parse(notes.of("one\ntwo")).select("br")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://example.com/track.png)",
        "<a href='https://example.com' onclick='x()'>y</a>",
        "[x](<javascript:alert(1)>)",
        "<https://example.com/\"onmouseover=\"alert(1)>",
        "```<iframe src=x>```",
        "&lt;script&gt;"
      })
  void nothing_in_a_note_acts_or_loads(String note) {
    var html = Jsoup.parse(notes.of(note));

    assertThat(html.select("script, img, iframe, [onclick], [onerror], [onmouseover], [src]"))
        .isEmpty();
    assertThat(html.select("a[href^=javascript], a[href^=data]")).isEmpty();
  }
}
