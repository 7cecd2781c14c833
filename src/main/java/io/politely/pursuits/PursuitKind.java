package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is pursued. */
public enum PursuitKind {
  /** A seeker is after it. */
  JOB("Job"),
  /** A recruiter looks for candidates, for a client. */
  SEARCH("Search"),
  /** A seller is after it. */
  DEAL("Deal");

  private final String said;

  PursuitKind(String said) {
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
  public static Optional<PursuitKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
