package io.politely.people;

import java.util.Optional;
import java.util.UUID;

/** Where a page of the list of people ended: people are listed by name, then by id. */
record PersonCursor(String sortName, UUID person) {

  /** Before everybody. */
  static final PersonCursor START = new PersonCursor("", new UUID(0, 0));

  private static final int ID_LENGTH = 36;

  /** The place that a text names; the start for a text that names none. */
  static PersonCursor parse(Optional<String> text) {
    return text.filter(it -> it.length() >= ID_LENGTH).flatMap(PersonCursor::parse).orElse(START);
  }

  private static Optional<PersonCursor> parse(String text) {
    try {
      return Optional.of(
          new PersonCursor(
              text.substring(ID_LENGTH), UUID.fromString(text.substring(0, ID_LENGTH))));
    } catch (IllegalArgumentException notWrittenByUs) {
      return Optional.empty();
    }
  }

  /** For {@link #parse}, and safe in a URL once encoded. */
  String text() {
    return person + sortName;
  }
}
