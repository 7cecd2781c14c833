package io.politely.ledger.web;

import io.politely.ledger.SnoozeChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** When something comes back that is snoozed. */
final class SnoozeRules {

  /** Before the work of a day begins. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private SnoozeRules() {}

  /**
   * The morning of the day that was wished for; empty where that names no day to come.
   *
   * @param wished the word of a {@link SnoozeChoice}, or a date as 2026-03-09
   */
  static Optional<Instant> until(String wished, ZoneId zone, Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    return day(wished, today)
        .filter(day -> day.isAfter(today))
        .map(day -> day.atTime(MORNING).atZone(zone).toInstant());
  }

  private static Optional<LocalDate> day(String wished, LocalDate today) {
    return SnoozeChoice.of(wished).map(choice -> choice.day(today)).or(() -> date(wished));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
