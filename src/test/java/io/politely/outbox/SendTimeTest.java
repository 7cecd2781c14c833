package io.politely.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SendTimeTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2031-01-01T00:00:00Z");

  @Test
  void their_morning_is_the_next_one() {
    assertThat(SendTime.inTheirMorning(Instant.parse("2026-03-02T07:00:00Z"), BERLIN).dueAt())
        .isEqualTo("2026-03-02T08:00:00Z");
    assertThat(SendTime.inTheirMorning(Instant.parse("2026-03-02T08:00:00Z"), BERLIN).dueAt())
        .isEqualTo("2026-03-03T08:00:00Z");
  }

  @Test
  void on_a_friday_evening_it_is_monday() {
    assertThat(SendTime.inTheirMorning(Instant.parse("2026-03-27T19:00:00Z"), BERLIN))
        .isEqualTo(
            new SendTime(
                Instant.parse("2026-03-30T07:00:00Z"), Instant.parse("2026-03-30T16:00:00Z")));
  }

  @Test
  void while_they_work_it_leaves_at_once() {
    var now = Instant.parse("2026-03-02T10:17:00Z");
    assertThat(SendTime.inTheirHours(now, BERLIN).dueAt()).isEqualTo(now);
    assertThat(SendTime.inTheirHours(Instant.parse("2026-03-02T17:00:00Z"), BERLIN).dueAt())
        .isEqualTo("2026-03-03T08:00:00Z");
  }

  /** Every zone with each change of its clock from 2026 to 2030, and zones without any. */
  static Stream<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void around_every_change_of_clocks_each_morning_comes_once_and_within_hours(ZoneId zone) {
    for (var change : changes(zone)) {
      var now = change.minus(Duration.ofDays(4));
      var days = new ArrayList<LocalDate>();
      while (now.isBefore(change.plus(Duration.ofDays(4)))) {
        var next = SendTime.inTheirMorning(now, zone);
        isWithinHours(next, zone);
        assertThat(next.dueAt()).isAfter(now);
        // Whoever asks in between gets the same morning, or leaves at once within hours.
        for (var between = now;
            between.isBefore(next.dueAt());
            between = between.plus(Duration.ofMinutes(97))) {
          assertThat(SendTime.inTheirMorning(between, zone)).isEqualTo(next);
          isWithinHours(SendTime.inTheirHours(between, zone), zone);
        }
        days.add(LocalDate.ofInstant(next.dueAt(), zone));
        now = next.dueAt();
      }
      assertThat(days)
          .doesNotHaveDuplicates()
          .isEqualTo(workingDays(days.getFirst(), days.getLast()));
    }
  }

  private static void isWithinHours(SendTime window, ZoneId zone) {
    var local = window.dueAt().atZone(zone);
    assertThat(local.toLocalTime())
        .isAfterOrEqualTo(LocalTime.of(9, 0))
        .isBefore(LocalTime.of(18, 0));
    assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(window.lateAt()).isAfter(window.dueAt());
    assertThat(window.lateAt().atZone(zone).toLocalDate()).isEqualTo(local.toLocalDate());
  }

  private static List<Instant> changes(ZoneId zone) {
    var changes = new ArrayList<Instant>();
    var rules = zone.getRules();
    for (ZoneOffsetTransition next = rules.nextTransition(FROM);
        next != null && next.getInstant().isBefore(TO);
        next = rules.nextTransition(next.getInstant())) {
      changes.add(next.getInstant());
    }
    return changes.isEmpty() ? List.of(FROM) : changes;
  }

  private static List<LocalDate> workingDays(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
        .toList();
  }
}
