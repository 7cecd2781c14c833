package io.politely.mailboxes;

import static io.politely.mailboxes.MailServer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.FolderRole;
import io.politely.testing.TestWorkspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SyncTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final MailServer server = new MailServer();
  private final TestWorkspace ours = TestWorkspace.fresh();
  private final WorkspaceId workspace = ours.id();

  @Autowired private Sync sync;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Clock clock;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void every_folder_is_read_and_proven() throws Exception {
    server.create("Sent");
    server.create("Projects/Plans für 2026");
    server.put("INBOX", message(1));
    server.put("Sent", message(2));
    server.put("Projects/Plans für 2026", message(3));
    var account = connected();
    var before = clock.instant();

    assertThat(sync.once(workspace, account)).isEmpty();

    assertThat(subjects()).containsExactlyInAnyOrder("Question 1", "Question 2", "Question 3");
    assertThat(mailboxes.folders(workspace, account))
        .extracting(MailFolder::name)
        .contains("INBOX", "Sent", "Projects/Plans für 2026");
    assertThat(mailboxes.folders(workspace, account)).allMatch(MailFolder::isProven);
    assertThat(mailboxes.provenAt(workspace, account).orElseThrow())
        .isAfter(before.minusSeconds(5))
        .isBefore(clock.instant().plusSeconds(1));
    assertThat(folder(account, "Sent").role()).isEqualTo(FolderRole.SENT);
  }

  @Test
  void reading_again_stores_nothing() throws Exception {
    IntStream.range(0, 30).forEach(i -> server.put("INBOX", message(i)));
    var account = connected();
    sync.once(workspace, account);

    sync.once(workspace, account);

    assertThat(subjects()).hasSize(30);
    assertThat(mailboxes.copies(workspace, account)).isEqualTo(30);
  }

  private MailAccountId connected() {
    return mailboxes.connect(workspace, server.account(), MONDAY).orElseThrow();
  }

  private MailFolder folder(MailAccountId account, String name) {
    return mailboxes.folders(workspace, account).stream()
        .filter(folder -> folder.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> subjects() {
    return ours.call(() ->
        ours.jdbc()
            .sql("select subject from mail.message where workspace_id = :workspace")
            .param("workspace", workspace.value())
            .query(String.class)
            .list());
  }
}
