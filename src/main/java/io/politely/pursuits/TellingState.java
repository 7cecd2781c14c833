package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a telling reached its person. */
public enum TellingState {
  /** Its mail is in the outbox, and not accepted yet. */
  WAITING("Leaves soon"),
  /** The server took it and no bounce came, or it was said. */
  DELIVERED("Delivered"),
  FAILED("Not sent"),
  /** A bounce says that nobody got it. */
  CAME_BACK("Came back"),
  /** Its mail was withdrawn, or it was entered by mistake. */
  TAKEN_BACK("Taken back");

  private final String said;

  TellingState(String said) {
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
  public static Optional<TellingState> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
