package io.politely.calendar;

import static io.politely.calendar.Calendars.calendar;
import static io.politely.calendar.Calendars.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.net.URI;
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
    assertThat(calendar.readFile(workspace, "page.ics", "<html>".getBytes(UTF_8), NOW)).isEmpty();
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
  void whoever_proposes_another_time_moves_nothing_and_has_not_agreed() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");
    answer(owner.address(), "ACCEPTED");

    assertThat(counter(EVE, "03T10")).isEqualTo(Received.NOT_BELIEVED);
    assertThat(counter(owner.address(), "03T11")).isEqualTo(Received.TAKEN);

    assertThat(all())
        .singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.starts()).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
          assertThat(meeting.attendees())
              .filteredOn(one -> !one.isOrganiser())
              .extracting(Attendee::answer)
              .containsExactly(Attendee.Answer.TENTATIVE);
        });
    long number = lastChange();
    assertThat(invite(GRACE, "DECLINECOUNTER", "SEQUENCE:0", "DTSTART:20260307T100000Z"))
        .isEqualTo(Received.KNOWN);
    assertThat(lastChange()).isEqualTo(number);
  }

  @Test
  void a_time_that_is_added_stands_beside_the_others_and_is_called_off_with_them() {
    invite(GRACE, "REQUEST", "SEQUENCE:0", "DTSTART:20260305T100000Z");

    assertThat(invite(EVE, "ADD", "SEQUENCE:1", "DTSTART:20260309T100000Z"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(invite(GRACE, "ADD", "SEQUENCE:1", "DTSTART:20260312T100000Z"))
        .isEqualTo(Received.TAKEN);
    assertThat(invite(GRACE, "ADD", "SEQUENCE:1", "DTSTART:20260312T100000Z"))
        .isEqualTo(Received.KNOWN);
    assertThat(all())
        .allMatch(Meeting::isBooked)
        .extracting(Meeting::starts)
        .containsExactly(
            Instant.parse("2026-03-05T10:00:00Z"), Instant.parse("2026-03-12T10:00:00Z"));

    invite(GRACE, "CANCEL", "SEQUENCE:2", "DTSTART:20260305T100000Z");
    assertThat(all()).hasSize(2).noneMatch(Meeting::isBooked);
  }

  @Test
  void what_everybody_else_declines_does_not_take_place_until_they_come_after_all() {
    var ours =
        calendar(
            "METHOD:REQUEST",
            event(
                "UID:1",
                "DTSTAMP:20260301T100000Z",
                "DTSTART:20260305T100000Z",
                "ORGANIZER:mailto:" + owner.address(),
                "ATTENDEE:mailto:grace@example.org",
                "ATTENDEE:mailto:dana@example.org"));
    assertThat(calendar.receive(workspace, owner.address(), ours, NOW)).isEqualTo(Received.TAKEN);

    answerUs(GRACE, "DECLINED", "02T11");
    assertThat(all()).singleElement().matches(Meeting::isBooked);
    answerUs(new EmailAddress("dana@example.org"), "DECLINED", "02T11");
    assertThat(all()).noneMatch(Meeting::isBooked);
    answerUs(GRACE, "ACCEPTED", "03T11");
    assertThat(all()).singleElement().matches(Meeting::isBooked);
  }

  @Test
  void an_update_that_is_older_than_what_a_calendar_tells_changes_nothing() {
    read(
        "a.ics",
        event(
            "UID:1",
            "SEQUENCE:3",
            "DTSTART:20260306T100000Z",
            "ORGANIZER:mailto:grace@example.org",
            "ATTENDEE:mailto:" + owner.address()));
    long number = lastChange();

    invite(GRACE, "REQUEST", "SEQUENCE:2", "DTSTART:20260305T100000Z");
    invite(GRACE, "CANCEL", "SEQUENCE:2", "DTSTART:20260305T100000Z");

    assertThat(lastChange()).isEqualTo(number);
    assertThat(all())
        .singleElement()
        .matches(Meeting::isBooked)
        .extracting(Meeting::starts)
        .isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
  }

  @Test
  void what_was_called_off_and_set_up_again_takes_place_in_whatever_order_it_is_read() {
    invite(GRACE, "REQUEST", "SEQUENCE:1", "DTSTART:20260305T100000Z");

    var before =
        written("20260227", invitation("CANCEL", "SEQUENCE:1", "DTSTART:20260305T100000Z"));

    assertThat(calendar.receive(workspace, GRACE, before, NOW)).isEqualTo(Received.KNOWN);
    assertThat(all()).singleElement().matches(Meeting::isBooked);
  }

  @Test
  void a_private_invitation_is_busy_time_that_only_whoever_invites_moves_and_we_decline() {
    var at = "DTSTART:20260305T100000Z";
    assertThat(invite(GRACE, "REQUEST", "SEQUENCE:0", at, "CLASS:PRIVATE", "SUMMARY:Doctor"))
        .isEqualTo(Received.TAKEN);

    assertThat(all())
        .singleElement()
        .satisfies(meeting -> {
          assertThat(meeting.isPrivate()).isTrue();
          assertThat(meeting.isBooked()).isTrue();
          assertThat(meeting.title()).isEmpty();
          assertThat(meeting.attendees()).isEmpty();
        });
    assertThat(invite(EVE, "CANCEL", "SEQUENCE:1", at, "CLASS:PRIVATE"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(answer(owner.address(), "DECLINED")).isEqualTo(Received.TAKEN);
    assertThat(all()).noneMatch(Meeting::isBooked);
    var moved = invitation("REQUEST", "SEQUENCE:1", "DTSTART:20260306T100000Z", "CLASS:PRIVATE");
    calendar.receive(workspace, GRACE, written("20260304", moved), NOW);
    assertThat(all())
        .singleElement()
        .matches(Meeting::isBooked)
        .extracting(Meeting::starts)
        .isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
    assertThat(invite(GRACE, "CANCEL", "SEQUENCE:2", at, "CLASS:PRIVATE"))
        .isEqualTo(Received.TAKEN);
    assertThat(all()).noneMatch(Meeting::isBooked);
  }

  @Test
  void a_private_one_in_a_calendar_is_not_moved_by_mail() {
    read("a.ics", event("UID:1", "DTSTART:20260305T100000Z", "CLASS:PRIVATE"));

    assertThat(invite(GRACE, "REQUEST", "SEQUENCE:1", "DTSTART:20260309T100000Z"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(invite(GRACE, "CANCEL", "SEQUENCE:1", "DTSTART:20260305T100000Z"))
        .isEqualTo(Received.NOT_BELIEVED);
    assertThat(all()).singleElement().matches(Meeting::isBooked);
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

  /** The same, written on another day. */
  private static byte[] written(String day, byte[] invitation) {
    return new String(invitation, UTF_8)
        .replace("DTSTAMP:20260301", "DTSTAMP:" + day)
        .getBytes(UTF_8);
  }

  private Received counter(EmailAddress from, String dayAndHour) {
    return calendar.receive(
        workspace,
        from,
        calendar(
            "METHOD:COUNTER",
            event(
                "UID:1",
                "DTSTAMP:202603%s0000Z".formatted(dayAndHour),
                "DTSTART:20260307T100000Z",
                "ORGANIZER:mailto:grace@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + from)),
        NOW);
  }

  private Received answer(EmailAddress from, String answer) {
    return calendar.receive(workspace, from, reply(from, answer, "02T11"), NOW);
  }

  private void answerUs(EmailAddress from, String answer, String dayAndHour) {
    var reply =
        new String(reply(from, answer, dayAndHour), UTF_8)
            .replace("ORGANIZER:mailto:grace@example.org", "ORGANIZER:mailto:" + owner.address());
    assertThat(calendar.receive(workspace, from, reply.getBytes(UTF_8), NOW))
        .isEqualTo(Received.TAKEN);
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
    return calendar.told(workspace, source, Calendars.read(calendar(events)), "", NOW);
  }

  private List<Meeting> all() {
    return calendar.between(
        workspace, NOW.minus(Duration.ofDays(500)), NOW.plus(Duration.ofDays(500)), 1_000);
  }

  private long lastChange() {
    return calendar.changed(workspace, 0, 10_000).getLast().changeNumber();
  }
}
