package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody gave time. */
public enum TimeKind {
  /** It was sent in, and read. */
  APPLICATION("Application"),
  INTERVIEW("Interview"),
  MEETING("Meeting"),
  WORK_SAMPLE("Work sample"),
  INTRODUCTION("Introduction");

  private final String said;

  TimeKind(String said) {
    this.said = said;
  }

  /** The word for it in tables, addresses and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word stands for. */
  public static Optional<TimeKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
