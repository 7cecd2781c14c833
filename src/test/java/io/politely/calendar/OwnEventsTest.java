package io.politely.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Served
class OwnEventsTest {

  @Autowired private Cast cast;
  @Autowired private Calendar calendar;
  @Autowired private Clock clock;

  @Test
  void what_is_put_on_the_server_is_there_once_and_read_again_says_only_busy() throws Exception {
    try (var server = new SmallCalDavServer(true)) {
      var ada = cast.owner("Ada").workspace();
      var gateway =
          new CalDavGateway(new HttpGateway(new HttpSettings(true, Duration.ofSeconds(5))));
      var ownEvents = new OwnEvents(calendar, gateway, clock);
      var source = calendar.connectServer(ada, "Work", server.calendar(), "ada", "secret");
      var starts = clock.instant().plus(Duration.ofDays(2));

      for (int time = 0; time < 2; time++) {
        var said =
            ownEvents.write(
                ada,
                "politely-practice-1",
                "Practise: Interview",
                "Aloud.",
                starts,
                Duration.ofMinutes(15),
                ZoneId.of("Europe/Berlin"));
        assertThat(said).contains(time == 0 ? "It is in “Work”." : "It is there already.");
      }

      var changes =
          gateway.changes(server.calendar(), new ServerLogin("ada", "secret"), "", Map.of());
      calendar.told(ada, source, changes, clock.instant());
      assertThat(calendar.between(ada, starts.minusSeconds(60), starts.plusSeconds(60), 10))
          .singleElement()
          .satisfies(it -> assertThat(it.isPrivate()).isTrue());
    }
  }
}
