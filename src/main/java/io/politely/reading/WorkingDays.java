package io.politely.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working days of a country: Monday to Friday without its nationwide public holidays. Regional
 * holidays are working days here, since a message does not tell the region.
 */
public final class WorkingDays {

  private static final ConcurrentHashMap<String, WorkingDays> BY_COUNTRY =
      new ConcurrentHashMap<>();

  private final String country;
  private final ConcurrentHashMap<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

  private WorkingDays(String country) {
    this.country = country;
  }

  /** Of a country by its two letters; of one that is not known, every Monday to Friday. */
  public static WorkingDays of(String country) {
    return BY_COUNTRY.computeIfAbsent(country, WorkingDays::new);
  }

  /** Where a clock of this zone hangs; of a zone that tells no country, every Monday to Friday. */
  public static WorkingDays at(ZoneId zone) {
    var country = Place.country(zone);
    return of(country == null ? "" : country);
  }

  /** Whether people work on this day. */
  public boolean isWorking(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !isHoliday(day);
  }

  /** Whether it is a nationwide public holiday. */
  public boolean isHoliday(LocalDate day) {
    return holidays
        .computeIfAbsent(day.getYear(), year -> Holidays.of(country, year))
        .contains(day);
  }

  /** The day itself or the next working day. */
  public LocalDate sameOrNext(LocalDate day) {
    var next = day;
    while (!isWorking(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The day itself or the working day before. */
  public LocalDate sameOrPrevious(LocalDate day) {
    var previous = day;
    while (!isWorking(previous)) {
      previous = previous.minusDays(1);
    }
    return previous;
  }

  /** The working day that lies so many working days later, or earlier if negative. */
  public LocalDate plus(LocalDate day, int days) {
    var reached = day;
    int left = Math.abs(days);
    while (left > 0) {
      reached = reached.plusDays(days < 0 ? -1 : 1);
      left -= isWorking(reached) ? 1 : 0;
    }
    return reached;
  }
}
