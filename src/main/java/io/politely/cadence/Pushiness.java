package io.politely.cadence;

import java.util.List;

/**
 * How much we press on a person, over everything the workspace did to them.
 *
 * @param value 0 to 100, below 100
 * @param parts what it is made of, the largest share first
 */
public record Pushiness(double value, List<Part> parts) {

  /** Nothing weighs on them. */
  public static final Pushiness NONE = new Pushiness(0, List.of());

  public Pushiness {
    parts = List.copyOf(parts);
  }

  /**
   * One of its causes.
   *
   * @param share of what presses, 0…1; negative for what eases it
   */
  public record Part(String sentence, double share) {}

  /** As a whole number. */
  public int rounded() {
    return (int) Math.floor(value);
  }

  /** What a band means. */
  public enum Band {
    GREEN("Fine"),
    AMBER("Bring something"),
    RED("Too much");

    private final String said;

    Band(String said) {
      this.said = said;
    }

    /** How a page says it. */
    public String said() {
      return said;
    }
  }
}
