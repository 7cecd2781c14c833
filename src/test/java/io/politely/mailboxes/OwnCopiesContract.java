package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import io.politely.ledger.Move;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What lies in our mailboxes and is of ourselves answers nothing, wherever it lies. */
@SpringBootTest
abstract class OwnCopiesContract {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String QUESTION =
      """
      Message-ID: <question@example.com>
      Date: Mon, 2 Mar 2026 09:00:00 +0000
      From: Ada <ada@example.com>
      To: Grace <grace@example.org>
      Subject: The plan

      Could you send me the plan by Friday?
      """;
  private static final String FOLLOW_UP =
      """
      Message-ID: <follow-up@example.com>
      Date: Thu, 5 Mar 2026 09:00:00 +0000
      From: Ada <%s>
      To: Grace <grace@example.org>
      Subject: Re: The plan
      In-Reply-To: <question@example.com>
      References: <question@example.com>

      Is there any news of the plan? Could you send it tomorrow?
      """;
  private static final String ANSWER =
      """
      Message-ID: <answer@example.org>
      Date: Fri, 6 Mar 2026 09:00:00 +0000
      From: Grace <grace@example.org>
      To: Ada <ada@example.com>
      Subject: Re: The plan
      In-Reply-To: <question@example.com>

      Here it is. Which of the two dates do you prefer?
      """;

  private final TestWorkspace ours = TestWorkspace.fresh();
  private final WorkspaceId workspace = ours.id();

  private MailServer server;
  private OtherProgram atWork;
  private OtherProgram atHome;
  private MailAccountId work;
  private MailAccountId home;

  @Autowired private Sync sync;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Mail mail;
  @Autowired private MailCatchUp catchUp;
  @Autowired private Ledger ledger;
  @Autowired private LedgerCatchUp ledgerCatchUp;

  /** A fresh server. */
  abstract MailServer start();

  @BeforeEach
  void begin() {
    server = start();
    atWork = new OtherProgram(server.port());
    atHome = new OtherProgram(server.port(), MailServer.OTHER);
    atWork.create("Sent");
    atWork.create("Drafts");
    work = mailboxes.connect(workspace, server.account(), MONDAY).orElseThrow();
    home = mailboxes.connect(workspace, server.otherAccount(), MONDAY).orElseThrow();
    atWork.put("Sent", wire(QUESTION));
  }

  @AfterEach
  void end() {
    atWork.close();
    atHome.close();
    server.close();
    mailboxes.disconnect(workspace, work);
    mailboxes.disconnect(workspace, home);
  }

  @Test
  void copies_to_ourselves_answer_nothing() throws Exception {
    atWork.put("INBOX", delivered("ada@example.com"));
    atHome.put("INBOX", delivered("ada@home.example"));

    read();

    assertWaitsForGraceSince(MONDAY);
  }

  @Test
  void a_draft_is_neither_sent_nor_an_answer() throws Exception {
    atWork.put("Drafts", wire(FOLLOW_UP.formatted("ada@example.com")));

    read();

    assertWaitsForGraceSince(MONDAY);
    assertThat(evidenceOf("follow-up@example.com")).isEmpty();
  }

  @Test
  void a_question_that_is_only_a_draft_waits_for_nobody() throws Exception {
    atWork.put(
        "Drafts",
        wire(
            QUESTION
                .replace("<question@", "<draft@")
                .replace("The plan", "Lunch")
                .replace("grace@example.org", "tom@example.org")));

    read();

    assertThat(mail.newestConversations(workspace, Optional.empty(), 10).items())
        .filteredOn(conversation -> conversation.subject().equals("Lunch"))
        .hasSize(1)
        .noneMatch(draft -> move(draft).filter(Move.Theirs.class::isInstance).isPresent());
  }

  @Test
  void our_own_follow_up_is_ours_from_whichever_mailbox_it_went() throws Exception {
    atHome.create("Sent");
    atHome.put("Sent", wire(FOLLOW_UP.formatted("ada@home.example")));
    atWork.put("INBOX", wire("Received: from home\n" + FOLLOW_UP.formatted("ada@home.example")));

    read();

    assertThat(move(conversation())).containsInstanceOf(Move.Theirs.class);
    assertThat(evidenceOf("follow-up@example.com")).contains("It lies in a folder of the mailbox.");
  }

  @Test
  void their_answer_is_one() throws Exception {
    atWork.put("INBOX", wire(ANSWER));

    read();

    assertThat(move(conversation())).containsInstanceOf(Move.Ours.class);
  }

  private void read() throws InterruptedException {
    assertThat(sync.once(workspace, work)).isEmpty();
    assertThat(sync.once(workspace, home)).isEmpty();
    catchUp.thread(workspace);
    ledgerCatchUp.catchUp(workspace);
  }

  private void assertWaitsForGraceSince(Instant moment) {
    var move = move(conversation()).orElseThrow();
    assertThat(move).isInstanceOf(Move.Theirs.class);
    assertThat(move.since()).isEqualTo(moment);
    assertThat(move.with()).hasValueSatisfying(who -> assertThat(who.local()).isEqualTo("grace"));
  }

  private ConversationSummary conversation() {
    var all = mail.newestConversations(workspace, Optional.empty(), 10).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Optional<Move> move(ConversationSummary conversation) {
    return ledger.move(workspace, conversation.id());
  }

  /** As the outbox asks it about what is in doubt. */
  private Optional<String> evidenceOf(String internetId) {
    return ours.call(() ->
        ours.jdbc()
            .sql("select mail.evidence_of(:workspace, now() - interval '1 hour', :id)")
            .param("workspace", workspace.value())
            .param("id", internetId)
            .query((rs, _) -> Optional.ofNullable(rs.getString(1)))
            .single());
  }

  /** The question as a server puts it into a mailbox: a copy with traces of its own. */
  private static String delivered(String to) {
    return wire(
        "Delivered-To: %s\nReceived: from mx by mail for <%s>; Mon, 2 Mar 2026 09:00:03 +0000\n"
                .formatted(to, to)
            + QUESTION);
  }

  private static String wire(String message) {
    return message.replace("\n", "\r\n");
  }
}
