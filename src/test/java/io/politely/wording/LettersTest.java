package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Letters and sentences in seven languages, written before the rules; see their README. */
class LettersTest {

  private static final List<String> LETTERS =
      List.of(
          "src/test/resources/wording/letters.jsonl",
          "src/test/resources/wording/letters-later.jsonl",
          "src/test/resources/wording/letters-daily.jsonl");

  private static final List<String> SENTENCES = List.of("src/test/resources/wording/sentences.txt");

  @Test
  void letters_are_judged_as_their_reader_would() throws IOException {
    var figures = WordingSuite.run(LETTERS, 0);

    assertThat(figure(figures, "askF1")).isGreaterThan(0.95);
    assertThat(figure(figures, "askSizeWithin5")).isGreaterThan(0.95);
    assertThat(figure(figures, "politenessMacroF1")).isGreaterThan(0.95);
    assertThat(figure(figures, "emptyPhraseRecall")).isGreaterThan(0.9);
  }

  @Test
  void sentences_are_judged_as_their_reader_would() throws IOException {
    var figures = SentencesSuite.run(SENTENCES, 0);

    assertThat(figure(figures, "askF1")).isGreaterThan(0.95);
    assertThat(figure(figures, "askSizeWithin5")).isGreaterThan(0.95);
    assertThat(figure(figures, "emptyPhraseF1")).isGreaterThan(0.95);
  }

  private static double figure(Map<String, Object> figures, String name) {
    return figures.get(name) instanceof Double figure ? figure : Double.NaN;
  }
}
