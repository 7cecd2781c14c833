package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import io.politely.kernel.WorkspaceId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Feeds as servers hand them out, on a server of this machine. */
@Served
class CalendarRefreshTest {

  private static final Instant NOW = Calendars.MONDAY;
  private static final byte[] THURSDAY =
      calendar(event("UID:talk", "DTSTART:20260305T100000Z", "SUMMARY:Talk"));
  private static final byte[] FRIDAY =
      calendar(event("UID:talk", "SEQUENCE:1", "DTSTART:20260306T100000Z", "SUMMARY:Talk"));

  @Autowired private Calendar calendar;
  @Autowired private EventIntake intake;
  @Autowired private Accounts accounts;
  @Autowired private Cast cast;

  private SmallFeedServer server;
  private WorkspaceId workspace;
  private SourceId feed;

  @BeforeEach
  void ada_follows_a_feed() throws IOException {
    server = new SmallFeedServer();
    workspace = cast.owner("Ada").workspace();
    feed = calendar.connectFeed(workspace, "Team", server.address());
    server.answers(server.file(THURSDAY));
    assertThat(refresh().read(workspace, feed)).isPresent();
  }

  @AfterEach
  void the_server_is_closed() {
    server.close();
  }

  @Test
  void what_changes_in_it_moves_and_what_it_tells_no_more_is_called_off() {
    server.answers(server.file(FRIDAY));
    refresh().readAll(workspace);

    assertThat(meetings())
        .singleElement()
        .matches(Meeting::isBooked)
        .extracting(Meeting::starts)
        .isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));

    server.answers(server.file(calendar()));
    refresh().readAll(workspace);
    assertThat(meetings()).noneMatch(Meeting::isBooked);
  }

  @ParameterizedTest
  @CsvSource({
    "ETag,If-None-Match,W/\"seven\"",
    "Last-Modified,If-Modified-Since,'Mon, 02 Mar 2026 08:00:00 GMT'"
  })
  void what_did_not_change_is_not_sent_again(String header, String condition, String name) {
    server.answers(server.version(header, condition, name, THURSDAY));
    refresh().read(workspace, feed);

    var again = refresh().read(workspace, feed).orElseThrow();

    assertThat(server.statuses()).containsExactly(200, 200, 304);
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(meetings()).singleElement().matches(Meeting::isBooked);
    server.answers(server.version(header, condition, "W/\"eight\"", FRIDAY));
    assertThat(refresh().read(workspace, feed).orElseThrow().changed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401,The server does not show it any more: its address may be a new one.",
    "403,The server does not show it any more: its address may be a new one.",
    "404,There is no calendar at this address any more.",
    "410,There is no calendar at this address any more.",
    "304,The server answered with 304.",
    "500,The server answered with 500.",
    "503,The server answered with 503."
  })
  void a_server_that_has_none_is_told_and_what_was_read_stays(int status, String sentence) {
    server.answers(server.status(status));

    assertThat(refresh().read(workspace, feed)).isEmpty();

    stays(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body>Sign in</body></html>", "{}", "BEGIN:VCARD"})
  void what_is_no_calendar_is_told_and_what_was_read_stays(String page) {
    server.answers(server.file(page.getBytes(UTF_8)));

    refresh().readAll(workspace);

    stays("What lies at this address is no calendar.");
  }

  @Test
  void an_answer_of_nothing_is_no_empty_calendar() {
    server.answers(server.status(200));

    refresh().readAll(workspace);

    stays("What lies at this address is no calendar.");
  }

  @ParameterizedTest
  @ValueSource(ints = {(16 << 20) + 1, 18 << 20})
  void what_is_huge_is_told_and_what_was_read_stays(int bytes) {
    server.answers(server.file(new byte[bytes]));

    refresh().readAll(workspace);

    stays("It is larger than 16 MB, and was not read.");
  }

  @Test
  void a_server_that_does_not_answer_is_left_and_what_was_read_stays() {
    server.answers(server.never());

    refresh(Duration.ofMillis(300)).readAll(workspace);

    stays("127.0.0.1 took too long.");
  }

  @Test
  void a_server_that_is_away_is_told_and_what_was_read_stays() {
    server.close();

    refresh().readAll(workspace);

    stays("It could not be reached.");
  }

  @Test
  void a_file_that_is_cut_off_behind_an_event_calls_nothing_off() {
    var two =
        calendar(
            event("UID:first", "DTSTART:20260304T100000Z"),
            event("UID:talk", "DTSTART:20260305T100000Z"));
    server.answers(server.file(two));
    refresh().readAll(workspace);
    var text = new String(two, UTF_8);
    int end = text.indexOf("END:VEVENT") + "END:VEVENT\r\n".length();
    server.answers(
        server.version("ETag", "If-None-Match", "half", text.substring(0, end).getBytes(UTF_8)));

    refresh().readAll(workspace);
    refresh().readAll(workspace);

    assertThat(meetings()).hasSize(2).allMatch(Meeting::isBooked);
    assertThat(server.statuses()).doesNotContain(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/elsewhere.ics", "elsewhere.ics"})
  void what_moved_is_found_where_it_lies_now(String address) {
    server.answers(server.moved(address, FRIDAY));

    assertThat(refresh().read(workspace, feed).orElseThrow().changed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/team.ics,It moved too often.",
    "ftp://example.org/team.ics,It moved to what is no address.",
    "https://,It moved to what is no address.",
    "'::: :',It moved to what is no address."
  })
  void what_moves_nowhere_is_told_and_what_was_read_stays(String address, String sentence) {
    server.answers(server.moved(address, FRIDAY));

    refresh().readAll(workspace);

    stays(sentence);
  }

  @Test
  void once_it_answers_again_nothing_is_wrong_any_more() {
    server.answers(server.version("ETag", "If-None-Match", "one", THURSDAY));
    refresh().readAll(workspace);
    server.answers(server.status(500));
    refresh().readAll(workspace);
    stays("The server answered with 500.");
    server.answers(server.version("ETag", "If-None-Match", "one", THURSDAY));

    refresh().readAll(workspace);

    assertThat(server.statuses()).endsWith(500, 304);
    assertThat(source().problem()).isEmpty();
    assertThat(source().problemSince()).isNull();
    assertThat(meetings()).singleElement().matches(Meeting::isBooked);
  }

  @Test
  void what_is_wrong_with_one_feed_does_not_keep_the_others_from_being_read() throws IOException {
    try (var other = new SmallFeedServer()) {
      other.answers(other.file(calendar(event("UID:other", "DTSTART:20260304T100000Z"))));
      calendar.connectFeed(workspace, "Zoo", other.address());
      server.answers(server.status(404));

      refresh().readAll(workspace);
    }

    assertThat(meetings()).hasSize(2).allMatch(Meeting::isBooked);
  }

  @Test
  void nobody_reads_the_feed_of_another_workspace() {
    var eve = cast.owner("Eve").workspace();
    int asked = server.statuses().size();

    assertThat(refresh().read(eve, feed)).isEmpty();
    assertThat(server.statuses()).hasSize(asked);
  }

  private void stays(String sentence) {
    assertThat(source().problem()).isEqualTo(sentence);
    assertThat(source().problemSince()).isEqualTo(NOW);
    assertThat(meetings())
        .singleElement()
        .matches(Meeting::isBooked)
        .extracting(Meeting::starts)
        .isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
  }

  private CalendarSource source() {
    return calendar.source(workspace, feed).orElseThrow();
  }

  private List<Meeting> meetings() {
    return calendar.between(
        workspace, NOW.minus(Duration.ofDays(100)), NOW.plus(Duration.ofDays(100)), 100);
  }

  private CalendarRefresh refresh() {
    return refresh(Duration.ofSeconds(10));
  }

  private CalendarRefresh refresh(Duration patience) {
    var http = new HttpGateway(new HttpSettings(true, patience));
    return new CalendarRefresh(
        calendar,
        intake,
        http,
        new CalDavGateway(http),
        accounts,
        new CalendarSettings(Duration.ZERO),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
