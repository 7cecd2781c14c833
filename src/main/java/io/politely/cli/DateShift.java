package io.politely.cli;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Moves the dates in the headers of a mailbox, and those of calendars in it, to the present. */
sealed interface DateShift {

  Pattern HEADER_DATE =
      Pattern.compile(
          "[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}");
  Pattern ENVELOPE_DATE =
      Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}$");

  /** Of an event; a zone begins its rules in 1970, and those stay. */
  Pattern EVENT_DATE =
      Pattern.compile("^((?:DTSTART|DTEND|DTSTAMP)(?:;[^:]*)?:)(2\\d{7}T\\d{6})(Z?\\r?)$");

  DateTimeFormatter HEADER =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  DateTimeFormatter LENIENT_HEADER =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  DateTimeFormatter ENVELOPE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
  DateTimeFormatter EVENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ENGLISH);

  /** Where a moment comes to, by the clock by which it was written. */
  LocalDateTime moved(LocalDateTime at);

  /**
   * By whole weeks, so that weekdays stay what they are.
   *
   * @param weeks how many, may be negative
   */
  record Weeks(long weeks) implements DateShift {

    /** The shift that brings {@code anchor} to the last such weekday before {@code now}. */
    static Weeks between(Instant anchor, Instant now) {
      return new Weeks(
          Math.floorDiv(
              Duration.between(anchor, now).toSeconds(),
              Duration.ofDays(DayOfWeek.values().length).toSeconds()));
    }

    @Override
    public LocalDateTime moved(LocalDateTime at) {
      return at.plusWeeks(weeks);
    }
  }

  /**
   * By business days, so that what was to come in two days is in two days. The day of the anchor
   * moves with its clock: what had just ended has just ended.
   *
   * @param anchor the present of what was written, on a business day
   * @param moment to which that comes, on a business day
   */
  record BusinessDays(LocalDateTime anchor, LocalDateTime moment) implements DateShift {

    private static final LocalTime FIRST = LocalTime.of(10, 0);
    private static final LocalTime LAST = LocalTime.of(19, 0);
    private static final int QUARTER = 15;

    /** The shift that brings {@code anchor} to now, or to the end of the last business day. */
    static BusinessDays between(LocalDateTime anchor, LocalDateTime now) {
      var day = now.toLocalDate();
      var time = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
      if (time.isBefore(FIRST) || isWeekend(day)) {
        return new BusinessDays(anchor, plus(day, -1).atTime(LAST));
      }
      var quarter = time.minusMinutes(time.getMinute() % QUARTER);
      return new BusinessDays(anchor, day.atTime(quarter.isAfter(LAST) ? LAST : quarter));
    }

    @Override
    public LocalDateTime moved(LocalDateTime at) {
      var day = at.toLocalDate();
      var written = anchor.toLocalDate();
      if (day.equals(written)) {
        return at.plus(Duration.between(anchor, moment));
      }
      int step = day.isAfter(written) ? 1 : -1;
      int days = 0;
      for (var one = written; !one.equals(day); one = one.plusDays(step)) {
        days += isWeekend(one.plusDays(step)) ? 0 : step;
      }
      return plus(moment.toLocalDate(), days).atTime(at.toLocalTime());
    }

    private static LocalDate plus(LocalDate day, int days) {
      var moved = day;
      for (int left = Math.abs(days); left > 0; left -= isWeekend(moved) ? 0 : 1) {
        moved = moved.plusDays(Integer.signum(days));
      }
      return moved;
    }

    private static boolean isWeekend(LocalDate day) {
      return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
  }

  /** The text of an mbox, of a single message or of a calendar with its dates moved. */
  default String apply(String text) {
    var shifted = new StringBuilder(text.length() + 64);
    boolean inHeaders = true;
    boolean afterBlank = true;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      var line = text.substring(start, end);
      if (afterBlank && line.startsWith("From ")) {
        inHeaders = true;
        line = ENVELOPE_DATE.matcher(line).replaceFirst(this::shiftedEnvelope);
      } else if (line.isBlank()) {
        inHeaders = false;
      } else if (line.startsWith("DT")) {
        line = EVENT_DATE.matcher(line).replaceFirst(this::shiftedEvent);
      } else if (inHeaders) {
        line = HEADER_DATE.matcher(line).replaceAll(this::shiftedHeader);
      }
      afterBlank = line.isBlank();
      shifted.append(line);
      if (newline >= 0) {
        shifted.append('\n');
      }
      start = end + 1;
    }
    return shifted.toString();
  }

  private String shiftedHeader(MatchResult found) {
    try {
      var date = OffsetDateTime.parse(found.group(), LENIENT_HEADER);
      return HEADER.format(moved(date.toLocalDateTime()).atOffset(date.getOffset()));
    } catch (DateTimeParseException notADate) {
      return found.group();
    }
  }

  private String shiftedEnvelope(MatchResult found) {
    try {
      return ENVELOPE.format(moved(LocalDateTime.parse(found.group(), ENVELOPE)));
    } catch (DateTimeParseException notADate) {
      return found.group();
    }
  }

  private String shiftedEvent(MatchResult found) {
    try {
      return found.group(1)
          + EVENT.format(moved(LocalDateTime.parse(found.group(2), EVENT)))
          + found.group(3);
    } catch (DateTimeParseException notADate) {
      return found.group();
    }
  }
}
