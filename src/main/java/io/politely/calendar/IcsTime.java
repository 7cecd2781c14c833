package io.politely.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment as a calendar writes it.
 *
 * @param isDay whether it is a whole day
 * @param zone null where it is meant wherever one is: every day, and times without a zone
 */
record IcsTime(LocalDateTime local, boolean isDay, @Nullable Zone zone) {

  /** What a value says; empty where it is no date. */
  static Optional<IcsTime> parse(String text, @Nullable Zone zone) {
    var digits = text.strip().replace("-", "").replace(":", "");
    boolean utc = digits.endsWith("Z") || digits.endsWith("z");
    if (utc) {
      digits = digits.substring(0, digits.length() - 1);
    }
    int length = digits.length();
    if ((length != 8 && length != 13 && length != 15) || !isDated(digits)) {
      return Optional.empty();
    }
    try {
      var day = LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
      if (length == 8) {
        return Optional.of(day(day));
      }
      // A leap second is the second before.
      int second = length == 13 ? 0 : Math.min(number(digits, 13, 15), 59);
      var time = day.atTime(number(digits, 9, 11), number(digits, 11, 13), second);
      return Optional.of(new IcsTime(time, false, utc ? Zone.UTC : zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isDated(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == 8 ? c != 'T' && c != 't' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String digits, int from, int until) {
    return Integer.parseInt(digits, from, until, 10);
  }

  static IcsTime day(LocalDate day) {
    return new IcsTime(day.atStartOfDay(), true, null);
  }

  /** The same kind of time at another. */
  IcsTime at(LocalDateTime other) {
    return new IcsTime(other, isDay, zone);
  }

  Instant instant(ZoneId here) {
    return (zone == null ? Zone.of(here) : zone).instant(local);
  }

  /** How it is written, without its zone. */
  String written() {
    // By hand: calendars that repeat hold very many of these.
    var text = new StringBuilder(16);
    pad(text, local.getYear(), 4);
    pad(text, local.getMonthValue(), 2);
    pad(text, local.getDayOfMonth(), 2);
    if (!isDay) {
      text.append('T');
      pad(text, local.getHour(), 2);
      pad(text, local.getMinute(), 2);
      pad(text, local.getSecond(), 2);
      text.append(isUtc() ? "Z" : "");
    }
    return text.toString();
  }

  private static void pad(StringBuilder text, int number, int length) {
    var digits = String.valueOf(number);
    text.repeat('0', Math.max(0, length - digits.length())).append(digits);
  }

  boolean isUtc() {
    return zone != null && zone.equals(Zone.UTC);
  }

  /**
   * The same for whoever writes it, in whatever zone: the moment in UTC, the day, or the time on
   * the wall.
   */
  String key() {
    return isDay || zone == null
        ? written()
        : new IcsTime(Zone.UTC.local(zone.instant(local)), false, Zone.UTC).written();
  }
}
