package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes events as a calendar file (RFC 5545). Read again, it tells the same. */
final class IcsWriter {

  private static final int LONGEST_OCTETS = 75;

  private IcsWriter() {}

  /** A whole file. */
  static byte[] write(List<EventText> events) {
    var file = new StringBuilder();
    lines(events).forEach(line -> folded(line, file));
    return file.toString().getBytes(UTF_8);
  }

  /**
   * A moment as it is written in a zone, or in UTC where a clock of that zone shows the same twice.
   */
  static IcsTime time(Instant at, ZoneId in) {
    var zone = Zone.of(in);
    var shown = zone.local(at);
    return zone.instant(shown).equals(at)
        ? new IcsTime(shown, false, zone)
        : new IcsTime(Zone.UTC.local(at), false, Zone.UTC);
  }

  private static List<String> lines(List<EventText> events) {
    var lines = new ArrayList<String>();
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Politely//EN");
    var zones = new LinkedHashSet<Zone>();
    events.forEach(event -> times(event).forEach(time -> define(time, zones)));
    for (var zone : zones) {
      lines.add("BEGIN:VTIMEZONE");
      lines.add("TZID:" + ContentLine.escaped(zone.id()));
      lines.addAll(zone.definition());
      lines.add("END:VTIMEZONE");
    }
    events.forEach(event -> event(event, lines));
    lines.add("END:VCALENDAR");
    return lines;
  }

  private static Stream<IcsTime> times(EventText event) {
    return Stream.of(
            Stream.of(event.starts()),
            Stream.ofNullable(event.changes()),
            event.extras().stream().map(EventText.Extra::starts),
            event.except().stream())
        .flatMap(it -> it);
  }

  private static void define(IcsTime time, Set<Zone> zones) {
    if (time.zone() != null && !time.zone().isKnown()) {
      zones.add(time.zone());
    }
  }

  private static void event(EventText event, List<String> lines) {
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + ContentLine.escaped(event.uid()));
    if (event.changes() != null) {
      lines.add(
          dated(
              "RECURRENCE-ID" + (event.andAfter() ? ";RANGE=THISANDFUTURE" : ""), event.changes()));
    }
    lines.add("SEQUENCE:" + event.sequence());
    var stamp = new IcsTime(Zone.UTC.local(event.stamp()), false, Zone.UTC).written();
    lines.add("DTSTAMP:" + stamp);
    lines.add("LAST-MODIFIED:" + stamp);
    lines.add(dated("DTSTART", event.starts()));
    lines.add("DURATION:" + duration(event.length()));
    if (event.rule() != null) {
      lines.add("RRULE:" + event.rule().text());
    }
    if (event.exceptRule() != null) {
      lines.add("EXRULE:" + event.exceptRule().text());
    }
    for (var extra : event.extras()) {
      lines.add(
          extra.length() == null
              ? dated("RDATE", extra.starts())
              : dated("RDATE;VALUE=PERIOD", extra.starts()) + "/" + duration(extra.length()));
    }
    event.except().forEach(time -> lines.add(dated("EXDATE", time)));
    text("SUMMARY", event.title(), lines);
    text("LOCATION", event.place(), lines);
    text("DESCRIPTION", event.words(), lines);
    if (event.isCancelled()) {
      lines.add("STATUS:CANCELLED");
    }
    if (event.isPrivate()) {
      lines.add("CLASS:PRIVATE");
    }
    if (event.isFree()) {
      lines.add("TRANSP:TRANSPARENT");
    }
    event.attendees().forEach(one -> lines.add(attendee(one)));
    lines.add("END:VEVENT");
  }

  private static String attendee(Attendee one) {
    var name = one.name().isEmpty() ? "" : ";CN=\"" + one.name().replace('"', '\'') + "\"";
    var answer =
        one.answer() == Attendee.Answer.NONE
            ? ""
            : ";PARTSTAT=" + one.answer().name().toUpperCase(Locale.ROOT);
    return "%s%s%s:mailto:%s"
        .formatted(one.isOrganiser() ? "ORGANIZER" : "ATTENDEE", name, answer, one.address());
  }

  private static void text(String name, String text, List<String> lines) {
    if (!text.isEmpty()) {
      lines.add(name + ":" + ContentLine.escaped(text));
    }
  }

  private static String dated(String name, IcsTime time) {
    if (time.isDay()) {
      return name + ";VALUE=DATE:" + time.written();
    }
    return time.zone() == null || time.isUtc()
        ? name + ":" + time.written()
        : "%s;TZID=\"%s\":%s".formatted(name, time.zone().id().replace('"', '\''), time.written());
  }

  private static String duration(EventText.Length length) {
    if (length.seconds() == 0) {
      return length.days() == 0 ? "PT0S" : "P" + length.days() + "D";
    }
    // Java writes hours beyond a day as hours, as is meant here: exact, whatever the clock does.
    var exact = Duration.ofSeconds(length.seconds()).toString().substring(1);
    return "P" + (length.days() == 0 ? "" : length.days() + "D") + exact;
  }

  /** Lines of at most 75 octets, never broken within a character. */
  private static void folded(String line, StringBuilder into) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int point = line.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (octets + size > LONGEST_OCTETS) {
        into.append("\r\n ");
        octets = 1;
      }
      into.appendCodePoint(point);
      octets += size;
      i += Character.charCount(point);
    }
    into.append("\r\n");
  }
}
