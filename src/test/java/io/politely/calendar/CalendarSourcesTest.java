package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@Served
class CalendarSourcesTest {

  private static final Instant NOW = Calendars.MONDAY;
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress EVE = new EmailAddress("eve@example.net");

  @TempDir private Path directory;

  @Autowired private Cast cast;
  @Autowired private Calendar calendar;
  @Autowired private Accounts accounts;
  @Autowired private Importer importer;
  @Autowired private InvitationListener invitations;

  private Cast.Owner owner;
  private WorkspaceId workspace;

  @BeforeEach
  void ada_has_an_empty_calendar() {
    owner = cast.owner("Ada");
    workspace = owner.workspace();
    accounts.addOwnAddress(workspace, owner.address(), NOW);
  }

  @Test
  void a_file_that_is_read_again_changes_nothing() {
    var file =
        calendar(
            event("UID:once", "DTSTART:20260305T100000Z", "DTEND:20260305T110000Z"),
            event("UID:often", "DTSTART:20260302T080000Z", "RRULE:FREQ=WEEKLY;COUNT=10"));

    var first = calendar.readFile(workspace, "work.ics", file, NOW).orElseThrow();
    long number = lastChange();
    var second = calendar.readFile(workspace, "work.ics", file, NOW).orElseThrow();

    assertThat(first.added()).isEqualTo(2);
    assertThat(second.added() + second.changed() + second.cancelled()).isZero();
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(lastChange()).isEqualTo(number);
    assertThat(all()).hasSize(11);
    assertThat(
            calendar.readFile(
                workspace, "page.ics", "<html>".getBytes(StandardCharsets.UTF_8), NOW))
        .isEmpty();
  }

