package io.politely.cadence;

import io.politely.cadence.CadencePolicy.Evidence;
import java.util.List;

/**
 * A number of the policy that a user may change.
 *
 * @param key its name: {@code caps.gap}, {@code S1.touches.2.gap}
 * @param title with its unit
 * @param value in force now
 * @param least the smallest that the hard caps allow
 * @param most the largest
 * @param evidence what it rests on
 */
public record PolicyNumber(
    String key,
    String title,
    int value,
    int shipped,
    int least,
    int most,
    List<Evidence> evidence) {

  public PolicyNumber {
    evidence = List.copyOf(evidence);
  }

  /** Whether it is as shipped. */
  public boolean isShipped() {
    return value == shipped;
  }

  /** The situation that it belongs to, or {@code caps}. */
  public String row() {
    return key.substring(0, key.indexOf('.'));
  }
}
