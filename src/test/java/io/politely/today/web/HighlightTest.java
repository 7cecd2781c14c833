package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.today.web.Highlight.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightTest {

  @Test
  void a_word_is_found_by_its_beginning_in_any_case() {
    assertThat(marked("The Offers, offered in an unoffered way", "offer"))
        .containsExactly("Offers", "offered");
  }

  @Test
  void pieces_together_are_the_text() {
    var text = "One two (three) two";

    assertThat(joined(Highlight.whole(text, Highlight.of(List.of("two"))))).isEqualTo(text);
  }

  @Test
  void without_words_nothing_is_marked() {
    assertThat(Highlight.whole("Anything", Highlight.of(List.of())).pieces())
        .containsExactly(new Piece("Anything", false));
  }

  @Test
  void a_long_text_is_shown_around_the_first_word_found() {
    var shown =
        joined(
            Highlight.around(
                "before ".repeat(100) + "needle " + "after ".repeat(100),
                Highlight.of(List.of("needle"))));

    assertThat(shown).startsWith("…before").contains("needle after").endsWith("…");
    assertThat(shown.length()).isLessThan(260);
  }

  private static List<String> marked(String text, String word) {
    return Highlight.whole(text, Highlight.of(List.of(word))).pieces().stream()
        .filter(Piece::isMarked)
        .map(Piece::text)
        .toList();
  }

  private static String joined(Highlight highlight) {
    return highlight.pieces().stream().map(Piece::text).collect(Collectors.joining());
  }
}
