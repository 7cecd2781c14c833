package io.politely.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How a moment is said to somebody: by their calendar, as seen from now.
 *
 * @param zone where their days begin and end
 */
public record Moments(Instant now, ZoneId zone) {

  private static final DateTimeFormatter DAY = pattern("EEE d MMMM");
  private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMMM yyyy");
  private static final DateTimeFormatter WHOLE_DAY = pattern("EEEE, d MMMM");
  private static final DateTimeFormatter STAMP = pattern("EEE d MMMM yyyy, HH:mm");
  private static final DateTimeFormatter TIME = pattern("HH:mm");
  private static final DateTimeFormatter SHORT_DAY = pattern("d MMM");
  private static final DateTimeFormatter SHORT_DAY_OF_YEAR = pattern("d MMM yyyy");

  /** The present day. */
  public LocalDate today() {
    return date(now);
  }

  /** The present day in full: {@code Friday, 26 June}. */
  public String todayInWords() {
    return WHOLE_DAY.format(today());
  }

  /** A day: {@code Tue 3 March}, or {@code 3 March 2025} in another year. */
  public String day(Instant moment) {
    return day(date(moment));
  }

  /** A day: {@code Tue 3 March}, or {@code 3 March 2025} in another year. */
  public String day(LocalDate day) {
    return (day.getYear() == today().getYear() ? DAY : DAY_OF_YEAR).format(day);
  }

  /** As narrow as it can be: {@code 14:05} today, {@code 3 Mar}, {@code 3 Mar 2025}. */
  public String narrow(Instant moment) {
    var day = date(moment);
    if (day.equals(today())) {
      return TIME.format(moment.atZone(zone));
    }
    return (day.getYear() == today().getYear() ? SHORT_DAY : SHORT_DAY_OF_YEAR).format(day);
  }

  /** Day and time: {@code Tue 3 March 2026, 14:05}. */
  public String stamp(Instant moment) {
    return STAMP.format(moment.atZone(zone));
  }

  /** When it was, within a sentence: {@code at 14:05} today, {@code on Tue 3 March 2026, 14:05}. */
  public String at(Instant moment) {
    return date(moment).equals(today())
        ? "at " + TIME.format(moment.atZone(zone))
        : "on " + stamp(moment);
  }

  /** How long a wait is that began then: {@code today}, {@code 12 days}, {@code 5 weeks}. */
  public String wait(Instant began) {
    long days = Math.max(0, ChronoUnit.DAYS.between(date(began), today()));
    return days == 0 ? "today" : When.span(days);
  }

  /** From here: {@code today}, {@code tomorrow}, {@code in 5 days}, {@code 12 days ago}. */
  public String fromNow(Instant moment) {
    return When.fromToday(ChronoUnit.DAYS.between(today(), date(moment)));
  }

  /** Whether it is before now. */
  public boolean isPast(Instant moment) {
    return moment.isBefore(now);
  }

  private LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
