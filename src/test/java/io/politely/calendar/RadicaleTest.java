package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The client of calendar servers against one that others made. */
@EnabledIfSystemProperty(named = "politely.real", matches = "true")
class RadicaleTest {

  private final CalDavGateway gateway =
      new CalDavGateway(new HttpGateway(new HttpSettings(true, Duration.ofSeconds(10))));

  @Test
  void what_is_written_is_found_changed_and_removed(@TempDir Path directory) throws Exception {
    try (var server = new RadicaleServer(directory)) {
      var work = server.makeCalendar("work");

      assertThat(gateway.discover(server.address(), RadicaleServer.ADA))
          .containsExactly(new ServerCalendar(work, "work"));

      var file = work.resolve("interview.ics");
      var etag =
          gateway.put(
              file,
              RadicaleServer.ADA,
              "",
              calendar(event("UID:interview", "DTSTART:20260305T100000Z")));
      var first = gateway.changes(work, RadicaleServer.ADA, "", Map.of());
      assertThat(first.changed()).hasSize(1);
      var known = Map.of(first.changed().getFirst().href(), first.changed().getFirst().etag());
      assertThat(gateway.changes(work, RadicaleServer.ADA, first.mark(), known).changed())
          .isEmpty();

      gateway.put(
          file,
          RadicaleServer.ADA,
          etag,
          calendar(event("UID:interview", "DTSTART:20260306T100000Z")));
      var second = gateway.changes(work, RadicaleServer.ADA, first.mark(), known);
      assertThat(second.changed())
          .singleElement()
          .satisfies(item ->
              assertThat(Calendars.read(item.file()).events().getFirst().uid())
                  .isEqualTo("interview"));
      assertThatThrownBy(() -> gateway.put(file, RadicaleServer.ADA, etag, calendar()))
          .hasMessageContaining("changed on the server meanwhile");

      gateway.delete(file, RadicaleServer.ADA);
      assertThat(gateway.changes(work, RadicaleServer.ADA, second.mark(), known).gone()).hasSize(1);
    }
  }

  @Test
  void a_wrong_password_is_told(@TempDir Path directory) throws Exception {
    try (var server = new RadicaleServer(directory)) {
      assertThatThrownBy(() -> gateway.discover(server.address(), new ServerLogin("ada", "wrong")))
          .hasMessage("The server does not accept this name and password.");
    }
  }
}
