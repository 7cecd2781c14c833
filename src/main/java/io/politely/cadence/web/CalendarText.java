package io.politely.cadence.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Writes events as iCalendar, RFC 5545: lines end in CRLF and have at most 75 octets. */
final class CalendarText {

  private static final int LONGEST_LINE = 75;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder();

  private CalendarText() {}

  /**
   * An event that takes none of their time.
   *
   * @param uid stays the same when it moves
   * @param when a quarter of an hour, or a day
   */
  record Event(String uid, When when, String summary, String description, String url) {}

  /** When an event is. */
  sealed interface When {

    /** From a moment on, for a quarter of an hour. */
    record At(Instant moment) implements When {}

    /** All day. */
    record On(LocalDate day) implements When {}
  }

  /** A calendar with these events, as it is at a moment. */
  static String of(String name, List<Event> events, Instant stamp) {
    var calendar = new CalendarText();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Politely//Follow-ups//EN");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("METHOD:PUBLISH");
    calendar.line("X-WR-CALNAME:" + escaped(name));
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    events.forEach(event -> calendar.add(event, stamp));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void add(Event event, Instant stamp) {
    line("BEGIN:VEVENT");
    line("UID:" + escaped(event.uid()));
    line("DTSTAMP:" + MOMENT.format(stamp.truncatedTo(ChronoUnit.SECONDS)));
    switch (event.when()) {
      case When.At(var moment) -> {
        line("DTSTART:" + MOMENT.format(moment.truncatedTo(ChronoUnit.SECONDS)));
        line("DURATION:PT15M");
      }
      case When.On(var day) ->
          line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }
    line("SUMMARY:" + escaped(event.summary()));
    line("DESCRIPTION:" + escaped(event.description()));
    line("URL:" + event.url());
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /** A value of the type TEXT. */
  static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cc}", " ");
  }

  /** Folded where it is too long, never within a character. */
  private void line(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = Character.toString(character).getBytes(UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    text.append("\r\n");
  }
}
