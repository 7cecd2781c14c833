package io.politely.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a page of conversations ended: the newest stand first, then the greatest id. */
record MatterCursor(Instant lastAt, UUID conversation) {

  /** Before every conversation. */
  static final MatterCursor START =
      new MatterCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private static final String BETWEEN = "_";

  /** Behind a conversation. */
  static MatterCursor behind(Matter matter) {
    return new MatterCursor(matter.lastAt(), matter.conversation().value());
  }

  /** The place that a text names; the start for a text that names none. */
  static MatterCursor parse(Optional<String> text) {
    return text.map(it -> it.split(BETWEEN, 2))
        .filter(parts -> parts.length == 2)
        .flatMap(parts -> parse(parts[0], parts[1]))
        .orElse(START);
  }

  private static Optional<MatterCursor> parse(String lastAt, String conversation) {
    try {
      return Optional.of(new MatterCursor(Instant.parse(lastAt), UUID.fromString(conversation)));
    } catch (IllegalArgumentException | DateTimeException notWrittenByUs) {
      return Optional.empty();
    }
  }

  /** For {@link #parse}, and safe in an address. */
  String text() {
    return lastAt + BETWEEN + conversation;
  }
}
