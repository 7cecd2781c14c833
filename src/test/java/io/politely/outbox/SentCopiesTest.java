package io.politely.outbox;

import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.mailboxes.Credentials;
import io.politely.mailboxes.ImapGateway;
import io.politely.mailboxes.Mailboxes;
import io.politely.testing.MailHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Our copy of what was sent lies in Sent exactly once, whoever files it and whatever ends when. */
@Edge
@SpringBootTest
class SentCopiesTest {

  private static final String NODE = "this node";

  @Autowired private ApplicationContext context;
  @Autowired private SentCopies copies;

  private MailHost host;
  private TestOutbox outbox;

  @BeforeEach
  void open() {
    host = new MailHost(TestOutbox.ADA, "ada", TestOutbox.PASSWORD);
    outbox = TestOutbox.on(context, host.imap(), host.smtp(), false);
  }

  @AfterEach
  void close() {
    outbox.close();
    host.close();
  }

  @Test
  void a_copy_is_filed_once() {
    var mail = sentBy(NODE);

    copies.file(outbox.workspace(), NODE);
    copies.file(outbox.workspace(), NODE);

    assertThat(host.sent()).containsExactly(mail.internetId());
    assertThat(outbox.mail(mail.id()).copyState()).isEqualTo("there");
  }

  @Test
  void whoever_was_killed_before_it_filed_the_copy_leaves_it_to_another() {
    var mail = sentBy("a node that was killed");

    copies.file(outbox.workspace(), NODE);
    assertThat(host.sent()).as("it may be about to file it").isEmpty();

    minutesPass(3);
    copies.file(outbox.workspace(), NODE);
    assertThat(host.sent()).containsExactly(mail.internetId());
  }

  @Test
  void whoever_was_killed_after_it_filed_the_copy_is_not_doubled() {
    var mail = sentBy("a node that was killed");
    file(mail);

    minutesPass(3);
    copies.file(outbox.workspace(), NODE);

    assertThat(host.sent()).containsExactly(mail.internetId());
    assertThat(outbox.mail(mail.id()).copyState()).isEqualTo("there");
  }

  @Test
  void a_mailbox_that_cannot_be_reached_changes_nothing_of_what_was_sent() {
    host.close();
    var mail = sentBy(NODE);

    copies.file(outbox.workspace(), NODE);

    assertThat(outbox.mail(mail.id()).state()).isEqualTo(SENT);
    assertThat(outbox.mail(mail.id()).copyState()).isEqualTo("waiting");
  }

  @Test
  void where_the_provider_files_it_nobody_else_does() {
    try (var other = TestOutbox.on(context, host.imap(), host.smtp(), true)) {
      other.prove(Duration.ZERO);
      var id = other.plan(GRACE);

      other.sendDue();
      copies.file(other.workspace(), other.fencing().node());

      assertThat(other.mail(id).state()).isEqualTo(SENT);
      assertThat(other.mail(id).copyState()).isEqualTo("none");
      assertThat(host.receivedBy(GRACE)).containsExactly(other.mail(id).internetId());
      assertThat(host.sent()).isEmpty();
    }
  }

  /** What a node leaves behind when it ends right after the server accepted a mail. */
  private OutgoingMail sentBy(String node) {
    var id = outbox.plan(GRACE);
    var claimed = outbox.claimOne(id);
    outbox.outbox().settle(outbox.workspace(), node, List.of(Settlement.sent(claimed, true)));
    outbox
        .database()
        .run(() ->
            outbox
                .database()
                .jdbc()
                .sql(
                    "update outbox.mail set node = :node"
                        + " where workspace_id = :workspace and mail_id = :mail")
                .param("node", node)
                .param("workspace", outbox.workspace().value())
                .param("mail", id.value())
                .update());
    return outbox.mail(id);
  }

  private void file(OutgoingMail mail) {
    var account =
        context.getBean(Mailboxes.class).account(outbox.workspace(), mail.account()).orElseThrow();
    var credential =
        context.getBean(Credentials.class).of(outbox.workspace(), account).orElseThrow();
    var bytes = outbox.outbox().bytes(outbox.workspace(), mail.id()).orElseThrow();
    assertThat(
            context
                .getBean(ImapGateway.class)
                .append(account, credential, Map.of(mail.internetId(), bytes.toArray()), _ -> {}))
        .isEmpty();
  }

  private void minutesPass(int minutes) {
    outbox
        .database()
        .run(() ->
            outbox
                .database()
                .jdbc()
                .sql(
                    "update outbox.mail set sent_at = sent_at - :minutes * interval '1 minute'"
                        + " where workspace_id = :workspace")
                .param("minutes", minutes)
                .param("workspace", outbox.workspace().value())
                .update());
  }
}
