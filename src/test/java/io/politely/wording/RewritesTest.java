package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.wording.RewriteAnswer.Rewritten;
import io.politely.wording.RewriteAnswer.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RewritesTest {

  private static final String LETTER =
      """
      Hello Ada,

      The rota covers 40 beds: https://example.org/rota

      Is it of use to you? A no is fine.\
      """;

  private final Rewrites rewrites = new Rewrites();

  private final RewriteRequest request = RewriteRequest.of(LETTER);

  @Test
  void the_endpoint_sees_exactly_what_the_page_shows() {
    var sent = JsonMapper.shared().readTree(rewrites.json("small", request));

    var messages = sent.required("messages");
    assertThat(messages.size()).isEqualTo(2);
    assertThat(
            messages.path(0).path("content").asString()
                + "\n\n"
                + messages.path(1).path("content").asString())
        .isEqualTo(request.shown());
    assertThat(sent.propertyNames()).containsExactlyInAnyOrder("model", "temperature", "messages");
    assertThat(request.shown()).endsWith(LETTER).doesNotContain("Rota\n");
  }

  @Test
  void a_letter_that_says_the_same_can_be_taken() {
    var answer =
        "Hello Ada,\r\n\r\n\r\nThis rota covers 40 beds: https://example.org/rota.\u200b \n";

    assertThat(RewriteRules.of(request, answer))
        .isEqualTo(
            new Rewritten("Hello Ada,\n\nThis rota covers 40 beds: https://example.org/rota."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The rota covers 50 beds.",
        "See https://example.com/rota for it.",
        "Write to grace@example.com instead.",
        "<b>Hello</b> Ada",
        "```\nHello Ada\n```",
        "**Hello** Ada",
        " \n "
      })
  void a_letter_with_inventions_or_markup_cannot(String answer) {
    assertThat(RewriteRules.of(request, answer)).isInstanceOf(Unusable.class);
  }

  @Test
  void an_answer_of_many_words_is_no_letter() {
    assertThat(RewriteRules.of(request, "word ".repeat(151))).isInstanceOf(Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":3}}]}"
      })
  void an_answer_that_is_none_leaves_the_draft(String json) {
    assertThat(rewrites.read(request, json)).isInstanceOf(Unusable.class);
  }

  @Test
  void the_text_of_the_first_choice_is_read() {
    assertThat(
            rewrites.read(
                request,
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Hello Ada\"}}]}"))
        .isEqualTo(new Rewritten("Hello Ada"));
  }
}
