package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccount.State;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** XOAUTH2 on Dovecot, where {@code bin/check --real} installed it. */
@EnabledIfSystemProperty(named = "politely.real", matches = "true")
@SpringBootTest(properties = "politely.http.inside-too=true")
class TokenSignInTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final WorkspaceId workspace = TestWorkspace.fresh().id();
  private final TokenServer tokens = new TokenServer();
  private final DovecotServer dovecot = new DovecotServer(tokens.introspection());

  @Autowired private Mailboxes mailboxes;
  @Autowired private Credentials credentials;
  @Autowired private ImapGateway gateway;
  @Autowired private Sync sync;

  @AfterEach
  void the_servers_stop() {
    dovecot.close();
    tokens.close();
  }

  @Test
  void a_mailbox_is_read_with_a_token() throws InterruptedException {
    var account = connected(Instant.now().plus(HOUR));

    assertThat(sync.once(workspace, account.id())).isEmpty();

    assertThat(mailboxes.provenAt(workspace, account.id())).isPresent();
    assertThat(tokens.renewals()).isZero();
  }

  @Test
  void a_token_that_is_too_old_is_renewed_and_kept() throws InterruptedException {
    var account = connected(Instant.now().minus(HOUR));

    assertThat(sync.once(workspace, account.id())).isEmpty();
    assertThat(sync.once(workspace, account.id())).isEmpty();

    assertThat(tokens.renewals()).isEqualTo(1);
    assertThat(credentials.of(workspace, account)).contains(new Credential.AccessToken("token-1"));
  }

  @Test
  void a_token_that_the_server_refuses_is_said_in_a_sentence() {
    var account = connected(Instant.now().plus(HOUR));
    tokens.withdraw();

    assertThat(gateway.check(account, credentials.of(workspace, account).orElseThrow()))
        .hasValueSatisfying(problem -> {
          assertThat(problem.sentence())
              .isEqualTo("127.0.0.1 does not let Politely in any more. Connect the mailbox again.");
          assertThat(problem.needsPerson()).isTrue();
        });
  }

  @Test
  void what_a_provider_withdrew_needs_attention() throws InterruptedException {
    var account = connected(Instant.now().minus(HOUR));
    tokens.withdraw();

    assertThat(sync.once(workspace, account.id())).isPresent();

    var after = mailboxes.account(workspace, account.id()).orElseThrow();
    assertThat(after.state()).isEqualTo(State.NEEDS_ATTENTION);
    assertThat(after.problem())
        .isEqualTo("The provider does not let Politely in any more. Sign in there again.");
  }

  private MailAccount connected(Instant expiresAt) {
    var imap = new Server("127.0.0.1", dovecot.port(), Security.NONE);
    var id =
        mailboxes
            .connect(
                workspace,
                new NewMailAccount(
                    MailServer.ADA,
                    "Ada",
                    imap,
                    imap,
                    MailServer.LOGIN,
                    Authentication.OAUTH2,
                    tokens.grant(expiresAt),
                    false),
                Instant.now())
            .orElseThrow();
    return mailboxes.account(workspace, id).orElseThrow();
  }
}
