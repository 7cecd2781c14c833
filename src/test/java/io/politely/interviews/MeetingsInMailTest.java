package io.politely.interviews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.Next;
import io.politely.calendar.Calendar;
import io.politely.calendar.InvitationListener;
import io.politely.calendar.MeetingId;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.TimeGiven;
import io.politely.pursuits.TimeKind;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What an invitation does to plans and debriefs, from the mail that brings it on. */
@Edge
@Served
class MeetingsInMailTest {

  /** The clock of these tests hangs on the Friday before. */
  private static final Instant MONDAY = Instant.parse("2026-06-29T09:00:00Z");

  private static final Instant NEXT_MONDAY = Instant.parse("2026-07-06T09:00:00Z");
  private static final EmailAddress ASSISTANT = new EmailAddress("office@tidewell.example");

  @Autowired private Accounts accounts;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp plans;
  @Autowired private Calendar calendar;
  @Autowired private InvitationListener invitations;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mail;
  @Autowired private Interviews interviews;
  @Autowired private Pursuits pursuits;
  @Autowired private Talks talks;
  @Autowired private Cast cast;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private Aim aim;

  @BeforeEach
  void ada_wants_to_work_at_tidewell() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    accounts.addOwnAddress(workspace, ada.address(), MONDAY);
    aim = talks.job(ada, MONDAY);
  }

  @Test
  void an_invitation_by_their_assistant_holds_the_plan_until_it_is_called_off() throws IOException {
    follow();
    assertThat(next()).isInstanceOf(Next.Touch.class);

    invite(ASSISTANT, "REQUEST", 0, "20260702T010000Z");

    assertThat(next().reason())
        .isEqualTo("You meet on Thursday, 2 July: nothing is sent before it is over.");
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).isEmpty();

    invite(ASSISTANT, "REQUEST", 1, "20260703T010000Z");
    assertThat(next().reason()).startsWith("You meet on Friday, 3 July");

    invite(ASSISTANT, "CANCEL", 2, "20260703T010000Z");
    assertThat(next()).isInstanceOf(Next.Touch.class);
    assertThat(cadence.due(workspace, NEXT_MONDAY, 10)).hasSize(1);
  }

  @Test
  void whoever_is_not_the_organiser_neither_holds_a_plan_nor_lets_it_go_on() throws IOException {
    follow();
    var eve = new EmailAddress("eve@example.net");

    send(eve, invitation("REQUEST", ASSISTANT, 0, "20260702T010000Z"));
    assertThat(next()).isInstanceOf(Next.Touch.class);

    invite(ASSISTANT, "REQUEST", 0, "20260702T010000Z");
    send(eve, invitation("CANCEL", ASSISTANT, 1, "20260702T010000Z"));
    assertThat(next().reason()).startsWith("You meet on");
  }

  @Test
  void what_they_decline_by_mail_holds_nothing() throws IOException {
    follow();
    invite(ASSISTANT, "REQUEST", 0, "20260702T010000Z");

    send(
        Aim.DANA,
        invitation("REPLY", ASSISTANT, 0, "20260702T010000Z")
            .replace("DTSTAMP:20260627T10", "DTSTAMP:20260628T10")
            .replace("ATTENDEE:mailto:dana", "ATTENDEE;PARTSTAT=DECLINED:mailto:dana"));

    assertThat(next()).isInstanceOf(Next.Touch.class);
  }

  @Test
  void a_calendar_file_holds_the_plan_until_it_says_that_it_is_called_off() {
    follow();

    read(0, "CONFIRMED");
    assertThat(next().reason()).startsWith("You meet on Thursday, 2 July");
    read(1, "CANCELLED");

    assertThat(next()).isInstanceOf(Next.Touch.class);
  }

  @Test
  void a_meeting_that_was_held_opens_a_debrief_and_a_debt_of_an_outcome() throws IOException {
    invite(Aim.DANA, "REQUEST", 0, "20260615T130000Z");

    interviews.openDebriefs(workspace, Instant.parse("2026-06-15T14:01:00Z"));

    assertThat(interviews.debrief(workspace, interview())).isPresent();
    assertThat(pursuits.times(workspace, aim.pursuit()))
        .extracting(TimeGiven::person, TimeGiven::byUs, TimeGiven::kind)
        .containsExactly(tuple(aim.dana(), true, TimeKind.INTERVIEW));
  }

  @Test
  void one_that_was_called_off_or_declined_opens_neither() throws IOException {
    invite(Aim.DANA, "REQUEST", 0, "20260615T130000Z");
    invite(Aim.DANA, "CANCEL", 1, "20260615T130000Z");

    interviews.openDebriefs(workspace, Instant.parse("2026-06-15T14:01:00Z"));

    assertThat(interviews.debrief(workspace, interview())).isEmpty();
    assertThat(pursuits.times(workspace, aim.pursuit())).isEmpty();
  }

  @Test
  void one_to_which_nobody_came_leaves_no_debt() throws IOException {
    invite(Aim.DANA, "REQUEST", 0, "20260615T130000Z");
    var end = Instant.parse("2026-06-15T14:00:00Z");
    interviews.openDebriefs(workspace, end);

    var me = new SignedIn(workspace, ada.member(), "Ada", ada.address(), Cast.CHATHAM);
    var problem =
        interviews.answer(
            workspace, me, interview(), "held.took-place", "", "no", false, end.plusSeconds(60));

    assertThat(problem).contains("");
    assertThat(pursuits.times(workspace, aim.pursuit())).isEmpty();
  }

  private MeetingId interview() {
    return MeetingId.of("interview", "");
  }

  private void follow() {
    var started =
        cadence.start(
            workspace,
            new NewFollowUp(
                aim.dana(),
                "S1",
                null,
                null,
                null,
                null,
                null,
                new Research("She moved her team to rail.", "Her talk in May", "We sell rail.")),
            ada.member(),
            MONDAY);
    assertThat(started).isInstanceOf(Starting.Started.class);
  }

  /** What is planned for Dana, once all that came is known. */
  private Next next() {
    plans.catchUp(workspace);
    plans.replanAll(workspace);
    return cadence.with(workspace, aim.dana()).getFirst().next();
  }

  private void read(int version, String status) {
    var file =
        invitation("PUBLISH", ASSISTANT, version, "20260702T010000Z")
            .replace("METHOD:PUBLISH\r\n", "")
            .replace("UID:", "STATUS:%s\r\nUID:".formatted(status));
    assertThat(calendar.readFile(workspace, "work.ics", file.getBytes(UTF_8), MONDAY)).isPresent();
  }

  private void invite(EmailAddress organiser, String method, int version, String starts)
      throws IOException {
    send(organiser, invitation(method, organiser, version, starts));
  }

  /** An hour of Dana, Ada and whoever invites. */
  private String invitation(String method, EmailAddress organiser, int version, String starts) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    METHOD:%s
    BEGIN:VEVENT
    UID:interview
    SEQUENCE:%d
    DTSTAMP:20260627T10%02d00Z
    DTSTART:%s
    DURATION:PT1H
    SUMMARY:Interview
    ORGANIZER:mailto:%s
    ATTENDEE:mailto:%s
    ATTENDEE:mailto:%s
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(method, version, version, starts, organiser, Aim.DANA, ada.address())
        .replace("\n", "\r\n");
  }

  private void send(EmailAddress from, String invitation) throws IOException {
    Files.writeString(
        folder.resolve(UUID.randomUUID() + ".eml"),
        """
        From: %s
        To: %s
        Subject: Interview
        Date: Sat, 27 Jun 2026 10:00:00 +0000
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        You are invited.
        --b
        Content-Type: text/calendar; charset=utf-8
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(
                from,
                ada.address(),
                UUID.randomUUID(),
                Base64.getMimeEncoder().encodeToString(invitation.getBytes(UTF_8))));
    importer.run(workspace, List.of(folder), _ -> {});
    mail.thread(workspace);
    invitations.catchUp(workspace);
    while (interviews.linkSome(workspace, MONDAY)) {}
  }
}
