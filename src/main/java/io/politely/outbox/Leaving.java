package io.politely.outbox;

import java.util.Arrays;
import java.util.Locale;

/** When a letter is to leave. */
public enum Leaving {
  NOW,
  /** At nine in the morning where the recipient is. */
  MORNING,
  /** At a day and time of the writer's. */
  AT;

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a word stands for; {@link #NOW} for any other. */
  public static Leaving of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst().orElse(NOW);
  }
}
