package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SignedIn;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.CloseOut.Approval;
import io.politely.pursuits.CloseOut.Group;
import io.politely.pursuits.ToldReason.OfCircumstance;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What the outbox and the mailbox know of letters that tell outcomes. */
@Edge
@Served
class TellingListenerTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-06-26");

  @Autowired private Pursuits pursuits;
  @Autowired private CloseOut closeOut;
  @Autowired private TellingListener listener;
  @Autowired private Outbox outbox;
  @Autowired private Mailboxes mailboxes;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mail;
  @Autowired private Cast cast;
  @Autowired private Clock clock;
  @TempDir private Path folder;

  private SignedIn ada;
  private PursuitId search;
  private PersonId grace;

  @BeforeEach
  void a_letter_to_grace_is_in_the_outbox() {
    var owner = cast.owner("Ada");
    ada = new SignedIn(owner.workspace(), owner.member(), "Ada", owner.address(), ZoneOffset.UTC);
    assertThat(mailboxes.connect(ada.workspace(), account(owner.address()), clock.instant()))
        .isPresent();
    grace = people.enter(workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    search =
        pursuits.open(
            workspace(),
            new NewPursuit(PursuitKind.SEARCH, "Engineer", "", null, "", "", "", List.of()),
            ada.member(),
            clock.instant());
    pursuits.join(workspace(), search, grace, Role.CANDIDATE, ada.member(), clock.instant());
    pursuits.gave(
        workspace(),
        search,
        grace,
        false,
        TimeKind.INTERVIEW,
        clock.instant(),
        "",
        ada.member(),
        clock.instant());
    var outcome =
        new NewOutcome(
            true,
            Result.NOT_CHOSEN,
            "",
            new OfCircumstance(FRIDAY, "They chose somebody who already sells into rail."));
    closeOut.write(ada, search, new Group(List.of(grace), outcome, Map.of(), ""), clock.instant());
    var letters = closeOut.letters(ada, search);
    var done =
        closeOut.send(
            ada,
            search,
            letters.stream().map(it -> new Approval(it.outcome(), it.hash())).toList(),
            outbox.known(workspace()),
            clock.instant());
    assertThat(done.done()).isEqualTo(1);
    pursuits.end(workspace(), search, ada.member(), "", clock.instant());
  }

  @Test
  void while_it_waits_nobody_was_told() {
    listener.catchUp(workspace());

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(pursuits.leftHanging(workspace(), search)).containsExactly(grace);
  }

  @Test
  void when_the_server_took_it_the_search_is_closed() {
    becomes("sent");

    assertThat(state()).isEqualTo(PursuitState.CLOSED);
    assertThat(pursuits.leftHanging(workspace(), search)).isEmpty();
  }

  @Test
  void a_letter_that_is_changed_and_sent_from_the_editor_tells_it_too() {
    when_it_is_withdrawn_the_debt_stays_and_the_outcome_too();
    closeOut.write(
        ada,
        search,
        new Group(
            List.of(grace),
            new NewOutcome(
                true,
                Result.NOT_CHOSEN,
                "",
                new OfCircumstance(FRIDAY, "They chose somebody who already sells into rail.")),
            Map.of(),
            ""),
        clock.instant());
    var letter = closeOut.letters(ada, search).getFirst();
    outbox.send(
        workspace(),
        letter.draft(),
        letter.hash(),
        ada.member(),
        outbox.known(workspace()),
        ada.zone(),
        "");

    becomes("sent");
    listener.catchUp(workspace());

    assertThat(state()).isEqualTo(PursuitState.CLOSED);
    int steps = pursuits.steps(workspace(), search, 100).size();
    listener.catchUp(workspace());
    assertThat(pursuits.steps(workspace(), search, 100)).hasSize(steps);
  }

  @Test
  void when_it_failed_the_debt_stays() {
    becomes("failed");

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(telling().state()).isEqualTo(TellingState.FAILED);
  }

  @Test
  void when_it_is_withdrawn_the_debt_stays_and_the_outcome_too() {
    var waiting = outbox.open(workspace(), 1).getFirst();
    outbox.cancel(workspace(), waiting.id(), ada.member());
    listener.catchUp(workspace());

    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(telling().state()).isEqualTo(TellingState.TAKEN_BACK);
  }

  @Test
  void a_bounce_after_the_end_puts_her_on_the_list_again() throws IOException {
    becomes("sent");
    assertThat(state()).isEqualTo(PursuitState.CLOSED);

    arrive(
        """
        From: MAILER-DAEMON@example.net
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <bounce@example.net>
        Date: Fri, 26 Jun 2026 17:00:00 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

        --edge
        Content-Type: text/plain

        <grace@example.com>: host mx.example.com said: 550 5.1.1 User unknown

        --edge
        Content-Type: message/delivery-status

        Reporting-MTA: dns; example.net

        Final-Recipient: rfc822; grace@example.com
        Action: failed
        Status: 5.1.1

        --edge
        Content-Type: text/rfc822-headers

        Message-ID: <%s>
        Subject: Engineer: the decision

        --edge--
        """
            .formatted(ada.address(), telling().internetId()));

    assertThat(telling().state()).isEqualTo(TellingState.CAME_BACK);
    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(pursuits.owed(workspace(), ZoneOffset.UTC))
        .singleElement()
        .satisfies(owed -> assertThat(owed.reason()).contains("came back"));
  }

  @Test
  void a_letter_that_was_never_planned_did_not_tell() {
    becomes("sent");
    var outcome =
        pursuits.decide(
            workspace(),
            search,
            grace,
            new NewOutcome(true, Result.WON, "", null),
            ada.member(),
            clock.instant());
    var before = clock.instant().minusSeconds(600);
    pursuits.mailing(
        workspace(), ((Decided.InForce) outcome).id(), "never@example.org", ada.member(), before);
    listener.catchUp(workspace());

    assertThat(telling().state()).isEqualTo(TellingState.FAILED);
    assertThat(state()).isEqualTo(PursuitState.CLOSING);
  }

  /** As if a server had answered. */
  private void becomes(String state) {
    var ours = TestWorkspace.of(workspace());
    ours.run(() ->
        ours.jdbc()
            .sql(
                """
                update outbox.mail
                   set state = :state, sent_at = case when :state = 'sent' then now() end
                 where workspace_id = :workspace
                   and state <> 'cancelled'
                """)
            .param("state", state)
            .param("workspace", workspace().value())
            .update());
    listener.catchUp(workspace());
  }

  private void arrive(String message) throws IOException {
    Files.write(folder.resolve("one.eml"), message.replace("\n", "\r\n").getBytes(UTF_8));
    importer.run(workspace(), List.of(folder), _ -> {});
    mail.thread(workspace());
    listener.catchUp(workspace());
  }

  private Telling telling() {
    return pursuits.outcomes(workspace(), search).getFirst().lastTelling().orElseThrow();
  }

  private PursuitState state() {
    return pursuits.pursuit(workspace(), search).orElseThrow().state();
  }

  private WorkspaceId workspace() {
    return ada.workspace();
  }

  private static NewMailAccount account(EmailAddress address) {
    return new NewMailAccount(
        address,
        "Ada Lovelace",
        new Server("imap.example.com", 993, Security.TLS),
        new Server("smtp.example.com", 465, Security.TLS),
        "ada",
        Authentication.PASSWORD,
        "three-blue-herons",
        false);
  }
}