  @Test
  void a_meeting_that_moves_keeps_its_id_and_an_older_version_moves_nothing() {
    read("a.ics", event("UID:1", "SEQUENCE:1", "DTSTART:20260305T100000Z"));
    var id = all().getFirst().id();

    read("a.ics", event("UID:1", "SEQUENCE:2", "DTSTART:20260306T100000Z"));
    read("b.ics", event("UID:1", "SEQUENCE:0", "DTSTART:20260307T100000Z"));

    assertThat(all())
        .singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.id()).isEqualTo(id);
          assertThat(meeting.starts()).isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
        });
  }

  @Test
  void what_a_feed_no_longer_tells_of_is_cancelled_but_not_what_is_over() {
    var feed = calendar.connectFeed(workspace, "Work", URI.create("https://example.org/a.ics"));
    var past = event("UID:past", "DTSTART:20260220T100000Z");
    var next = event("UID:next", "DTSTART:20260305T100000Z");
    told(feed, past, next);

    var report = told(feed, event("UID:other", "DTSTART:20260309T100000Z"));

    assertThat(report.cancelled()).isEqualTo(2);
    assertThat(calendar.meeting(workspace, MeetingId.of("past", "")).orElseThrow().isBooked())
        .isTrue();
    assertThat(calendar.meeting(workspace, MeetingId.of("next", "")).orElseThrow().isBooked())
        .isFalse();
  }

  @Test
  void what_two_tell_of_stays_while_one_does() {
    var feed = calendar.connectFeed(workspace, "Work", URI.create("https://example.org/b.ics"));
    var event = event("UID:1", "DTSTART:20260305T100000Z");
    told(feed, event);
    read("a.ics", event);

    calendar.disconnect(workspace, feed, NOW);
    assertThat(all()).singleElement().matches(Meeting::isBooked);

    told(feed);
    assertThat(all()).singleElement().matches(Meeting::isBooked);
  }

  @Test
  void a_source_that_is_disconnected_takes_its_meetings_along_and_brings_them_back() {
    var source = read("a.ics", event("UID:1", "DTSTART:20260305T100000Z")).source();

    assertThat(calendar.disconnect(workspace, source, NOW)).isTrue();
    assertThat(all()).noneMatch(Meeting::isBooked);
    assertThat(calendar.connectAgain(workspace, source, NOW)).isTrue();
    assertThat(all()).allMatch(Meeting::isBooked);
    assertThat(calendar.disconnect(cast.owner("Eve").workspace(), source, NOW)).isFalse();
  }

  @Test
  void as_days_pass_more_of_what_repeats_comes_near() {
    read("a.ics", event("UID:1", "DTSTART:20260302T080000Z", "RRULE:FREQ=MONTHLY"));
    int before = all().size();

    calendar.roll(workspace, NOW.plus(Duration.ofDays(90)));

    assertThat(all()).hasSize(before + 3);
  }

  @Test
  void an_invitation_by_mail_and_the_same_in_a_calendar_are_one_meeting() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");
    read(
        "a.ics",
        event(
            "UID:1",
            "SEQUENCE:0",
            "DTSTART:20260305T100000Z",
            "ORGANIZER:mailto:grace@example.org",
            "ATTENDEE:mailto:" + owner.address()));

    assertThat(all()).hasSize(1);
  }

  @Test
  void only_whoever_invites_moves_it_and_calls_it_off() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");

    assertThat(invite(EVE, "REQUEST", "SEQUENCE:5", "DTSTART:20260306T100000Z"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(invite(EVE, "CANCEL", "SEQUENCE:5", "DTSTART:20260305T100000Z"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(all()).singleElement().matches(Meeting::isBooked);
    assertThat(invite(GRACE, "REQUEST", "SEQUENCE:1", "DTSTART:20260306T100000Z"))
        .isEqualTo(Received.TAKEN);
    assertThat(invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z"))
        .isEqualTo(Received.KNOWN);
    assertThat(all().getFirst().starts()).isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
    assertThat(invite(GRACE, "CANCEL", "SEQUENCE:2", "DTSTART:20260306T100000Z"))
        .isEqualTo(Received.TAKEN);
    assertThat(all()).singleElement().matches(meeting -> !meeting.isBooked());
  }

  @Test
  void a_stranger_who_names_himself_organiser_of_a_known_event_is_not_believed() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");

    var forged =
        calendar(
            "METHOD:REQUEST",
            event(
                "UID:1",
                "SEQUENCE:9",
                "DTSTART:20260309T100000Z",
                "ORGANIZER:mailto:eve@example.net"));

    assertThat(calendar.receive(workspace, EVE, forged, NOW)).isEqualTo(Received.NOT_BELIEVED);
  }

  @Test
  void one_time_of_many_is_called_off_by_itself() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z", "RRULE:FREQ=DAILY;COUNT=3");
    invite(
        GRACE,
        "CANCEL",
        "SEQUENCE:1",
        "DTSTART:20260306T100000Z",
        "RECURRENCE-ID:20260306T100000Z");

    assertThat(all()).extracting(Meeting::isBooked).containsExactly(true, false, true);
    invite(GRACE, "CANCEL", "SEQUENCE:2", "DTSTART:20260305T100000Z");
    assertThat(all()).extracting(Meeting::isBooked).containsExactly(false, false, false);
  }

  @Test
  void an_answer_counts_from_whoever_is_invited_alone_and_what_we_declined_does_not_take_place() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");

    assertThat(answer(EVE, "DECLINED")).isEqualTo(Received.NOT_BELIEVED);
    assertThat(answer(owner.address(), "ACCEPTED")).isEqualTo(Received.TAKEN);
    assertThat(all().getFirst().attendees())
        .filteredOn(one -> !one.isOrganiser())
        .extracting(Attendee::answer)
        .containsExactly(Attendee.Answer.ACCEPTED);
    assertThat(answer(owner.address(), "DECLINED")).isEqualTo(Received.KNOWN);
    assertThat(
            calendar.receive(
                workspace, owner.address(), reply(owner.address(), "DECLINED", "03T11"), NOW))
        .isEqualTo(Received.TAKEN);
    assertThat(all()).noneMatch(Meeting::isBooked);
  }

  @Test
  void invitations_are_found_in_mail_that_was_stored_before_and_again_tell_nothing_new()
      throws IOException {
    var mailbox = directory.resolve("Inbox.mbox");
    Files.writeString(
        mailbox,
        """
        From grace@example.org Mon Mar  2 08:00:00 2026
        From: Grace <grace@example.org>
        To: %s
        Subject: Interview
        Date: Mon, 2 Mar 2026 08:00:00 +0000
        Message-ID: <invitation@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        Shall we meet?
        --b
        Content-Type: text/calendar; method=REQUEST; charset=utf-8
        Content-Transfer-Encoding: base64

        %s
        --b--

        """
            .formatted(
                owner.address(),
                Base64.getMimeEncoder()
                    .encodeToString(
                        invitation(
                            "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z", "SUMMARY:Talk"))));
    importer.run(workspace, List.of(mailbox), _ -> {});

    invitations.catchUp(workspace);
    long number = lastChange();
    invitations.catchUp(workspace);

    assertThat(all()).singleElement().extracting(Meeting::title).isEqualTo("Talk");
    assertThat(lastChange()).isEqualTo(number);
  }

  @Test
  void another_workspace_knows_nothing_of_it() {
    var eve = cast.owner("Eve").workspace();
    read("a.ics", event("UID:1", "DTSTART:20260305T100000Z"));

    assertThat(calendar.sources(eve)).isEmpty();
    assertThat(calendar.meeting(eve, MeetingId.of("1", ""))).isEmpty();
  }

  private Received invite(EmailAddress from, String method, String... lines) {
    return calendar.receive(workspace, from, invitation(method, lines), NOW);
  }

  private byte[] invitation(String method, String... lines) {
    return calendar(
        "METHOD:" + method,
        event(
            "UID:1\r\nDTSTAMP:20260301T100000Z\r\n"
                + String.join("\r\n", lines)
                + "\r\nORGANIZER:mailto:grace@example.org\r\nATTENDEE:mailto:"
                + owner.address()));
  }

  private Received answer(EmailAddress from, String answer) {
    return calendar.receive(workspace, from, reply(from, answer, "02T11"), NOW);
  }

  private static byte[] reply(EmailAddress from, String answer, String dayAndHour) {
    return calendar(
        "METHOD:REPLY",
        event(
            "UID:1",
            "DTSTAMP:202603%s0000Z".formatted(dayAndHour),
            "DTSTART:20260305T100000Z",
            "ORGANIZER:mailto:grace@example.org",
            "ATTENDEE;PARTSTAT=%s:mailto:%s".formatted(answer, from)));
  }

  private ReadReport read(String name, String... events) {
    return calendar.readFile(workspace, name, calendar(events), NOW).orElseThrow();
  }

  private ReadReport told(SourceId source, String... events) {
    return calendar.told(workspace, source, Calendars.read(calendar(events)), NOW);
  }

  private List<Meeting> all() {
    return calendar.between(
        workspace, NOW.minus(Duration.ofDays(500)), NOW.plus(Duration.ofDays(500)), 1_000);
  }

  private long lastChange() {
    return calendar.changed(workspace, 0, 10_000).getLast().changeNumber();
  }
}
