package io.politely.wording;

import io.politely.wording.Field.Shape;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What is known for a {@link Field}. */
public sealed interface FieldValue {

  /**
   * Words.
   *
   * @param words one line, whatever came in: neither a header nor a paragraph can be broken by it
   */
  record Text(String words) implements FieldValue {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s]+");

    public Text {
      words = INVISIBLE.matcher(words).replaceAll(" ").strip();
    }
  }

  record Day(LocalDate date) implements FieldValue {}

  record Count(int number) implements FieldValue {}

  /** Whether it says anything. */
  default boolean isPresent() {
    return switch (this) {
      case Text text -> text.words().codePoints().anyMatch(Character::isLetterOrDigit);
      case Day _ -> true;
      case Count count -> count.number() >= 0;
    };
  }

  /** Whether it is of the kind that a field takes. */
  default boolean fits(Field field) {
    return switch (this) {
      case Text text ->
          field.shape() == Shape.LINK
              ? text.words().indexOf(' ') < 0
              : field.shape() != Shape.DAY && field.shape() != Shape.COUNT;
      case Day _ -> field.shape() == Shape.DAY;
      case Count _ -> field.shape() == Shape.COUNT;
    };
  }
}
