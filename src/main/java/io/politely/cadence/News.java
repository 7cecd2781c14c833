package io.politely.cadence;

import io.politely.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason to write to somebody that came up meanwhile.
 *
 * @param words a sentence about them; one that the program found is for the user's eyes, not for
 *     theirs
 * @param source where that is from, or ""
 * @param until the last day on which it is a reason, or null
 */
public record News(
    UUID id,
    PersonId person,
    String words,
    String source,
    Origin origin,
    Instant notedAt,
    @Nullable LocalDate until) {

  /** Who noticed it. */
  public enum Origin {
    USER,
    /** Another job below their name than in earlier letters of theirs. */
    SIGNATURE,
    /** A promise that was kept on this day in another year. */
    ANNIVERSARY;

    /** As the database has it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether the user noted it, in words that a letter may say. */
  public boolean isNoted() {
    return origin == Origin.USER;
  }

  /**
   * Whether a letter to them leaves nothing of it to say: of what was noted, one with all its words
   * in their order, however they are set; of what was found, any.
   */
  boolean isSaidIn(String letter) {
    return !isNoted() || words(letter).contains(words(words));
  }

  /** Its words alone, each between blanks. */
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
