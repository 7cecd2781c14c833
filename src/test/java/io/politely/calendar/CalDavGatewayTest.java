package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalDavGatewayTest {

  private static final ServerLogin ADA = new ServerLogin("ada", "secret");

  private final CalDavGateway gateway =
      new CalDavGateway(new HttpGateway(new HttpSettings(true, Duration.ofSeconds(5))));

  @Test
  void calendars_are_found_from_the_address_of_the_server() throws Exception {
    try (var server = new SmallCalDavServer(true)) {
      assertThat(gateway.discover(server.address(), ADA))
          .containsExactly(new ServerCalendar(server.calendar(), "Work & play"));
    }
  }

  @Test
  void a_wrong_password_is_told() throws Exception {
    try (var server = new SmallCalDavServer(true)) {
      assertThatThrownBy(() -> gateway.discover(server.address(), new ServerLogin("ada", "wrong")))
          .isInstanceOf(IOException.class)
          .hasMessage("The server does not accept this name and password.");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_is_new_changed_and_gone_is_told_with_or_without_a_token(boolean tokens)
      throws Exception {
    try (var server = new SmallCalDavServer(tokens)) {
      server.put("a.ics", calendar(event("UID:a", "DTSTART:20260305T100000Z")));
      server.put("b.ics", calendar(event("UID:b", "DTSTART:20260306T100000Z")));
      var first = gateway.changes(server.calendar(), ADA, "", Map.of());
      var known =
          Map.of(
              first.changed().get(0).href(), first.changed().get(0).etag(),
              first.changed().get(1).href(), first.changed().get(1).etag());

      var nothing = gateway.changes(server.calendar(), ADA, first.mark(), known);
      server.put("b.ics", calendar(event("UID:b", "DTSTART:20260307T100000Z")));
      server.delete("a.ics");
      var second = gateway.changes(server.calendar(), ADA, nothing.mark(), known);

      assertThat(first.changed()).hasSize(2);
      assertThat(nothing.changed()).isEmpty();
      assertThat(nothing.gone()).isEmpty();
      assertThat(second.changed())
          .singleElement()
          .satisfies(item ->
              assertThat(Calendars.read(item.file()).events().getFirst().uid()).isEqualTo("b"));
      assertThat(second.gone()).containsExactly("/dav/ada/days/a.ics");
    }
  }

  @Test
  void a_file_is_written_over_the_known_version_alone() throws Exception {
    try (var server = new SmallCalDavServer(true)) {
      var file = server.calendar().resolve("c.ics");
      var etag = gateway.put(file, ADA, "", calendar(event("UID:c", "DTSTART:20260305T100000Z")));

      assertThatThrownBy(() -> gateway.put(file, ADA, "\"other\"", calendar()))
          .hasMessageContaining("changed on the server meanwhile");
      gateway.put(file, ADA, etag, calendar(event("UID:c", "DTSTART:20260306T100000Z")));
      gateway.delete(file, ADA);
      gateway.delete(file, ADA);

      assertThat(gateway.changes(server.calendar(), ADA, "", Map.of()).changed()).isEmpty();
    }
  }
}
