package io.politely.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was reached on sentences that were made up for this purpose is kept. */
class SentencesTest {

  private static final double LEAST = 0.95;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sentences.txt",
        "sentences-later.txt",
        "sentences-last.txt",
        "sentences-more.txt",
        "sentences-fresh.txt",
        "sentences-daily.txt",
        "sentences-unseen.txt",
        "sentences-newest.txt",
        "sentences-hollow.txt",
        "sentences-again.txt"
      })
  void empty_sentences_are_told_from_full_ones_in_seven_languages(String file)
      throws IOException, URISyntaxException {
    var resource = Objects.requireNonNull(SentencesTest.class.getResource("/wording/" + file));
    var figures = SentencesSuite.run(List.of(Path.of(resource.toURI()).toString()), 0);

    for (var figure : List.of("emptyPhraseF1", "askF1", "askSizeWithin5")) {
      assertThat(figures.get(figure))
          .as(figure)
          .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
          .isGreaterThanOrEqualTo(LEAST);
    }
  }
}
