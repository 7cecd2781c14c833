package io.politely.interviews;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of meeting it is. */
public enum InterviewKind {
  SCREEN("Screen"),
  HIRING_MANAGER("Hiring manager"),
  PANEL("Panel"),
  FINAL("Final"),
  INTAKE("Client intake"),
  DISCOVERY("Discovery"),
  NEGOTIATION("Negotiation"),
  OTHER("Meeting");

  private final String said;

  InterviewKind(String said) {
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
  public static Optional<InterviewKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
