package io.politely.calendar;

import static io.politely.calendar.Calendars.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files as many programs wrote them, which are not part of this repository. */
class CalendarFilesTest {

  private static final Path FILES =
      Path.of(Objects.requireNonNullElse(System.getenv("POLITELY_DATA"), "../shared/data"))
          .resolve("calendar/ical4j");

  @Test
  void every_valid_file_is_read_and_written_again() throws IOException {
    assumeTrue(Files.exists(FILES), "Skipped: there is no " + FILES + "; set POLITELY_DATA");
    int read = 0;
    try (var all = Files.walk(FILES)) {
      for (var file : all.filter(it -> it.toString().endsWith(".ics")).sorted().toList()) {
        var reading = read(Files.readAllBytes(file));
        assertThat(reading.isCalendar()).as(file.toString()).isTrue();
        // Some have an event without a start, which is none.
        assertThat(reading.leftOut())
            .as(file.toString())
            .noneMatch(sentence ->
                sentence.contains("left out") && !sentence.contains("does not say when it begins"));
        assertThat(read(IcsWriter.write(reading.events())).events())
            .as(file.toString())
            .isEqualTo(reading.events());
        read++;
      }
    }
    assertThat(read).isEqualTo(81);
  }
}
