package io.politely.today;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** When a digest is due, on the calendar of whoever reads it. */
final class DigestRules {

  /** After that the morning is over, and the page itself is read sooner. */
  private static final Duration TIMELY = Duration.ofHours(3);

  private DigestRules() {}

  /**
   * A digest that is due.
   *
   * @param day on the member's calendar: there is one for each
   * @param lateAt not after
   */
  record Due(LocalDate day, Instant at, Instant lateAt) {}

  /** The one that is due now, also late in the evening before; empty where none is. */
  static Optional<Due> due(DigestChoice choice, ZoneId zone, Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    return Stream.of(today, today.minusDays(1))
        .filter(day -> !choice.workdaysOnly() || isWorkday(day))
        .map(day -> due(day, choice.hour(), zone))
        .filter(due -> !due.at().isBefore(choice.chosenAt()))
        .filter(due -> !due.at().isAfter(now) && due.lateAt().isAfter(now))
        .findFirst();
  }

  /**
   * An hour that the clocks skip is moved behind the gap, of one that comes twice it is the first.
   */
  private static Due due(LocalDate day, int hour, ZoneId zone) {
    var at = day.atTime(hour, 0).atZone(zone).toInstant();
    return new Due(day, at, at.plus(TIMELY));
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }
}
