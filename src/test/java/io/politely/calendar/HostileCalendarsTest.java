package io.politely.calendar;

import static io.politely.calendar.Calendars.BERLIN;
import static io.politely.calendar.Calendars.MONDAY;
import static io.politely.calendar.Calendars.read;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.HostileCalendars.Hostile;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileCalendarsTest {

  @Test
  void there_are_enough_of_them() {
    assertThat(HostileCalendars.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void it_is_told_what_is_left_out_and_the_rest_is_kept(String name, Hostile hostile) {
    var reading = read(hostile.file().get());

    assertThat(reading.events()).hasSize(hostile.events());
    if (hostile.verdict().isEmpty()) {
      assertThat(reading.leftOut()).allMatch(said -> said.startsWith("Nobody knows"));
    } else {
      assertThat(reading.leftOut()).anyMatch(said -> said.contains(hostile.verdict()));
    }
    assertThat(reading.leftOut()).hasSizeLessThanOrEqualTo(51);
    var occurrences = new Occurrences(BERLIN, MONDAY, Occurrences.work());
    reading.events().stream()
        .collect(groupingBy(EventText::uid, LinkedHashMap::new, toList()))
        .values()
        .forEach(told ->
            assertThat(occurrences.of(told).meetings()).hasSizeLessThanOrEqualTo(Occurrences.MOST));
  }

  static Stream<Arguments> all() {
    return HostileCalendars.all().entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), it.getValue()));
  }
}
