package io.politely.cadence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The recipient's clock and calendar: where they are, when they work, what they have off. All
 * counting of business days is here, and on local dates, so that no change of the clocks moves it.
 *
 * @param zone also tells whose public holidays they have
 * @param hours when they work on a working day
 * @param daysOff days on which they do not work, beside weekends and public holidays
 */
public record TheirTime(ZoneId zone, WorkingHours hours, Set<LocalDate> daysOff) {

  public TheirTime {
    daysOff = Set.copyOf(daysOff);
  }

  /** Of somebody without days off of their own. */
  public TheirTime(ZoneId zone, WorkingHours hours) {
    this(zone, hours, Set.of());
  }

  /** The date there. */
  public LocalDate date(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /** Whether they work on a day. */
  public boolean isWorking(LocalDate day) {
    return DayCount.at(zone).isWorking(day) && !daysOff.contains(day);
  }

  /** Whether they are at work at a moment. */
  public boolean isAtWork(Instant moment) {
    var there = moment.atZone(zone);
    return isWorking(there.toLocalDate()) && hours.contains(there.toLocalTime());
  }

  /** The moment itself where they are at work then, else when they next begin. */
  public Instant nextAtWork(Instant moment) {
    if (isAtWork(moment)) {
      return moment;
    }
    var day = date(moment);
    while (true) {
      if (isWorking(day)) {
        for (var span : hours.spans()) {
          var begin = at(day, span.from());
          // A clock that is set forward can swallow the beginning of a span.
          if (!begin.isBefore(moment) && isAtWork(begin)) {
            return begin;
          }
        }
      }
      day = day.plusDays(1);
    }
  }

  /** The working day that lies so many business days after the date of a moment. */
  public LocalDate plus(Instant moment, int businessDays) {
    return plus(date(moment), businessDays);
  }

  /** The working day that lies so many business days after a day; 0: the day or the next one. */
  public LocalDate plus(LocalDate day, int businessDays) {
    var reached = day;
    int left = businessDays;
    while (left > 0 || !isWorking(reached)) {
      reached = reached.plusDays(1);
      if (isWorking(reached) && left > 0) {
        left--;
      }
    }
    return reached;
  }

  /** When they begin to work on a day, or on the next one on which they do. */
  public Instant morningOf(LocalDate day) {
    return nextAtWork(at(day, LocalTime.MIN));
  }

  /**
   * How many business days lie between two moments, with fractions: each working day counts as far
   * as its twenty-four hours lie between them, other days not at all.
   */
  public double businessDaysBetween(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return 0;
    }
    var first = from.atZone(zone);
    var last = to.atZone(zone);
    var firstDay = first.toLocalDate();
    var lastDay = last.toLocalDate();
    double begun = share(last.toLocalTime());
    double gone = share(first.toLocalTime());
    if (!firstDay.isBefore(lastDay)) {
      return isWorking(firstDay) ? Math.max(0, begun - gone) : 0;
    }
    return (isWorking(firstDay) ? 1 - gone : 0)
        + workingDaysAfter(firstDay, lastDay.minusDays(1))
        + (isWorking(lastDay) ? begun : 0);
  }

  private static double share(LocalTime time) {
    return time.toNanoOfDay() / 86_400e9;
  }

  /** How many working days come after a day, up to and with another one. */
  public int workingDaysAfter(LocalDate day, LocalDate until) {
    if (!day.isBefore(until)) {
      return 0;
    }
    var from = day.plusDays(1);
    var to = until.plusDays(1);
    int off =
        (int)
            daysOff.stream()
                .filter(it -> !it.isBefore(from) && it.isBefore(to))
                .filter(DayCount.at(zone)::isWorking)
                .count();
    return DayCount.at(zone).between(from, to) - off;
  }

  /** A time that a clock skips is the first one after; one that it shows twice is the first. */
  Instant at(LocalDate day, LocalTime time) {
    var local = day.atTime(time);
    var gap = zone.getRules().getTransition(local);
    return gap != null && gap.isGap()
        ? gap.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  static boolean isOneOf(Set<DayOfWeek> days, LocalDate day) {
    return days.contains(day.getDayOfWeek());
  }
}
