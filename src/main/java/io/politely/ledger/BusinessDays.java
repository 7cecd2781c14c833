package io.politely.ledger;

import io.politely.reading.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Moments by the working days of where the owner's clock hangs, its public holidays left out. */
public final class BusinessDays {

  /** What is due on a day is due when its working hours end. */
  static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

  private BusinessDays() {}

  /** The end of the working day that lies so many business days after a moment. */
  public static Instant after(Instant moment, int days, ZoneId zone) {
    var working = WorkingDays.at(zone);
    var day = moment.atZone(zone).toLocalDate();
    return endOf(days == 0 ? working.sameOrNext(day) : working.plus(day, days), zone);
  }

  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.atTime(END_OF_WORK).atZone(zone).toInstant();
  }
}
