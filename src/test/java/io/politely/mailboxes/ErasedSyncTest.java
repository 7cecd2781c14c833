package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A message that is deliberately not kept is not missing: its folder is proven all the same. */
@SpringBootTest
class ErasedSyncTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress ALAN = new EmailAddress("alan@example.org");

  private final WorkspaceId workspace = TestWorkspace.fresh().id();

  private MailServer server;
  private OtherProgram other;
  private MailAccountId account;

  @Autowired private Sync sync;
  @Autowired private Mailboxes mailboxes;
  @Autowired private People people;

  @BeforeEach
  void grace_was_erased() {
    server = new GreenMailServer();
    other = new OtherProgram(server.port());
    account = mailboxes.connect(workspace, server.account(), MONDAY).orElseThrow();
    people.keepOut(workspace, UUID.randomUUID(), List.of(GRACE), MONDAY);
  }

  @AfterEach
  void end() {
    other.close();
    server.close();
    mailboxes.disconnect(workspace, account);
  }

  @Test
  void what_names_her_is_counted_and_proven_but_not_kept() throws Exception {
    other.put("INBOX", MailServer.message(1));
    other.put("INBOX", MailServer.message(2).replace("grace@", "alan@"));

    read();

    assertThat(mailboxes.copies(workspace, account)).isEqualTo(2);
    assertThat(mailboxes.provenAt(workspace, account)).isPresent();
    assertThat(people.whoAre(workspace, List.of(GRACE))).isEmpty();
    assertThat(people.whoAre(workspace, List.of(ALAN))).hasSize(1);

    mailboxes.beginAnew(workspace, mailboxes.folders(workspace, account).getFirst().id(), 1);
    read();
    assertThat(mailboxes.copies(workspace, account)).isEqualTo(2);
    assertThat(people.whoAre(workspace, List.of(ALAN))).hasSize(1);
  }

  private void read() throws InterruptedException {
    assertThat(sync.once(workspace, account)).isEmpty();
  }
}
