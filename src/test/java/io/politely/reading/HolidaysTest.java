package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of holidays agrees with Jollyday's calendars, which are kept up to date. */
class HolidaysTest {

  static Stream<String> countries() {
    return Holidays.countries().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void the_table_calls_no_working_day_a_holiday(String country) {
    for (int year = 2024; year <= 2029; year++) {
      assertThat(weekdays(jollyday(country, year)))
          .as("%s %d", country, year)
          .containsAll(weekdays(Holidays.of(country, year)));
    }
  }

  /** Elsewhere a day is missing that only some are free on, or that is moved out of a weekend. */
  @ParameterizedTest
  @ValueSource(strings = {"AT", "BE", "CH", "DE", "DK", "FR", "GB", "IE", "LU", "NO", "US"})
  void the_table_knows_all_nationwide_holidays(String country) {
    for (int year = 2024; year <= 2029; year++) {
      assertThat(weekdays(Holidays.of(country, year)))
          .as("%s %d", country, year)
          .isEqualTo(weekdays(jollyday(country, year)));
    }
  }

  private static Set<LocalDate> jollyday(String country, int year) {
    var days = new TreeSet<LocalDate>();
    var manager =
        HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    for (var holiday : manager.getHolidays(Year.of(year))) {
      if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY) {
        days.add(holiday.getDate());
      }
    }
    return days;
  }

  private static Set<LocalDate> weekdays(Set<LocalDate> days) {
    var weekdays = new TreeSet<LocalDate>();
    for (var day : days) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (!weekend) {
        weekdays.add(day);
      }
    }
    return weekdays;
  }
}
