package io.politely.outbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What time it is where somebody is, as far as their last message tells.
 *
 * @param offset of the Date header of that message
 * @param seenAt when they wrote it
 */
public record TheirClock(ZoneOffset offset, Instant seenAt) {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /**
   * Whether the header says UTC: some programs write that wherever they run, so it says little
   * about where somebody is.
   */
  public boolean isVague() {
    return offset.equals(ZoneOffset.UTC);
  }

  /** The next nine o'clock in the morning there, Monday to Friday, after a moment. */
  public Instant morningAfter(Instant now) {
    var there = now.atOffset(offset);
    var morning = there.with(MORNING);
    while (!morning.isAfter(there) || isWeekend(morning)) {
      morning = morning.plusDays(1);
    }
    return morning.toInstant();
  }

  private static boolean isWeekend(OffsetDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
