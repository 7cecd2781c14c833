package io.politely.wording;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the reader stands, by the words that a job title is read to. The higher, the less is asked,
 * and the sooner it is too much.
 */
public enum Rank {
  INTERN("intern", 1),
  INDIVIDUAL("individual", 1),
  SENIOR("senior", 1),
  MANAGER("manager", 1),
  DIRECTOR("director", 1.15),
  VICE_PRESIDENT("vp", 1.3),
  C_LEVEL("c-level", 1.5),
  OWNER("owner", 1.5);

  private final String word;
  private final double sensitivity;

  Rank(String word, double sensitivity) {
    this.word = word;
    this.sensitivity = sensitivity;
  }

  /** The word of a level: {@code vp}. */
  public String word() {
    return word;
  }

  /**
   * How much faster than with most people a touch adds up to too many: the factor S of the
   * pushiness index, set so that two mails to a C-level reader weigh like three to others (vendors'
   * logs of 16.5 million mails: large firms and their executives punish persistence).
   */
  public double sensitivity() {
    return sensitivity;
  }

  /** The rank of a level's word; empty for a word that is none. */
  public static Optional<Rank> of(String word) {
    return Arrays.stream(values()).filter(rank -> rank.word.equals(word)).findFirst();
  }
}
