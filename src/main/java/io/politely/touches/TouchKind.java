package io.politely.touches;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what way somebody was reached, or not. */
public enum TouchKind {
  /** Both talked. */
  CALL("Call"),
  MISSED_CALL("Call, no answer"),
  VOICEMAIL("Voicemail"),
  LINKEDIN("LinkedIn message"),
  TEXT("Text"),
  /** Both were there. */
  MEETING("Meeting"),
  MISSED_MEETING("Meeting that did not take place"),
  /** Nothing passed between us: only words to remember. */
  NOTE("Note");

  private final String said;

  TouchKind(String said) {
    this.said = said;
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a reader is told. */
  public String said() {
    return said;
  }

  /** Whether both sides spoke, so that it may have answered what was written. */
  public boolean isConversation() {
    return this == CALL || this == MEETING;
  }

  /** Whether something passed between us at all. */
  public boolean isContact() {
    return this != NOTE;
  }

  /** The one that a word stands for. */
  public static Optional<TouchKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
