package io.politely.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a page of the list of conversations ended: the newest stand first, then by id. */
record ConversationCursor(Instant lastAt, UUID conversation) {

  /** Before every conversation. */
  static final ConversationCursor START =
      new ConversationCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

  private static final int ID_LENGTH = 36;

  /** The place that a text names; the start for a text that names none. */
  static ConversationCursor parse(Optional<String> text) {
    return text.filter(it -> it.length() > ID_LENGTH)
        .flatMap(ConversationCursor::parse)
        .orElse(START);
  }

  private static Optional<ConversationCursor> parse(String text) {
    try {
      return Optional.of(
          new ConversationCursor(
              Instant.parse(text.substring(ID_LENGTH)),
              UUID.fromString(text.substring(0, ID_LENGTH))));
    } catch (IllegalArgumentException | DateTimeException notWrittenByUs) {
      return Optional.empty();
    }
  }

  /** For {@link #parse}, and safe in a URL once encoded. */
  String text() {
    return conversation.toString() + lastAt;
  }
}
