package io.politely.outbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a page of the list of mails ends. */
record OutgoingCursor(Instant before, OutgoingId id) {

  private static final OutgoingCursor START =
      new OutgoingCursor(Instant.parse("9999-01-01T00:00:00Z"), new OutgoingId(new UUID(-1, -1)));

  static OutgoingCursor of(OutgoingMail last) {
    return new OutgoingCursor(last.approvedAt(), last.id());
  }

  /** What names no place is the start. */
  static OutgoingCursor parse(Optional<String> text) {
    return text.map(
            given -> {
              var parts = given.split("_", 2);
              try {
                return parts.length == 2
                    ? new OutgoingCursor(
                        Instant.parse(parts[0]), new OutgoingId(UUID.fromString(parts[1])))
                    : START;
              } catch (DateTimeException | IllegalArgumentException e) {
                return START;
              }
            })
        .orElse(START);
  }

  String text() {
    return before + "_" + id;
  }
}
