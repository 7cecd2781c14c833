package io.politely.cadence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in sentences. */
final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  private static final DateTimeFormatter WITH_YEAR =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Days() {}

  /** {@code Tuesday, 3 March}. */
  static String said(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 3 March 2027}. */
  static String saidWithYear(LocalDate day) {
    return WITH_YEAR.format(day);
  }

  /** {@code one business day}, {@code 5 business days}. */
  static String business(int days) {
    return days == 1 ? "one business day" : days + " business days";
  }
}
