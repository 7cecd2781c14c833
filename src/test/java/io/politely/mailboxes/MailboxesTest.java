package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccount.State;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class MailboxesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final NewMailAccount ADAS =
      new NewMailAccount(
          ADA,
          "Ada",
          new Server("imap.example.com", 993, Security.TLS),
          new Server("smtp.example.com", 465, Security.TLS),
          "ada",
          Authentication.PASSWORD,
          "three-blue-herons",
          false);

  @Autowired private Mailboxes mailboxes;
  @Autowired private Credentials credentials;
  @Autowired private Accounts accounts;
  @Autowired private KeyRotation rotation;

  private final WorkspaceId id = TestWorkspace.fresh().id();

  @Test
  void a_connected_mailbox_is_ours_and_its_secret_comes_back() {
    var account = connected();

    assertThat(account.imap()).isEqualTo(ADAS.imap());
    assertThat(account.state()).isEqualTo(State.ACTIVE);
    assertThat(credentials.of(id, account)).contains(new Credential.Password("three-blue-herons"));
    assertThat(accounts.ownAddresses(id)).contains(ADA);
    assertThat(ADAS.toString() + account).doesNotContain("herons");
  }

  @Test
  void one_address_is_connected_once() {
    connected();

    assertThat(mailboxes.connect(id, ADAS, MONDAY)).isEmpty();
    assertThat(mailboxes.accounts(id)).hasSize(1);
  }

  @Test
  void attention_is_asked_for_once_and_ends() {
    var account = connected();

    assertThat(mailboxes.needsAttention(id, account.id(), "The password is wrong.")).isTrue();
    assertThat(mailboxes.needsAttention(id, account.id(), "The password is wrong.")).isFalse();
    assertThat(mailboxes.account(id, account.id()).orElseThrow().problem())
        .isEqualTo("The password is wrong.");
    assertThat(mailboxes.isWell(id, account.id())).isTrue();
    assertThat(mailboxes.account(id, account.id()).orElseThrow().problem()).isEmpty();
  }

  @Test
  void a_new_key_protects_every_secret_and_the_old_one_none() {
    var workspace = new WorkspaceId(UUID.randomUUID());
    accounts.open(workspace, "Ada", ADA, ZoneOffset.UTC, MONDAY);
    var account =
        mailboxes
            .account(workspace, mailboxes.connect(workspace, ADAS, MONDAY).orElseThrow())
            .orElseThrow();
    var before = mailboxes.keysInUse(workspace);

    assertThat(rotation.rotate().resealed()).isPositive();

    assertThat(mailboxes.keysInUse(workspace)).hasSize(1).doesNotContainAnyElementsOf(before);
    assertThat(credentials.of(workspace, account))
        .contains(new Credential.Password("three-blue-herons"));
  }

  @Test
  void a_foreign_workspace_sees_and_changes_nothing() {
    var account = connected();
    var foreign = TestWorkspace.fresh().id();

    assertThat(mailboxes.accounts(foreign)).isEmpty();
    assertThat(mailboxes.account(foreign, account.id())).isEmpty();
    assertThat(mailboxes.secret(foreign, account.id())).isEmpty();
    assertThat(mailboxes.change(foreign, account.id(), ADAS)).isFalse();
    assertThat(mailboxes.pause(foreign, account.id())).isFalse();
    assertThat(mailboxes.disconnect(foreign, account.id())).isFalse();
    assertThat(mailboxes.accounts(id)).containsExactly(account);
  }

  private MailAccount connected() {
    var account = mailboxes.connect(id, ADAS, MONDAY).orElseThrow();
    return mailboxes.account(id, account).orElseThrow();
  }
}
