package io.politely.wording;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The templates of all languages, by situation and step. */
record TemplateBook(Map<String, Texts> languages) {

  private static final String ENGLISH = "en";

  TemplateBook {
    languages = Map.copyOf(languages);
  }

  /**
   * What a language has.
   *
   * @param longDay the pattern of a day with its weekday
   * @param formal opener to a reader who is addressed formally, by alternatives
   * @param familiar opener to everybody else
   * @param signOff what stands above the name
   * @param letters by row and step: {@code S1/2}, {@code J4/release}; a star for every row
   */
  record Texts(
      String longDay,
      TemplateSentence formal,
      TemplateSentence familiar,
      String signOff,
      Map<String, Template> letters) {

    Texts {
      letters = Map.copyOf(letters);
    }

    /** The letter of a step; beyond the last touch that has one, that one's. */
    Optional<Template> letter(String row, DraftStep step) {
      return switch (step) {
        case DraftStep.Touch touch ->
            IntStream.iterate(touch.number(), number -> number > 0, number -> number - 1)
                .mapToObj(number -> Optional.ofNullable(letters.get(row + "/" + number)))
                .flatMap(Optional::stream)
                .findFirst();
        case DraftStep.Closing closing ->
            Optional.ofNullable(letters.get(row + "/" + closing.words().word()))
                .or(() -> Optional.ofNullable(letters.get("*/" + closing.words().word())));
        case DraftStep.Connector _ -> letter("J4", new DraftStep.Touch(1));
      };
    }
  }

  /** A template, and the language in which it is. */
  record Found(String language, Texts texts, Template template) {}

  /** The letter of a step in a language; in English where that language lacks it. */
  Found letter(String language, String row, DraftStep step) {
    return in(language, row, step)
        .or(() -> in(ENGLISH, row, step))
        .orElseThrow(
            () -> new IllegalArgumentException("No letter for %s, %s".formatted(row, step)));
  }

  private Optional<Found> in(String language, String row, DraftStep step) {
    return Optional.ofNullable(languages.get(language))
        .flatMap(texts -> texts.letter(row, step).map(it -> new Found(language, texts, it)));
  }
}
