package io.politely.outbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a mail may leave: a window in the working hours of whoever reads it. Computed once, here and
 * never in SQL, so that every mail has one instant whatever clocks do meanwhile.
 *
 * @param dueAt not before
 * @param lateAt not after
 */
public record SendTime(Instant dueAt, Instant lateAt) {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** The next morning of a working day in their zone that is still to come, until its evening. */
  public static SendTime inTheirMorning(Instant now, ZoneId theirs) {
    var day = LocalDate.ofInstant(now, theirs);
    while (isWeekend(day) || !at(day, MORNING, theirs).isAfter(now)) {
      day = day.plusDays(1);
    }
    return new SendTime(at(day, MORNING, theirs), at(day, EVENING, theirs));
  }

  /** Now where they work at this moment, else in their next morning. */
  public static SendTime inTheirHours(Instant now, ZoneId theirs) {
    var day = LocalDate.ofInstant(now, theirs);
    var evening = at(day, EVENING, theirs);
    boolean atWork =
        !isWeekend(day) && !now.isBefore(at(day, MORNING, theirs)) && now.isBefore(evening);
    return atWork ? new SendTime(now, evening) : inTheirMorning(now, theirs);
  }

  /** A time that a clock skips is the first one after; one that it shows twice is the first. */
  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    var local = day.atTime(time);
    var gap = zone.getRules().getTransition(local);
    return gap != null && gap.isGap()
        ? gap.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
