package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Calendars for tests. */
final class Calendars {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Map<String, String> WINDOWS = windows();

  private Calendars() {}

  /** A calendar of these lines. */
  static byte[] calendar(String... lines) {
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n")
        .getBytes(UTF_8);
  }

  /** An event of these lines. */
  static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
  }

  static IcsReading read(byte[] file) {
    return new IcsReader(WINDOWS).read(file);
  }

  static List<NewMeeting> meetings(String... lines) {
    return expand(read(calendar(lines)));
  }

  static List<NewMeeting> expand(IcsReading reading) {
    return new Occurrences(BERLIN, MONDAY, Occurrences.work()).of(reading.events()).meetings();
  }

  private static Map<String, String> windows() {
    try (var table = Calendars.class.getResourceAsStream("/calendar/windows-zones.tsv")) {
      return Zones.windows(
          new String(Objects.requireNonNull(table).readAllBytes(), UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
