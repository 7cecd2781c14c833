package io.politely.calendar;

import java.util.Locale;

/** Whether a meeting takes place. */
public enum MeetingState {
  BOOKED,
  /** Called off, or no longer told of by any calendar. */
  CANCELLED;

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a word of a table stands for. */
  static MeetingState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
