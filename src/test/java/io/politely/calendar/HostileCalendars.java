package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calendars made to do harm, each with what is said of it. */
final class HostileCalendars {

  /**
   * One of them.
   *
   * @param verdict part of a sentence about it; "" where all of it is read
   * @param events how many are read
   */
  record Hostile(Supplier<byte[]> file, String verdict, int events) {}

  private static final String START = "DTSTART:20260305T100000Z";

  private HostileCalendars() {}

  /** All of them by name. */
  static Map<String, Hostile> all() {
    var all = new LinkedHashMap<String, Hostile>();
    rules(all);
    dates(all);
    lines(all);
    parts(all);
    zones(all);
    times(all);
    files(all);
    return all;
  }

  private static void rules(Map<String, Hostile> all) {
    rule(all, "every second", "FREQ=SECONDLY", "repeats every second");
    rule(all, "every second of a billion", "FREQ=SECONDLY;COUNT=1000000000", "every second");
    rule(all, "every minute", "FREQ=MINUTELY", "repeats every minute");
    rule(all, "two billion minutes", "FREQ=MINUTELY;COUNT=2147483647", "every minute");
    rule(all, "never on", "FREQ=DAILY;INTERVAL=0", "INTERVAL=0");
    rule(all, "backwards", "FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1");
    rule(all, "no number", "FREQ=DAILY;INTERVAL=99999999999", "INTERVAL, which holds no number");
    rule(all, "count of nothing", "FREQ=DAILY;COUNT=0", "COUNT=0");
    rule(all, "count below nothing", "FREQ=DAILY;COUNT=-5", "COUNT=-5");
    rule(all, "no period", "COUNT=5", "without saying how often");
    rule(all, "unknown period", "FREQ=FORTNIGHTLY", "in a way that is not known");
    rule(all, "month thirteen", "FREQ=YEARLY;BYMONTH=13", "BYMONTH=13");
    rule(all, "day nought", "FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0");
    rule(all, "hour 24", "FREQ=DAILY;BYHOUR=24", "BYHOUR=24");
    rule(all, "a day that there is not", "FREQ=WEEKLY;BYDAY=XX", "day of the week");
    rule(all, "the hundredth monday", "FREQ=YEARLY;BYDAY=100MO", "day of the week");
    rule(all, "until never", "FREQ=DAILY;UNTIL=NEVER", "ends on a day that is none");
    rule(
        all,
        "dense lists",
        "FREQ=YEARLY;COUNT=1;BYHOUR=%s;BYMINUTE=%s;BYSECOND=%s"
            .formatted(numbers(0, 24), numbers(0, 60), numbers(0, 60)),
        "more than 1,000 combinations");
    rule(
        all,
        "a day of the year in each month",
        "FREQ=YEARLY;BYYEARDAY=%s;BYMONTH=%s".formatted(numbers(1, 367), numbers(1, 13)),
        "more than 1,000 combinations");
    rule(all, "never in any year", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "");
    rule(all, "leap days of every fourth leap", "FREQ=YEARLY;INTERVAL=1000000", "");
    rule(all, "the largest interval", "FREQ=HOURLY;INTERVAL=2147483647", "");
    rule(all, "each hour for ever", "FREQ=HOURLY", "");
    rule(all, "a position that there is not", "FREQ=DAILY;BYSETPOS=300", "");
    rule(all, "the largest count", "FREQ=DAILY;COUNT=2147483647", "");
    rule(
        all,
        "a thousand times a day",
        "FREQ=DAILY;BYHOUR=%s;BYMINUTE=%s".formatted(numbers(0, 24), numbers(0, 41)),
        "");
    rule(
        all,
        "a thousand times a day from the end",
        "FREQ=YEARLY;BYSETPOS=-1;BYHOUR=%s;BYMINUTE=%s".formatted(numbers(0, 24), numbers(0, 41)),
        "");
    all.put(
        "each hour since the year one",
        one("", 1, "DTSTART:00010101T000000Z", "RRULE:FREQ=HOURLY;COUNT=2147483647"));
    all.put(
        "each day since the year one",
        one("", 1, "DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY;COUNT=2147483647"));
    all.put(
        "a rule of a megabyte",
        one("more than 64 KB", 0, START, "RRULE:FREQ=DAILY;X=" + "x".repeat(1 << 20)));
    all.put("an exception every second", one("every second", 0, START, "EXRULE:FREQ=SECONDLY"));
    all.put(
        "twenty thousand events each hour since 1900",
        many(
            20_000,
            i ->
                event("UID:" + i, "DTSTART:19000101T000000Z", "RRULE:FREQ=HOURLY;COUNT=2147483647"),
            "",
            20_000));
  }

