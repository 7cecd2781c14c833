package io.politely.web;

import java.util.Optional;
import java.util.UUID;

/** What somebody, or something, wrote into a field of a form or into a link. */
public final class Typed {

  private static final int UUID_LENGTH = 36;

  private Typed() {}

  /** An id; empty where the text is none. */
  public static Optional<UUID> uuid(String text) {
    try {
      return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Words without space around them, and without what no database keeps; cut where longer. */
  public static String words(String text, int longest) {
    var kept = text.replace("\0", "").strip();
    return kept.substring(0, Math.min(kept.length(), longest));
  }
}
