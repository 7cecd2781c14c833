package io.politely.ledger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Arithmetic over working days; for now every Monday to Friday is one. */
final class BusinessDays {

  /** What is due on a day is due when its working hours end. */
  static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

  private BusinessDays() {}

  /** The end of the working day that lies so many business days after a moment. */
  static Instant after(Instant moment, int days, ZoneId zone) {
    var day = moment.atZone(zone).toLocalDate();
    int left = days;
    while (left > 0 || isWeekend(day)) {
      day = day.plusDays(1);
      left -= isWeekend(day) ? 0 : 1;
    }
    return endOf(day, zone);
  }

  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.atTime(END_OF_WORK).atZone(zone).toInstant();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
