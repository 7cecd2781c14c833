package io.politely.pursuits.web;

import io.politely.web.When;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside sees of a pursuit: this and nothing else.
 *
 * @param company empty where it is not theirs to know
 * @param stage where it stands for them
 * @param turn whose move it is, a sentence
 * @param due by when an outcome is owed, by us or by them; null: none is
 * @param isLate whether we should have told them by now
 * @param next the day that a message between us named; null: none is ahead
 * @param answered when they last answered here; null: not yet
 * @param form what their answer sends back
 * @param entered what they typed, where it could not be kept
 */
public record StatusPage(
    String path,
    String title,
    String company,
    String stage,
    String turn,
    @Nullable When due,
    boolean isLate,
    @Nullable When next,
    @Nullable When answered,
    String form,
    Entered entered) {

  /**
   * An answer that could not be kept.
   *
   * @param problem why, a sentence
   */
  public record Entered(String interested, String changed, String problem) {

    static final Entered NOTHING = new Entered("", "", "");
  }
}
