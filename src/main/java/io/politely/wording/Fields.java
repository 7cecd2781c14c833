package io.politely.wording;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is known for a draft; what is blank is not known. */
public record Fields(Map<Field, FieldValue> values) {

  public Fields {
    var known = new EnumMap<Field, FieldValue>(Field.class);
    values.forEach((field, value) -> {
      if (!value.fits(field)) {
        throw new IllegalArgumentException(
            "%s cannot be %s".formatted(field.word(), value.getClass().getSimpleName()));
      }
      if (value.isPresent()) {
        known.put(field, value);
      }
    });
    values = Map.copyOf(known);
  }

  /** Nothing is known. */
  public static Fields none() {
    return new Fields(Map.of());
  }

  /** The same with words for a field; blank words take it away. */
  public Fields with(Field field, String words) {
    return with(field, new FieldValue.Text(words));
  }

  /** The same with a day for a field. */
  public Fields with(Field field, LocalDate day) {
    return with(field, new FieldValue.Day(day));
  }

  /** The same with a number for a field. */
  public Fields with(Field field, int number) {
    return with(field, new FieldValue.Count(number));
  }

  /** What is known for a field. */
  public Optional<FieldValue> of(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  boolean has(Field field) {
    return values.containsKey(field);
  }

  /** The same without a field. */
  Fields without(Field field) {
    var fewer = new EnumMap<Field, FieldValue>(Field.class);
    fewer.putAll(values);
    fewer.remove(field);
    return new Fields(fewer);
  }

  /** The same where one field stands for another, if it is known. */
  Fields moved(Field from, Field to) {
    var value = values.get(from);
    return value == null ? without(to) : with(to, value);
  }

  private Fields with(Field field, FieldValue value) {
    var more = new EnumMap<Field, FieldValue>(Field.class);
    more.putAll(values);
    more.put(field, value);
    return new Fields(more);
  }
}
