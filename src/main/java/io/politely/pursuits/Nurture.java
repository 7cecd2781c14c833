package io.politely.pursuits;

import java.time.LocalDate;

/**
 * That the people of a pursuit are written to again, though it ended.
 *
 * @param on the day from which it stands on Today
 * @param why then: a sentence, or ""
 */
public record Nurture(PursuitId pursuit, LocalDate on, String why) {

  /** The longest {@link #why}. */
  public static final int LONGEST_WHY = 300;

  /** Nobody means a day that is further away, in years. */
  public static final int LONGEST_YEARS = 5;

  /** Whether a day can be meant. */
  public static boolean canBe(LocalDate day, LocalDate today) {
    return day.isAfter(today) && !day.isAfter(today.plusYears(LONGEST_YEARS));
  }
}
