package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static io.politely.calendar.Calendars.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All zones of the world over all changes of their clocks from 2020 to 2030. */
class ZoneTransitionsTest {

  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2031-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void times_around_every_change_survive_writing_and_reading() {
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    assertThat(zones).hasSizeGreaterThanOrEqualTo(590);
    for (var zone : zones) {
      var events = new ArrayList<EventText>();
      for (var at : around(zone)) {
        events.add(told(at, IcsWriter.time(at, zone)));
      }
      var read = read(IcsWriter.write(events)).events();
      assertThat(read).as(zone.getId()).isEqualTo(events);
      assertThat(read)
          .as(zone.getId())
          .allSatisfy(event ->
              assertThat(event.starts().instant(ZoneOffset.UTC).toString()).isEqualTo(event.uid()));
    }
  }

  @Test
  void what_no_clock_shows_and_what_it_shows_twice_is_read_as_the_standard_says() {
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = Zone.of(ZoneId.of(id));
      for (var change : changes(ZoneId.of(id))) {
        var shown = change.getDateTimeBefore();
        var within =
            change.isGap()
                ? shown.plus(change.getDuration().dividedBy(2))
                : change.getDateTimeAfter().plus(change.getDuration().abs().dividedBy(2));
        // RFC 5545, 3.3.5: a time that there is twice is the first one; one that there is not is
        // read with the offset before.
        assertThat(zone.instant(within))
            .as("%s %s", id, within)
            .isEqualTo(within.toInstant(change.getOffsetBefore()));
      }
    }
  }

  @Test
  void a_zone_that_the_file_defines_shows_what_the_known_one_does() {
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = ZoneId.of(id);
      var lines = new ArrayList<String>(List.of("BEGIN:VTIMEZONE", "TZID:Our office"));
      var first = zone.getRules().getOffset(FROM);
      observance(lines, LocalDateTime.of(2019, 1, 1, 0, 0), first, first);
      changes(zone)
          .forEach(change ->
              observance(
                  lines,
                  change.getDateTimeBefore(),
                  change.getOffsetBefore(),
                  change.getOffsetAfter()));
      lines.add("END:VTIMEZONE");
      var times = around(zone).stream().map(at -> LocalDateTime.ofInstant(at, zone)).toList();
      times.forEach(time -> lines.add(event("DTSTART;TZID=Our office:" + written(time))));
      var read = read(calendar(lines.toArray(String[]::new))).events();
      if (lines.stream().mapToInt(String::length).sum() < 8_000) {
        assertThat(read)
            .as(id)
            .extracting(it -> it.starts().instant(ZoneOffset.UTC))
            .containsExactlyElementsOf(
                times.stream().map(time -> Zone.of(zone).instant(time)).toList());
      }
    }
  }

  private static void observance(
      List<String> lines, LocalDateTime shown, ZoneOffset before, ZoneOffset after) {
    lines.addAll(
        List.of(
            "BEGIN:STANDARD",
            "DTSTART:" + written(shown),
            "TZOFFSETFROM:" + before.getId().replace(":", "").replace("Z", "+0000"),
            "TZOFFSETTO:" + after.getId().replace(":", "").replace("Z", "+0000"),
            "END:STANDARD"));
  }

  private static String written(LocalDateTime time) {
    return new IcsTime(time, false, null).written();
  }

  private static EventText told(Instant at, IcsTime starts) {
    return new EventText(
        at.toString(),
        null,
        false,
        0,
        FROM,
        starts,
        EventText.Length.NOTHING,
        null,
        null,
        List.of(),
        List.of(),
        "",
        "",
        "",
        false,
        false,
        false,
        List.of());
  }

  private static List<Instant> around(ZoneId zone) {
    return Stream.concat(Stream.of(FROM), changes(zone).stream().flatMap(ZoneTransitionsTest::near))
        .distinct()
        .toList();
  }

  private static Stream<Instant> near(ZoneOffsetTransition change) {
    var at = change.getInstant();
    var length = change.getDuration().abs();
    return Stream.of(
        at.minus(length),
        at.minus(MINUTE),
        at,
        at.plus(MINUTE),
        at.plus(length.dividedBy(2)),
        at.plus(length));
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    return Stream.iterate(
            zone.getRules().nextTransition(FROM),
            change -> change != null && change.getInstant().isBefore(UNTIL),
            change -> zone.getRules().nextTransition(change.getInstant()))
        .toList();
  }
}
