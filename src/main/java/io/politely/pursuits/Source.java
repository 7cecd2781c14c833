package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a pursuit came from. */
public enum Source {
  COLD("Cold"),
  REFERRAL("Referral"),
  RECRUITER("Recruiter"),
  INBOUND("Inbound");

  private final String said;

  Source(String said) {
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
  public static Optional<Source> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
