package io.politely.ledger.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When something comes back that is snoozed. */
final class SnoozeRules {

  /** Before the work of a day begins. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private SnoozeRules() {}

  /**
   * The morning of the day that was wished for; empty where that names no day to come.
   *
   * @param wished tomorrow, next-week (its Monday), in-two-weeks, in-a-month, or a date as
   *     2026-03-09
   */
  static Optional<Instant> until(String wished, ZoneId zone, Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    return day(wished, today)
        .filter(day -> day.isAfter(today))
        .map(day -> day.atTime(MORNING).atZone(zone).toInstant());
  }

  private static Optional<LocalDate> day(String wished, LocalDate today) {
    return switch (wished) {
      case "tomorrow" -> Optional.of(today.plusDays(1));
      case "next-week" -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
      case "in-two-weeks" -> Optional.of(today.plusWeeks(2));
      case "in-a-month" -> Optional.of(today.plusMonths(1));
      default -> date(wished);
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
