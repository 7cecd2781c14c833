package io.politely.cadence;

import io.politely.people.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A reason to write to somebody that came up meanwhile.
 *
 * @param words a sentence about them
 * @param source where that is from, or ""
 */
public record News(UUID id, PersonId person, String words, String source, Instant notedAt) {

  /** Whether a letter says it: all its words in their order, however they are set. */
  boolean isSaidIn(String letter) {
    return words(letter).contains(words(words));
  }

  /** Its words alone, each between blanks. */
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
