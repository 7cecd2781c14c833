package io.politely.outbox;

import static io.politely.outbox.OutgoingState.FAILED;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.ADA;
import static io.politely.outbox.TestOutbox.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.DovecotServer;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.PostfixServer;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.mailboxes.TokenServer;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** From the outbox through Postfix into Dovecot, where {@code bin/check --real} installed both. */
@Edge
@EnabledIfSystemProperty(named = "politely.real", matches = "true")
@SpringBootTest(properties = "politely.http.inside-too=true")
class PostfixTest {

  private static final String GRACES_LOGIN = "idle0";
  private static final EmailAddress NOBODY = new EmailAddress("nobody@example.com");

  @Autowired private ApplicationContext context;
  @TempDir private Path folder;

  private TestCertificate certificate;
  private TokenServer tokens;
  private DovecotServer dovecot;
  private PostfixServer postfix;

  @BeforeEach
  void the_servers_start() throws Exception {
    certificate = TestCertificate.of("san=ip:127.0.0.1", folder);
    tokens = new TokenServer();
    dovecot = new DovecotServer(tokens.introspection());
    postfix = new PostfixServer(dovecot, certificate.pem());
    var _ = in(DovecotServer.LOGIN, "Sent", sent -> sent.create(Folder.HOLDS_MESSAGES));
  }

  @AfterEach
  void they_stop() {
    postfix.close();
    dovecot.close();
    tokens.close();
  }

  @Test
  void a_mail_arrives_once_as_itself_and_its_copy_lies_in_sent() throws Exception {
    try (var outbox = outbox(Authentication.PASSWORD, DovecotServer.PASSWORD)) {
      var id = outbox.plan(GRACE);
      outbox.sendDue();
      assertThat(outbox.mail(id).state()).as(outbox.mail(id).problem()).isEqualTo(SENT);
      fileCopies(outbox, id);

      outbox.sendDue();

      var sent = "<%s>".formatted(outbox.mail(id).internetId());
      assertThat(arrived()).containsExactly(sent);
      assertThat(ids(DovecotServer.LOGIN, "Sent")).containsExactly(sent);
    }
  }

  @Test
  void a_recipient_who_is_not_there_is_a_failure_with_the_words_of_the_server() throws Exception {
    try (var outbox = outbox(Authentication.PASSWORD, DovecotServer.PASSWORD)) {
      var id = outbox.plan(NOBODY);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(FAILED);
      assertThat(outbox.mail(id).problem()).contains("550").contains("nobody@example.com");
      assertThat(ids(GRACES_LOGIN, "INBOX")).isEmpty();
    }
  }

  @Test
  void a_wrong_password_needs_attention_and_nothing_leaves() throws Exception {
    try (var outbox = outbox(Authentication.PASSWORD, "wrong")) {
      var id = outbox.plan(GRACE);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(OutgoingState.DUE);
      assertThat(account(outbox).state()).isEqualTo(MailAccount.State.NEEDS_ATTENTION);
      assertThat(ids(GRACES_LOGIN, "INBOX")).isEmpty();
    }
  }

  @Test
  void a_mail_leaves_with_a_token_that_was_renewed() throws Exception {
    var expired = tokens.grant(Instant.now().minus(Duration.ofHours(1)));
    try (var outbox = outbox(Authentication.OAUTH2, expired)) {
      var id = outbox.plan(GRACE);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).as(outbox.mail(id).problem()).isEqualTo(SENT);
      assertThat(tokens.renewals()).isEqualTo(1);
      assertThat(arrived()).hasSize(1);
    }
  }

  @Test
  void a_token_that_was_withdrawn_needs_attention_and_nothing_leaves() throws Exception {
    var grant = tokens.grant(Instant.now().plus(Duration.ofHours(1)));
    tokens.withdraw();
    try (var outbox = outbox(Authentication.OAUTH2, grant)) {
      var id = outbox.plan(GRACE);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(OutgoingState.DUE);
      assertThat(account(outbox).state()).isEqualTo(MailAccount.State.NEEDS_ATTENTION);
      assertThat(account(outbox).problem())
          .isEqualTo("127.0.0.1 does not let Politely in any more. Connect the mailbox again.");
      assertThat(ids(GRACES_LOGIN, "INBOX")).isEmpty();
    }
  }

  private TestOutbox outbox(Authentication authentication, String secret) {
    return TestOutbox.through(
        context,
        new NewMailAccount(
            ADA,
            "Ada",
            new Server("127.0.0.1", dovecot.port(), Security.NONE),
            new Server("127.0.0.1", postfix.port(), Security.STARTTLS),
            DovecotServer.LOGIN,
            authentication,
            secret,
            false),
        certificate.context().getSocketFactory());
  }

  private MailAccount account(TestOutbox outbox) {
    return context
        .getBean(Mailboxes.class)
        .account(outbox.workspace(), outbox.account())
        .orElseThrow();
  }

  private static void fileCopies(TestOutbox outbox, OutgoingId id) {
    for (int i = 0; i < 100 && !outbox.mail(id).copyState().equals("there"); i++) {
      outbox.begin();
      TestOutbox.sleep(100);
    }
    assertThat(outbox.mail(id).copyState()).isEqualTo("there");
  }

  /** What lies in Grace's inbox once something does, and a while after. */
  private List<String> arrived() throws MessagingException {
    for (int i = 0; i < 100 && ids(GRACES_LOGIN, "INBOX").isEmpty(); i++) {
      TestOutbox.sleep(100);
    }
    TestOutbox.sleep(1_000);
    var ids = ids(GRACES_LOGIN, "INBOX");
    assertThat(ids).as(postfix.log()).isNotEmpty();
    return ids;
  }

  private List<String> ids(String login, String name) throws MessagingException {
    return in(
        login,
        name,
        folder -> {
          folder.open(Folder.READ_ONLY);
          var ids = new ArrayList<String>();
          for (var message : folder.getMessages()) {
            ids.add(((MimeMessage) message).getMessageID());
          }
          folder.close(false);
          return ids;
        });
  }

  private interface Work<T> {
    T on(Folder folder) throws MessagingException;
  }

  private <T> T in(String login, String name, Work<T> work) throws MessagingException {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", dovecot.port(), login, DovecotServer.PASSWORD);
      return work.on(store.getFolder(name));
    }
  }
}
