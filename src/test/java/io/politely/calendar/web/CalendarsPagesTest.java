package io.politely.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.Calendar;
import io.politely.calendar.CalendarSource;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class CalendarsPagesTest {

  private static final String CALENDAR =
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
      RRULE:FREQ=WEEKLY;COUNT=3
      END:VEVENT
      BEGIN:VEVENT
      UID:bomb@example.com
      DTSTAMP:20260601T080000Z
      DTSTART:20260629T090000Z
      SUMMARY:Tick
      RRULE:FREQ=SECONDLY
      END:VEVENT
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Calendar calendar;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void a_file_is_read_says_what_it_left_out_and_shows_its_meetings() {
    read(CALENDAR);

    var page = visitor.open("/calendars");
    assertThat(page.text()).contains("team.ics", "What was not read");
    assertThat(visitor.open("/meetings").text()).contains("Stand-up at Tidewell");
  }

  @Test
  void an_event_that_repeats_too_often_is_read_in_part_and_says_so() {
    read(CALENDAR.replace("FREQ=WEEKLY;COUNT=3", "FREQ=HOURLY"));

    assertThat(visitor.open("/calendars").text())
        .contains("“Stand-up at Tidewell” repeats more often than is looked for");
  }

  @Test
  void a_file_that_is_no_calendar_is_refused_with_a_sentence() {
    var page = visitor.open("/calendars");

    var answer =
        visitor.upload(page, "form[enctype]", "file", "notes.ics", "Dear diary, today I met her.");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("This is no calendar file.");
  }

  @Test
  void what_is_disconnected_is_called_off_and_can_be_brought_back() {
    read(CALENDAR);

    visitor.submit(visitor.open("/calendars"), ".row-side form:has([value=delete])", Map.of());
    var gone = visitor.open("/meetings");
    assertThat(gone.text()).contains("Called off");
    visitor.submit(gone, "#toasts form", Map.of());

    assertThat(visitor.open("/meetings").text()).doesNotContain("Called off");
  }

  @ParameterizedTest
  @CsvSource({"feeds,not an address", "feeds,ftp://example.com/c.ics", "searches,example"})
  void an_address_that_is_none_gets_a_sentence(String form, String address) {
    var answer =
        visitor.submit(
            visitor.open("/calendars"), "form[action$=" + form + "]", Map.of("address", address));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Enter a whole address that begins with https.");
  }

  @Test
  void a_feed_within_the_house_is_not_fetched() {
    visitor.submit(
        visitor.open("/calendars"),
        "form[action$=feeds]",
        Map.of("address", "https://127.0.0.1/team.ics", "name", "Team"));

    assertThat(visitor.open("/meetings").text()).contains("No meetings yet");
    assertThat(visitor.open("/calendars").document().select(".row").text())
        .contains("Team")
        .contains("lies in a private network");
  }

  @Test
  void a_password_is_typed_once_and_goes_to_its_server_alone() {
    var carried =
        calendar.carried(
            ada.workspace(), URI.create("https://127.0.0.1/dav/"), "three-blue-herons");

    choose("https://127.0.0.1/dav/days/", carried);

    assertThat(calendar.sources(ada.workspace()))
        .singleElement()
        .satisfies(it ->
            assertThat(calendar.password(ada.workspace(), it.id())).contains("three-blue-herons"));
    for (var elsewhere : List.of("https://127.0.0.1:8443/dav/", "https://example.org/dav/")) {
      var answer = choose(elsewhere, carried);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text()).contains("Look for the calendars of this server once more.");
    }
    assertThat(choose("https://127.0.0.1/dav/days/", "made up").status()).isEqualTo(422);
    var others =
        calendar.carried(
            cast.owner("Eve").workspace(), URI.create("https://127.0.0.1/"), "another");
    assertThat(choose("https://127.0.0.1/dav/days/", others).status()).isEqualTo(422);
    assertThat(calendar.sources(ada.workspace())).hasSize(1);
  }

  private Visitor.Shown choose(String address, String carried) {
    var csrf = visitor.open("/settings").document().select("[name=_csrf]").attr("value");
    return visitor.post(
        "/calendars/servers",
        Map.of(
            "_csrf",
            csrf,
            "calendarAddress",
            address,
            "name",
            "Days",
            "login",
            "ada",
            "carried",
            carried));
  }

  @Test
  void a_feed_of_another_kind_of_address_is_one_of_the_web() {
    visitor.submit(
        visitor.open("/calendars"),
        "form[action$=feeds]",
        Map.of("address", "WebCal://127.0.0.1/team.ics", "name", "Team"));

    assertThat(calendar.sources(ada.workspace()))
        .singleElement()
        .extracting(CalendarSource::address)
        .isEqualTo("https://127.0.0.1/team.ics");
  }

  @Test
  void calendars_of_others_are_not_there() {
    read(CALENDAR);
    var path =
        visitor
            .open("/calendars")
            .document()
            .select(".row-side form:has([value=delete])")
            .attr("action");
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = eve.open("/settings").document().select("[name=_csrf]").attr("value");

    assertThat(eve.open("/calendars").text()).doesNotContain("team.ics");
    assertThat(eve.open("/meetings").text()).doesNotContain("Stand-up");
    assertThat(eve.post(path + "/readings", Map.of("_csrf", csrf)).status()).isEqualTo(404);
    for (var place : new String[] {"", "/removal"}) {
      assertThat(eve.post(path + place, Map.of("_method", "delete", "_csrf", csrf)).status())
          .isEqualTo(404);
    }
  }

  private void read(String calendar) {
    visitor.upload(visitor.open("/calendars"), "form[enctype]", "file", "team.ics", calendar);
  }
}
