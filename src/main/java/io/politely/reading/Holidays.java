package io.politely.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Nationwide public holidays by country and year, from a table of rules: {@code 12-25} a fixed day;
 * {@code E+1} days from Easter Sunday; {@code 11-4TH4} the fourth Thursday of November, {@code
 * 5-LMO} the last Monday of May; {@code 10-3>MO} moved to the Monday after; a trailing {@code ~}
 * moves a fixed day out of a weekend, Saturdays back to Friday and Sundays on to Monday; {@code ^}
 * moves both on to the next free working day.
 *
 * <p>Easter after the anonymous Gregorian computus (Meeus, <i>Astronomical Algorithms</i>, 1991).
 * The test compares the table with Jollyday.
 */
final class Holidays {

  private static final String TABLE =
      """
      US 1-1~ 1-MO3 2-MO3 5-LMO 6-19~ 7-4~ 9-MO1 11-11~ 11-TH4 12-25~
      GB 1-1^ E-2 5-MO1 5-LMO 12-25^ 12-26^
      IE 1-1 2-MO1 3-17 E+1 5-MO1 6-MO1 8-MO1 10-LMO 12-25 12-26
      CA 1-1 E-2 7-1 9-MO1 12-25
      AU 1-1 1-26 E-2 E+1 4-25 12-25 12-26
      DE 1-1 E-2 E+1 5-1 E+39 E+50 10-3 12-25 12-26
      AT 1-1 1-6 E+1 5-1 E+39 E+50 E+60 8-15 10-26 11-1 12-8 12-25 12-26
      CH 1-1 E+39 8-1 12-25
      FR 1-1 E+1 5-1 5-8 E+39 E+50 7-14 8-15 11-1 11-11 12-25
      BE 1-1 E+1 5-1 E+39 E+50 7-21 8-15 11-1 11-11 12-25
      LU 1-1 E+1 5-1 5-9 E+39 E+50 6-23 8-15 11-1 12-25 12-26
      NL 1-1 E+1 4-27 E+39 E+50 12-25 12-26
      ES 1-1 1-6 E-2 5-1 8-15 10-12 11-1 12-6 12-8 12-25
      PT 1-1 E-2 4-25 5-1 E+60 6-10 8-15 10-5 11-1 12-1 12-8 12-25
      IT 1-1 1-6 E+1 4-25 5-1 6-2 8-15 11-1 12-8 12-25 12-26
      BR 1-1 E-2 4-21 5-1 9-7 10-12 11-2 11-15 11-20 12-25
      MX 1-1 2-MO1 3-MO3 5-1 9-16 11-MO3 12-25
      DK 1-1 E-3 E-2 E+1 E+39 E+50 12-25 12-26
      SE 1-1 1-6 E-2 E+1 5-1 E+39 6-6 12-25 12-26
      NO 1-1 E-3 E-2 E+1 5-1 5-17 E+39 E+50 12-25 12-26
      FI 1-1 1-6 E-2 E+1 5-1 E+39 12-6 12-25 12-26
      PL 1-1 1-6 E+1 5-1 5-3 E+60 8-15 11-1 11-11 12-25 12-26
      """;

  private static final Map<String, String[]> RULES = new HashMap<>();

  static {
    TABLE
        .lines()
        .forEach(line -> RULES.put(line.substring(0, 2), line.substring(3).split(" ", -1)));
  }

  private Holidays() {}

  static Set<String> countries() {
    return RULES.keySet();
  }

  /** Empty for a country that is not in the table. */
  static Set<LocalDate> of(String country, int year) {
    var days = new HashSet<LocalDate>();
    for (var rule : RULES.getOrDefault(country, new String[0])) {
      var day = day(rule, year);
      days.add(rule.endsWith("^") ? moved(day, days) : rule.endsWith("~") ? observed(day) : day);
    }
    return Set.copyOf(days);
  }

  private static LocalDate day(String rule, int year) {
    if (rule.startsWith("E")) {
      return easter(year).plusDays(Integer.parseInt(rule.substring(1).replace("+", "")));
    }
    int dash = rule.indexOf('-');
    int month = Integer.parseInt(rule.substring(0, dash));
    var rest = rule.substring(dash + 1);
    if (Texts.isDigit(rest.charAt(0))) {
      return LocalDate.of(year, month, Integer.parseInt(rest.replace("~", "").replace("^", "")));
    }
    var first = LocalDate.of(year, month, 1);
    if (rest.startsWith("L")) {
      return first.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }
    var weekday = rest.startsWith("TH") ? DayOfWeek.THURSDAY : DayOfWeek.MONDAY;
    return first.with(TemporalAdjusters.dayOfWeekInMonth(rest.charAt(2) - '0', weekday));
  }

  private static LocalDate observed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static LocalDate moved(LocalDate day, Set<LocalDate> taken) {
    var free = day;
    while (free.getDayOfWeek() == DayOfWeek.SATURDAY
        || free.getDayOfWeek() == DayOfWeek.SUNDAY
        || taken.contains(free)) {
      free = free.plusDays(1);
    }
    return free;
  }

  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
