package io.politely.cli;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Moves every date in the headers of a mailbox by whole weeks, so that weekdays stay what they are.
 *
 * @param weeks how many, may be negative
 */
record DateShift(long weeks) {

  private static final Pattern HEADER_DATE =
      Pattern.compile(
          "[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}");
  private static final Pattern ENVELOPE_DATE =
      Pattern.compile("[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}$");
  private static final DateTimeFormatter HEADER =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final DateTimeFormatter LENIENT_HEADER =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final DateTimeFormatter ENVELOPE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  /** The shift that brings {@code anchor} to the last such weekday before {@code now}. */
  static DateShift between(Instant anchor, Instant now) {
    return new DateShift(
        Math.floorDiv(
            Duration.between(anchor, now).toSeconds(),
            Duration.ofDays(DayOfWeek.values().length).toSeconds()));
  }

  /** The text of an mbox or of a single message with its header dates moved. */
  String apply(String text) {
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
      return HEADER.format(OffsetDateTime.parse(found.group(), LENIENT_HEADER).plusWeeks(weeks));
    } catch (DateTimeParseException notADate) {
      return found.group();
    }
  }

  private String shiftedEnvelope(MatchResult found) {
    try {
      return ENVELOPE.format(LocalDateTime.parse(found.group(), ENVELOPE).plusWeeks(weeks));
    } catch (DateTimeParseException notADate) {
      return found.group();
    }
  }
}
