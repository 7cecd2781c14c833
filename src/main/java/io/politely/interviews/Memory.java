package io.politely.interviews;

import java.time.Duration;

/** How fresh a memory was when it was told: row D11 of the policy. */
public enum Memory {
  /** Within two hours. */
  FRESH("Fresh"),
  SAME_DAY("Within a day"),
  /** Later than a day: taken with low confidence. */
  FADED("Later than a day: low confidence");

  private static final Duration FRESH_FOR = Duration.ofHours(2);
  private static final Duration FADED_AFTER = Duration.ofHours(24);

  private final String said;

  Memory(String said) {
    this.said = said;
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** Of what was told so long after the meeting had ended. */
  public static Memory of(Duration age) {
    if (age.compareTo(FRESH_FOR) <= 0) {
      return FRESH;
    }
    return age.compareTo(FADED_AFTER) <= 0 ? SAME_DAY : FADED;
  }
}
