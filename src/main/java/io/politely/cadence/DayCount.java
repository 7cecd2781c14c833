package io.politely.cadence;

import io.politely.reading.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working days of a country, counted once, so that the number between two days is one
 * subtraction: plans ask that for every slot they try.
 */
final class DayCount {

  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  private static final ConcurrentHashMap<ZoneId, DayCount> COUNTED = new ConcurrentHashMap<>();

  /** How many working days come before each day. */
  private final int[] before;

  private DayCount(WorkingDays days) {
    before = new int[(int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1];
    var day = FIRST;
    for (int i = 1; i < before.length; i++) {
      before[i] = before[i - 1] + (days.isWorking(day) ? 1 : 0);
      day = day.plusDays(1);
    }
  }

  /** Of the country in which a clock of this zone hangs. */
  static DayCount at(ZoneId zone) {
    var counted = COUNTED.get(zone);
    return counted != null
        ? counted
        : COUNTED.computeIfAbsent(zone, _ -> new DayCount(WorkingDays.at(zone)));
  }

  boolean isWorking(LocalDate day) {
    int i = index(day);
    return before[i + 1] > before[i];
  }

  /** From a day, to before another one. */
  int between(LocalDate from, LocalDate to) {
    return before[index(to)] - before[index(from)];
  }

  /** Days beyond the count are the nearest ones within: no plan reaches there. */
  private int index(LocalDate day) {
    return Math.clamp(day.toEpochDay() - FIRST.toEpochDay(), 0, before.length - 2);
  }
}
