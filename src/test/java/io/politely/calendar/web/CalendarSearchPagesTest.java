package io.politely.calendar.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.SmallCalDavServer;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The way from the address of a server to one of its calendars; the server is on this machine. */
@Served
@TestPropertySource(properties = "politely.http.inside-too=true")
class CalendarSearchPagesTest {

  private static final String FOUND = "form[action$=/servers]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private SmallCalDavServer server;
  private Visitor visitor;

  @BeforeEach
  void ada_has_a_calendar_on_a_server() throws IOException {
    server = new SmallCalDavServer(true);
    server.put(
        "standup.ics",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//EN
        BEGIN:VEVENT
        UID:standup@example.com
        DTSTAMP:20260601T080000Z
        DTSTART:20260629T090000Z
        DTEND:20260629T093000Z
        SUMMARY:Stand-up at Tidewell
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n")
            .getBytes(UTF_8));
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Ada Lovelace")));
  }

  @AfterEach
  void the_server_goes() {
    server.close();
  }

  @Test
  void the_calendars_of_a_server_are_found_and_one_is_chosen() {
    var found = searched("secret");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.document().select(FOUND + " h3").eachText()).containsExactly("Work & play");
    assertThat(found.document().select("section:has(#server)").text())
        .contains("127.0.0.1, as ada", "Another server");
    assertThat(found.document().html()).doesNotContain("secret");

    visitor.submit(found, FOUND, Map.of());

    assertThat(visitor.open("/calendars").document().select(".row").text()).contains("Work & play");
    assertThat(visitor.open("/meetings").text()).contains("Stand-up at Tidewell");
  }

  @Test
  void a_wrong_password_says_so_and_the_rest_of_the_form_stays() {
    var refused = searched("wrong");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("The server does not accept this name and password.");
    var form = refused.document().select("form[action$=/searches]");
    assertThat(form.select("[name=address]").attr("value")).isEqualTo(server.address().toString());
    assertThat(form.select("[name=login]").attr("value")).isEqualTo("ada");
    assertThat(form.select("[name=password]").attr("value")).isEmpty();
  }

  private Shown searched(String password) {
    return visitor.submit(
        visitor.open("/calendars"),
        "form[action$=/searches]",
        Map.of("address", server.address().toString(), "login", "ada", "password", password));
  }
}
