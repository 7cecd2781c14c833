package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a pursuit goes on; see {@code docs/decisions/0010-pursuits.md}. */
public enum PursuitState {
  OPEN("Open"),
  /** Until a day. */
  PAUSED("Paused"),
  /** It ended, and somebody has not been told yet. */
  CLOSING("Closing"),
  /** It ended, and everybody who gave time was told. */
  CLOSED("Closed");

  private final String said;

  PursuitState(String said) {
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
  public static Optional<PursuitState> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