  private static void dates(Map<String, Hostile> all) {
    all.put(
        "twenty thousand events each hour from now on",
        many(20_000, i -> event("UID:" + i, START, "RRULE:FREQ=HOURLY"), "", 20_000));
    all.put(
        "twenty thousand events each day since 1900",
        many(
            20_000,
            i -> event("UID:" + i, "DTSTART:19000101T000000Z", "RRULE:FREQ=DAILY;COUNT=99999"),
            "",
            20_000));
    all.put(
        "200,000 exceptions",
        one(
            "5,000 dates",
            0,
            START,
            "RRULE:FREQ=DAILY",
            repeated("EXDATE:20260305T100000Z", 100_000)));
    all.put(
        "5,001 exceptions in lines that are short enough",
        one("5,000 dates", 0, START, repeated("EXDATE:20260305T100000Z", 5_001)));
    all.put(
        "100,000 further dates",
        one("5,000 dates", 0, START, repeated("RDATE:20260305T100000Z", 100_000)));
    all.put(
        "exceptions in one line",
        one("64 KB", 0, START, "EXDATE:" + "20260305T100000Z,".repeat(200_000) + "20260305"));
    all.put(
        "further dates that go on in each other",
        one(
            "",
            1,
            START,
            "RDATE;VALUE=PERIOD:"
                + IntStream.range(0, 2_000)
                    .mapToObj(i -> "20260305T100000Z/P%dD".formatted(i))
                    .collect(Collectors.joining(","))));
    all.put(
        "each of many events with as many dates as it may",
        many(
            40,
            i -> event("UID:" + i, START, repeated("RDATE:20260305T100000Z", 4_000)),
            "100,000 dates",
            25));
    all.put("a date that is none", one("", 1, START, "RDATE:20260230T100000Z"));
    all.put("an exception that is none", one("", 1, START, "EXDATE:yesterday"));
  }

  private static void lines(Map<String, Hostile> all) {
    all.put("a title of 15 megabytes", one("", 1, START, "SUMMARY:" + "x".repeat(15 << 20)));
    all.put("a start of a megabyte", one("64 KB", 0, "DTSTART:" + "0".repeat(1 << 20)));
    all.put("a fold for each byte", one("", 1, START, "SUMMARY:" + "x\r\n ".repeat(190_000)));
    all.put("only folds", hostile(() -> " \r\n".repeat(1 << 20).getBytes(UTF_8), "no calendar", 0));
    all.put("200,001 lines", one("200,000 lines", 0, START, repeated("X-A:1", 200_001)));
    all.put(
        "an attachment of a megabyte",
        one("", 1, START, "ATTACH;ENCODING=BASE64:" + "A".repeat(1 << 20)));
    all.put(
        "a thousand parameters", one("", 1, START, "SUMMARY" + ";A=b".repeat(10_000) + ":Hello"));
    all.put("a quotation mark that never ends", one("passed over", 1, START, "X;A=\"b:c"));
    all.put("a line without a colon", one("passed over", 1, START, "SUMMARY"));
    all.put(
        "a uid of 60,000 letters",
        one("UID of more than 1,000", 0, START, "UID:" + "u".repeat(60_000)));
    all.put("nulls and bells", one("", 1, START, "SUMMARY:a\0b\7c\u001b[31m"));
    all.put("half a character", hostile(() -> broken(), "", 1));
    all.put("escapes without end", one("", 1, START, "SUMMARY:" + "\\".repeat(9_001)));
    all.put("markup without end", one("", 1, START, "DESCRIPTION:" + "<div><b>".repeat(8_000)));
    all.put(
        "a hundred thousand people",
        one(
            "first 500",
            1,
            START,
            repeated("ATTENDEE:mailto:a@example.org\r\nATTENDEE:mailto:", 1),
            IntStream.range(0, 90_000)
                .mapToObj("ATTENDEE:mailto:a%d@example.org"::formatted)
                .collect(Collectors.joining("\r\n"))));
    all.put(
        "an address of a page",
        one("", 1, START, "ATTENDEE:mailto:" + "a".repeat(60_000) + "@example.org"));
    all.put("a sequence beyond all numbers", one("", 1, START, "SEQUENCE:99999999999999999999"));
  }

  private static void parts(Map<String, Hostile> all) {
    all.put(
        "nested without end",
        hostile(() -> calendar(repeated("BEGIN:VEVENT", 100_000)), "nested more than 50 deep", 0));
    all.put(
        "ended without a beginning",
        hostile(() -> calendar(repeated("END:VEVENT", 100_000)), "", 0));
    all.put(
        "20,001 events",
        many(20_001, i -> event("UID:" + i, START), "more than 20,000 events", 20_000));
    all.put(
        "events that never begin",
        many(20_000, i -> event("UID:" + i), "does not say when it begins", 0));
    all.put(
        "one uid for all",
        many(
            20_000,
            i -> event("UID:1", START, "RECURRENCE-ID:20260101T%06dZ".formatted(i % 240_000)),
            "",
            20_000));
    all.put(
        "a thousand calendars",
        hostile(
            () -> new String(calendar(event("UID:1", START)), UTF_8).repeat(1_000).getBytes(UTF_8),
            "",
            1_000));
    all.put(
        "alarms without end",
        one("", 1, START, repeated("BEGIN:VALARM\r\nTRIGGER:-PT1M\r\nEND:VALARM", 30_000)));
    all.put(
        "tasks alone",
        hostile(
            () -> calendar(repeated("BEGIN:VTODO\r\nRRULE:FREQ=SECONDLY\r\nEND:VTODO", 30_000)),
            "30,000 tasks",
            0));
  }

