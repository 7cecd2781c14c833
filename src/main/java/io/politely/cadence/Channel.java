package io.politely.cadence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what way somebody is reached, and how much more it presses than a mail. */
public enum Channel {
  EMAIL("E-mail", 1),
  LINKEDIN("LinkedIn message", 1),
  CALL("Call", 1.2),
  VOICEMAIL("Voicemail", 1.2),
  SMS("Text", 2);

  private final String said;
  private final double weight;

  Channel(String said, double weight) {
    this.said = said;
    this.weight = weight;
  }

  /** The word for it in policy, tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** The factor w of the pushiness index; set by judgement, see {@link PushinessRules}. */
  double weight() {
    return weight;
  }

  /** What a word stands for. */
  public static Optional<Channel> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
