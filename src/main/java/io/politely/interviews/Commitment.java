package io.politely.interviews;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody answers to the one question: would they accept? Only a plain yes is one;
 * "probably", "if they …" and "I have to think" are kept as not a yes, in their words.
 */
public enum Commitment {
  YES("Yes"),
  NO("No"),
  NOT_A_YES("Not a yes");

  private final String said;

  Commitment(String said) {
    this.said = said;
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word of a table stands for. */
  public static Optional<Commitment> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What an answer comes to: the bare word yes, the bare word no, or anything else. */
  public static Commitment in(String answer) {
    var bare =
        Normalizer.normalize(answer, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    return switch (bare) {
      case "yes" -> YES;
      case "no" -> NO;
      default -> NOT_A_YES;
    };
  }
}
