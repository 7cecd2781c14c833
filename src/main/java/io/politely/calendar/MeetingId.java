package io.politely.calendar;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Identifies a meeting within a workspace: one occurrence of an event, by what the event is called
 * everywhere and when it was to begin at first, so that whoever tells of it tells of the same.
 */
public record MeetingId(UUID value) {

  /**
   * Of an occurrence.
   *
   * @param uid what the event is called in every calendar
   * @param original when it was to begin, before it was moved, as its calendar writes it; "" where
   *     it does not repeat
   */
  public static MeetingId of(String uid, String original) {
    var name = uid + "\n" + original;
    return new MeetingId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
