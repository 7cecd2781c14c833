package io.politely.outbox;

import static io.politely.outbox.OutgoingState.CANCELLED;
import static io.politely.outbox.OutgoingState.DUE;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.GRACE;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.mailboxes.Sync;
import io.politely.testing.MailHost;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** From the draft to the answer, over a server that takes mail and shows it. */
@Edge
@SpringBootTest(properties = "politely.outbox.undo=0s")
class OutboxJourneyTest {

  @Autowired private ApplicationContext context;
  @Autowired private SentCopies copies;
  @Autowired private Sync sync;

  private MailHost host;
  private TestOutbox ada;

  @BeforeEach
  void open() throws InterruptedException {
    host = new MailHost(TestOutbox.ADA, "ada", TestOutbox.PASSWORD);
    ada = TestOutbox.on(context, host.imap(), host.smtp(), false);
    read();
  }

  @AfterEach
  void close() {
    ada.close();
    host.close();
  }

  @Test
  void a_reply_holds_the_reminder_that_was_planned_and_our_own_copy_does_not() throws Exception {
    var letter = approvedLetter();
    ada.sendDue();
    var sent = ada.mail(letter);
    assertThat(sent.state()).as(sent.problem()).isEqualTo(SENT);
    assertThat(host.receivedBy(GRACE)).containsExactly(sent.internetId());

    var reminder = ada.plan(reminder(sent));
    var lastReminder = ada.plan(reminder(sent));
    comesDue(lastReminder, "3 days");
    copies.file(ada.workspace(), ada.fencing().node());
    assertThat(host.sent()).containsExactly(sent.internetId());
    read();
    ada.sendDue();
    assertThat(ada.mail(reminder).state())
        .as("our copy in Sent was stored after the reminder was approved, and is no reply")
        .isEqualTo(SENT);

    host.deliver(
        """
        From: Grace <grace@example.com>
        To: Ada <ada@example.org>
        Subject: Re: The engine
        Message-ID: <reply@example.com>
        In-Reply-To: <%1$s>
        References: <%1$s>
        Date: %2$s

        It works. Thank you!
        """
            .formatted(
                sent.internetId(),
                RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC))));
    read();
    comesDue(lastReminder, "-1 second");
    ada.sendDue();

    var held = ada.mail(lastReminder);
    assertThat(held.state()).isEqualTo(DUE);
    assertThat(held.hold()).startsWith("A message came after this was approved");
    assertThat(host.receivedBy(GRACE)).hasSize(2).doesNotContain(held.internetId());
    assertThat(ada.outbox().cancel(ada.workspace(), lastReminder, ada.member())).isTrue();
    assertThat(ada.mail(lastReminder).state()).isEqualTo(CANCELLED);
  }

  /** Written, looked at, and sent by the hash of what was looked at. */
  private OutgoingId approvedLetter() {
    var outbox = ada.outbox();
    var draft = new DraftId(UUID.randomUUID());
    var known = outbox.known(ada.workspace());
    var now = Instant.now();
    var text =
        new DraftText(
            ada.account(),
            GRACE.value(),
            "",
            "",
            "The engine",
            "Does it work?",
            null,
            false,
            Leaving.NOW,
            "");
    assertThat(
            outbox.saveDraft(
                ada.workspace(), draft, text, List.of(), List.of(), ada.member(), known, now))
        .isEmpty();
    assertThat(outbox.prepare(ada.workspace(), draft, ZoneOffset.UTC, now)).isEmpty();
    var prepared = outbox.prepared(ada.workspace(), draft, ZoneOffset.UTC).orElseThrow();
    var planned =
        outbox.send(
            ada.workspace(), draft, prepared.hash(), ada.member(), known, ZoneOffset.UTC, "");
    return ((Planning.Planned) planned).id();
  }

  /** It goes on the thread of a mail, and was approved when nothing else was known. */
  private Approved reminder(OutgoingMail of) {
    var letter = ada.letter(GRACE);
    return new Approved(
        letter.account(),
        letter.internetId(),
        letter.to(),
        letter.cc(),
        letter.bcc(),
        letter.subject(),
        letter.body(),
        null,
        null,
        List.of(of.internetId()),
        letter.bytes(),
        letter.knownAt(),
        letter.approvedBy(),
        letter.dueAt(),
        letter.lateAt());
  }

  private void comesDue(OutgoingId mail, String in) {
    ada.database()
        .run(() ->
            ada.database()
                .jdbc()
                .sql(
                    "update outbox.mail set due_at = clock_timestamp() + :in::interval"
                        + " where workspace_id = :workspace and mail_id = :mail")
                .param("in", in)
                .param("workspace", ada.workspace().value())
                .param("mail", mail.value())
                .update());
  }

  private void read() throws InterruptedException {
    assertThat(sync.once(ada.workspace(), ada.account())).isEmpty();
  }
}
