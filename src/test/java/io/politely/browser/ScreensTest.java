package io.politely.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what looks at pages sees what is wrong on them. */
class ScreensTest {

  private static final int ROWS = 50;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Row <a>forty</a></p>",
        "<p style='color:#bbb'>Row forty</p>",
        "<p class='pale'>Row forty</p>",
        "<div style='background:#444'><p>Row forty</p></div>",
        "<div class='dark'><p>Row forty</p></div>",
        "<div style='opacity:.3'><p>Row forty</p></div>",
        "<details open><summary>More</summary><p class='pale'>Row forty</p></details>",
        "<label>Row forty <input value='pale' style='color:#bbb'></label>"
      })
  void one_row_that_is_hard_to_read_is_found_among_many(String row) {
    assertThat(found(listWith(row), ColorScheme.LIGHT))
        .singleElement()
        .asString()
        .startsWith("color-contrast");
    assertThat(found(listWith(row), ColorScheme.DARK)).isNotEmpty();
  }

  @Test
  void a_row_that_is_not_open_does_not_stand_for_one_that_is() {
    var hidden = "<details><summary>More</summary><p class='pale'>Hidden</p></details>";
    var open = "<details open><summary>More</summary><p class='pale'>Shown</p></details>";

    assertThat(found(listWith(hidden + open), ColorScheme.LIGHT))
        .singleElement()
        .asString()
        .contains("Shown");
  }

  @Test
  void rows_that_can_be_read_are_in_order() {
    assertThat(found(listWith("<p>Row forty</p>"), ColorScheme.LIGHT)).isEmpty();
  }

  @Test
  void what_is_no_colour_is_found_everywhere_in_the_first_theme() {
    assertThat(found(listWith("<img src='data:,'>"), ColorScheme.LIGHT))
        .singleElement()
        .asString()
        .startsWith("image-alt");
  }

  private static List<String> found(String html, ColorScheme theme) {
    try (var window = Window.take(true)) {
      Page page = window.open("about:blank", List.of());
      page.setContent(html);
      if (theme != Window.THEME) {
        Screens.violations(page, Window.THEME);
      }
      var found = Screens.violations(page, theme);
      window.keep();
      return found;
    }
  }

  private static String listWith(String row) {
    return IntStream.range(0, ROWS)
        .mapToObj(i -> i == 40 ? row : "<p>Row %d</p>".formatted(i))
        .collect(
            Collectors.joining(
                "",
                """
                <!doctype html><html lang="en"><title>Rows</title>
                <style>
                  body { color: #222; background: #fff; }
                  a { color: #999; }
                  .pale { color: #ccc; }
                  .dark { background: #333; }
                </style>
                <body><main><h1>Rows</h1>
                """,
                "</main></body></html>"));
  }
}
