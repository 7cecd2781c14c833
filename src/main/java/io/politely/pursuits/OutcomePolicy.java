package io.politely.pursuits;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which outcomes are owed, in business days; see {@code policy/outcomes.json}.
 *
 * @param application row D4
 * @param interview row D5: an interview, a meeting or a work sample
 * @param badNews row D6, after the decision
 * @param badNewsToFinalists row D6, for whoever came far
 * @param connector row D8, after the outcome
 * @param cameBack after a telling came back
 * @param law what the law says where the user turned it on; null: nothing
 * @param zone where the owner's working day begins and ends
 */
record OutcomePolicy(
    int application,
    int interview,
    int badNews,
    int badNewsToFinalists,
    int connector,
    int cameBack,
    @Nullable Law law,
    ZoneId zone) {

  /**
   * A law that gives a last day.
   *
   * @param calendarDays after the last interview
   */
  record Law(String name, int calendarDays) {}
}
