package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a pursuit ended for one person. */
public enum Result {
  /** Hired, or the deal was won. */
  WON("Hired or won"),
  OFFER_DECLINED("Offer declined"),
  NOT_CHOSEN("Not chosen"),
  WITHDRAWN_BY_THEM("They withdrew"),
  WITHDRAWN_BY_US("We withdrew"),
  /** It rests, and nobody knows for how long. */
  PAUSED("Paused"),
  NO_DECISION("No decision"),
  /** They did not answer any more. */
  SILENT("Silent after limits");

  private final String said;

  Result(String said) {
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

  /** Whether it is bad news for somebody who hoped, so that row D6 of the policy holds. */
  public boolean isBadNews() {
    return this != WON && this != WITHDRAWN_BY_THEM && this != SILENT;
  }

  /** Whether it must be told with a reason. */
  public boolean needsReason() {
    return this == NOT_CHOSEN
        || this == WITHDRAWN_BY_US
        || this == NO_DECISION
        || this == PAUSED
        || this == OFFER_DECLINED;
  }

  /** What a word stands for. */
  public static Optional<Result> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
