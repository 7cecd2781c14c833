package io.politely.reading;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {

  /** Generous, for a busy machine; what is not linear takes minutes. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  static List<String> hostile() {
    int megabytes = 5 << 20;
    return List.of(
        "a".repeat(megabytes),
        "a? ".repeat(megabytes / 3),
        ">".repeat(100_000) + " deep",
        "> quoted\nanswer?\n".repeat(100_000),
        "On Mon, 1 Jan 2026, Ada wrote:\n".repeat(100_000),
        "From: a\nTo: b\n".repeat(100_000),
        "-- \n--\n".repeat(200_000),
        "________________________\n\n".repeat(100_000),
        "Hello:\n".repeat(300_000),
        "Thanks,\n\n".repeat(200_000),
        "<".repeat(100_000) + "wrote:",
        "\n".repeat(megabytes),
        "\u202e\u200f\ufeff\uffff".repeat(200_000),
        "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void costs_no_more_than_its_length(String text) {
    var letter = new Letter(Map.of(), null, text, null, List.of("text/plain"), null);

    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Reader.read(letter);
          return Reader.zonesOf(letter).answeredText();
        });
  }
}