  private static void zones(Map<String, Hostile> all) {
    all.put(
        "a zone that changes every second",
        zone("DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "TZOFFSETTO:+0100"));
    all.put(
        "a zone that changes every hour",
        zone("DTSTART:00010101T000000", "RRULE:FREQ=HOURLY", "TZOFFSETTO:+0100"));
    all.put("a zone a week from here", zone("DTSTART:19700101T000000", "TZOFFSETTO:+9900"));
    all.put("a zone without offsets", zone("DTSTART:19700101T000000"));
    all.put("a zone without a start", zone("TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"));
    all.put(
        "a zone with 100,000 changes",
        zone(
            "DTSTART:19700101T000000",
            "TZOFFSETTO:+0100",
            repeated("RDATE:19710101T000000", 100_000)));
    all.put(
        "twenty thousand zones",
        many(
            20_000,
            i -> event("UID:" + i, "DTSTART;TZID=Zone %d:20260305T100000".formatted(i)),
            "more like these",
            20_000));
    all.put(
        "a zone of a path without end",
        one("Nobody knows", 1, "DTSTART;TZID=" + "/a".repeat(30_000) + ":20260305T100000"));
  }

  private static void times(Map<String, Hostile> all) {
    all.put("the year 9999", one("beyond all calendars", 0, "DTSTART:99991231T235959Z"));
    all.put("the year nought", one("beyond all calendars", 0, "DTSTART:00000101T000000Z"));
    all.put("the thirtieth of february", one("a day that is none", 0, "DTSTART:20260230T100000Z"));
    all.put("no date", one("a day that is none", 0, "DTSTART:tomorrow"));
    all.put("an end before its beginning", one("taken to end", 1, START, "DTEND:20250305T100000Z"));
    all.put("an end that is none", one("ends on a day", 0, START, "DTEND:never"));
    all.put("the longest meeting", one("more than ten years", 0, START, "DURATION:P999999999D"));
    all.put(
        "a length beyond all numbers",
        one("a time that is none", 0, START, "DURATION:P99999999999999999999D"));
    all.put("a length below nothing", one("taken to end", 1, START, "DURATION:-P5D"));
    all.put("the last second of a leap", one("", 1, "DTSTART:20261231T235960Z"));
  }

  private static void files(Map<String, Hostile> all) {
    all.put("nothing", hostile(() -> new byte[0], "no calendar", 0));
    all.put("17 megabytes", hostile(() -> new byte[17 << 20], "larger than 16 MB", 0));
    all.put("16 megabytes of nulls", hostile(() -> new byte[16 << 20], "no calendar", 0));
    all.put(
        "a page",
        hostile(() -> "<html><body>Sign in: here</body></html>".getBytes(UTF_8), "no calendar", 0));
    all.put(
        "two bytes a letter",
        hostile(
            () -> new String(calendar(event(START)), UTF_8).getBytes(UTF_16), "no calendar", 0));
    all.put(
        "cut off within an event",
        hostile(
            () -> ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + START).getBytes(UTF_8),
            "ends within an event",
            0));
  }

  private static byte[] broken() {
    var file = calendar(event(START, "SUMMARY:@@"));
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '@') {
        file[i] = (byte) 0xC3;
      }
    }
    return file;
  }

  private static void rule(Map<String, Hostile> all, String name, String rule, String verdict) {
    all.put(name, one(verdict, verdict.isEmpty() ? 1 : 0, START, "RRULE:" + rule));
  }

  private static Hostile one(String verdict, int events, String... lines) {
    return hostile(() -> calendar(event(lines)), verdict, events);
  }

  private static Hostile zone(String... lines) {
    return hostile(
        () ->
            calendar(
                "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\n"
                    + String.join("\r\n", lines)
                    + "\r\nEND:STANDARD\r\nEND:VTIMEZONE",
                event("DTSTART;TZID=Here:20260305T100000")),
        "",
        1);
  }

  private static Hostile many(int count, IntFunction<String> event, String verdict, int events) {
    return hostile(
        () -> {
          List<String> lines = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            lines.add(event.apply(i));
          }
          return calendar(lines.toArray(String[]::new));
        },
        verdict,
        events);
  }

  private static Hostile hostile(Supplier<byte[]> file, String verdict, int events) {
    return new Hostile(file, verdict, events);
  }

  private static String repeated(String line, int times) {
    return (line + "\r\n").repeat(times).stripTrailing();
  }

  private static String numbers(int from, int until) {
    return IntStream.range(from, until).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }
}
