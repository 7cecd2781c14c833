package io.politely.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A moment as pages show it.
 *
 * @param iso for the {@code datetime} attribute
 * @param day "3 March", with the year where it is another one
 * @param full "Tuesday, 3 March 2026, 09:41"
 * @param relative "3 days ago", "in 2 weeks"
 * @param past whether it is over
 */
public record When(String iso, String day, String full, String relative, boolean past) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private static final int DAYS_OF_A_WEEK = 7;
  private static final int DAYS_COUNTED = 14;
  private static final int DAYS_OF_A_MONTH = 30;
  private static final int WEEKS_COUNTED_UP_TO = 60;
  private static final int DAYS_OF_A_YEAR = 365;
  private static final int MONTHS_COUNTED_UP_TO = 700;

  /** A moment, seen from {@code now} in a zone. */
  public static When of(Instant at, Instant now, ZoneId zone) {
    var there = at.atZone(zone);
    var today = LocalDate.ofInstant(now, zone);
    var day = there.toLocalDate();
    return new When(
        at.truncatedTo(ChronoUnit.SECONDS).toString(),
        (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(there),
        FULL.format(there),
        relative(at, now, ChronoUnit.DAYS.between(today, day)),
        at.isBefore(now));
  }

  private static String relative(Instant at, Instant now, long days) {
    return days == 0 ? withinToday(Duration.between(now, at)) : fromToday(days);
  }

  /** "today", "tomorrow", "in 5 days", "12 days ago". */
  static String fromToday(long days) {
    if (days == 0) {
      return "today";
    }
    if (days == -1) {
      return "yesterday";
    }
    return days == 1 ? "tomorrow" : fromHere(days < 0, span(Math.abs(days)));
  }

  private static String withinToday(Duration ahead) {
    var distance = ahead.abs();
    if (distance.toMinutes() < 1) {
      return "now";
    }
    return fromHere(
        ahead.isNegative(),
        distance.toHours() < 1
            ? counted(distance.toMinutes(), "minute")
            : counted(distance.toHours(), "hour"));
  }

  /** "3 days", "5 weeks", "7 months", "2 years". */
  public static String span(long days) {
    if (days < DAYS_COUNTED) {
      return counted(days, "day");
    }
    if (days < WEEKS_COUNTED_UP_TO) {
      return counted(days / DAYS_OF_A_WEEK, "week");
    }
    return days < MONTHS_COUNTED_UP_TO
        ? counted(days / DAYS_OF_A_MONTH, "month")
        : counted(days / DAYS_OF_A_YEAR, "year");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String fromHere(boolean past, String span) {
    return past ? span + " ago" : "in " + span;
  }
}
