package io.politely.reading;

import java.util.Locale;
import java.util.Optional;

/** Tells the language of a text. */
public final class WrittenIn {

  private static final int LONGEST_LOOKED_AT = 4_000;

  private WrittenIn() {}

  /** The two letters of the language most of its words belong to; "en" where none stands out. */
  public static String code(String text) {
    var words = Words.of(text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT)));
    return Language.of(words, Language.ENGLISH).code();
  }

  /** Its English name; empty where the commonest small words do not tell one. */
  public static Optional<String> language(String text) {
    var words = Words.of(text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT)));
    // What stands out does so whichever language is taken for the usual one.
    var language = Language.of(words, Language.ENGLISH);
    return language == Language.of(words, Language.GERMAN)
        ? Optional.of(
            language.name().charAt(0) + language.name().substring(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
