package io.politely.interviews;

import io.politely.pursuits.PursuitKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which side of the table the user sits. */
public enum Seat {
  SEEKER("You are interviewed"),
  RECRUITER("You recruit"),
  SELLER("You sell");

  private final String said;

  Seat(String said) {
    this.said = said;
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** Where one sits in a pursuit. */
  public static Seat in(PursuitKind kind) {
    return switch (kind) {
      case JOB -> SEEKER;
      case SEARCH -> RECRUITER;
      case DEAL -> SELLER;
    };
  }

  /** What a word stands for. */
  public static Optional<Seat> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
