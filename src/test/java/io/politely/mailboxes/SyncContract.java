package io.politely.mailboxes;

import static io.politely.mailboxes.MailServer.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.FolderRole;
import io.politely.mail.Mail;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.TestWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What holds of the reading of a mailbox, whatever server it is on. */
@SpringBootTest(
    properties = {
      "politely.sync.read=3s",
      "politely.sync.poll=2s",
      "politely.sync.first-pause=50ms",
      "politely.sync.longest-pause=500ms"
    })
abstract class SyncContract {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);

  final TestWorkspace ours = TestWorkspace.fresh();
  final WorkspaceId workspace = ours.id();

  private MailServer server;
  private OtherProgram other;

  @Autowired Sync sync;
  @Autowired Mailboxes mailboxes;
  @Autowired ImapGateway gateway;
  @Autowired Mail mail;

  /** A fresh server. */
  abstract MailServer start();

  /** The one of this test. */
  MailServer server() {
    return server;
  }

  OtherProgram other() {
    return other;
  }

  @BeforeEach
  void begin() {
    server = start();
    other = new OtherProgram(server.port());
  }

  @AfterEach
  void end() {
    other.close();
    server.close();
    for (var account : mailboxes.accounts(workspace)) {
      mailboxes.disconnect(workspace, account.id());
    }
  }

  @Test
  void every_folder_is_read_and_proven() throws Exception {
    other.create("Sent");
    other.create("Pläne für 2026");
    other.put("INBOX", message(1));
    other.put("Sent", message(2));
    other.put("Pläne für 2026", message(3), message(4));
    var account = connected();
    var before = now();

    read(account);

    assertSameAsOnServer(account);
    assertThat(mailboxes.folders(workspace, account))
        .extracting(MailFolder::name)
        .contains("INBOX", "Sent", "Pläne für 2026");
    assertThat(folder(account, "Sent").role()).isEqualTo(FolderRole.SENT);
    assertThat(folder(account, "INBOX").role()).isEqualTo(FolderRole.INBOX);
    assertThat(mailboxes.provenAt(workspace, account).orElseThrow()).isBetween(before, now());
  }

  @Test
  void reading_again_stores_nothing_and_renews_the_proof() throws Exception {
    other.put("INBOX", messages(30));
    var account = connected();
    read(account);
    var first = mailboxes.provenAt(workspace, account).orElseThrow();

    read(account);

    assertThat(messagesStored()).isEqualTo(30);
    assertThat(mailboxes.copies(workspace, account)).isEqualTo(30);
    assertThat(mailboxes.provenAt(workspace, account).orElseThrow()).isAfter(first);
  }

  @Test
  void nothing_counts_as_read_because_we_read_it() throws Exception {
    other.put("INBOX", messages(5));

    read(connected());

    assertThat(other.hasSeen("INBOX")).isFalse();
  }

  @Test
  void what_is_expunged_loses_its_copy_and_stays_a_message() throws Exception {
    other.put("INBOX", messages(3));
    var account = connected();
    read(account);

    other.expunge("INBOX", 2);
    read(account);

    assertSameAsOnServer(account);
    assertThat(mailboxes.copies(workspace, account)).isEqualTo(2);
    assertThat(messagesStored()).isEqualTo(3);
  }

  @Test
  void what_is_moved_is_one_message_in_another_place() throws Exception {
    other.create("Archive");
    other.put("INBOX", messages(3));
    var account = connected();
    read(account);

    other.move("INBOX", 1, "Archive");
    read(account);

    assertSameAsOnServer(account);
    assertThat(messagesStored()).isEqualTo(3);
  }

  @Test
  void a_folder_that_begins_anew_is_read_anew_without_doubles() throws Exception {
    other.create("Plans");
    other.put("Plans", messages(4));
    var account = connected();
    read(account);

    other.delete("Plans");
    Thread.sleep(1_100); // UIDVALIDITY is mostly a time in seconds
    other.create("Plans");
    other.put("Plans", message(0), message(1), message(7));
    read(account);

    assertSameAsOnServer(account);
    assertThat(messagesStored()).isEqualTo(5);
  }

  @Test
  void a_renamed_folder_is_another_one_and_a_deleted_one_holds_no_proof() throws Exception {
    other.create("Plans");
    other.create("Old");
    other.put("Plans", messages(4));
    var account = connected();
    read(account);

    other.rename("Plans", "Projects");
    other.delete("Old");
    read(account);

    assertSameAsOnServer(account);
    assertThat(mailboxes.folders(workspace, account))
        .extracting(MailFolder::name)
        .contains("Projects")
        .doesNotContain("Plans", "Old");
    assertThat(messagesStored()).isEqualTo(4);
    assertThat(mailboxes.provenAt(workspace, account)).isPresent();
  }

  @Test
  void one_poisoned_message_is_set_aside_once_and_all_others_are_read() throws Exception {
    var headers = new StringBuilder();
    IntStream.range(0, 1_100).forEach(i -> headers.append("X-%d: y\r\n".formatted(i)));
    other.put("INBOX", message(1), headers + message(2), message(3));
    var account = connected();

    read(account);
    read(account);

    assertThat(messagesStored()).isEqualTo(2);
    assertThat(mailboxes.copies(workspace, account)).isEqualTo(3);
    var setAside = mail.quarantined(workspace, 10);
    assertThat(setAside).hasSize(1);
    assertThat(setAside.getFirst().place()).contains("INBOX");
    assertThat(mailboxes.provenAt(workspace, account)).isPresent();
  }

  @Test
  void cut_off_between_message_and_copy_it_finds_the_message_known() throws Exception {
    other.put("INBOX", messages(6));
    var account = connected();
    read(account);
    ours.run(() ->
        ours.jdbc()
            .sql("delete from mailboxes.copy where workspace_id = :workspace and uid % 2 = 0")
            .param("workspace", workspace.value())
            .update());
    ours.run(() ->
        ours.jdbc()
            .sql("update mailboxes.folder set proven_digest = null, proven_at = null")
            .update());

    read(account);

    assertSameAsOnServer(account);
    assertThat(messagesStored()).isEqualTo(6);
    assertThat(mailboxes.provenAt(workspace, account)).isPresent();
  }

  @Test
  void the_newest_come_first() throws Exception {
    other.put("INBOX", messages(1_200));
    var account = connected();

    read(account);

    var stored =
        ours.call(() ->
            ours.jdbc()
                .sql(
                    "select internet_id from mail.message where workspace_id = :workspace order by"
                        + " message_id")
                .param("workspace", workspace.value())
                .query(String.class)
                .list());
    assertThat(stored).hasSize(1_200).first().isEqualTo("1199@example.org");
    assertThat(stored.subList(0, 500)).contains("700@example.org").doesNotContain("3@example.org");
  }

  @Test
  void what_arrives_is_here_soon() throws Exception {
    other.put("INBOX", message(1));
    var account = connected();
    sync.look(workspace);
    await(() -> messagesStored() == 1);

    other.put("INBOX", message(2));
    await(() -> messagesStored() == 2);

    var before = now();
    sync.freshen(workspace, account);
    await(() -> mailboxes.provenAt(workspace, account).filter(before::isBefore).isPresent());
    assertThat(mailboxes.log(workspace, account, 10)).isNotEmpty();
  }

  @Test
  void our_own_mail_is_filed_once_and_only_it_counts_as_read() throws Exception {
    other.create("Sent");
    other.put("Sent", message(1));
    var account = mailboxes.account(workspace, connected()).orElseThrow();
    var credential = new Credential.Password(MailServer.PASSWORD);
    var ours = message(9).getBytes(StandardCharsets.US_ASCII);

    var filed = new ArrayList<String>();
    var first = Map.of("9@example.org", ours);
    assertThat(gateway.append(account, credential, first, filed::add)).isEmpty();
    var both = new LinkedHashMap<>(first);
    both.put("10@example.org", message(10).getBytes(StandardCharsets.US_ASCII));
    assertThat(gateway.append(account, credential, both, filed::add)).isEmpty();

    assertThat(filed).containsExactly("9@example.org", "9@example.org", "10@example.org");
    assertThat(other.uids("Sent")).hasSize(3);
    assertThat(other.hasSeen("Sent")).isTrue();
  }

  @Test
  void what_is_moved_into_a_folder_that_was_just_read_is_known_before_the_mailbox_is_proven()
      throws Exception {
    other.create("Later");
    other.put("INBOX", message(1));
    other.put("Later", message(2));

    readWhile("EXAMINE Later", () -> other.move("Later", 1, "INBOX"));
  }

  @Test
  void what_is_moved_into_a_folder_made_meanwhile_is_known_before_the_mailbox_is_proven()
      throws Exception {
    other.put("INBOX", message(1), message(2));

    readWhile(
        "EXAMINE INBOX",
        () -> {
          other.create("Done");
          other.move("INBOX", 1, "Done");
        });
  }

  @Test
  void a_mailbox_that_never_rests_is_read_and_not_proven() throws Exception {
    other.put("INBOX", message(0));
    var count = new AtomicInteger();
    Consumer<String> arriving =
        command -> {
          // Of an open folder a server may tell with LIST only what it found at NOOP.
          if (command.startsWith("LIST") || command.startsWith("NOOP")) {
            other.put("INBOX", message(count.incrementAndGet()));
          }
        };
    try (var proxy = WireProxy.interrupting(server.port(), arriving)) {
      var account = connected(proxy);

      read(account);

      assertThat(messagesStored()).isGreaterThan(2);
      assertThat(mailboxes.provenAt(workspace, account)).isEmpty();
      assertThat(mailboxes.log(workspace, account, 10))
          .extracting(SyncLogEntry::sentence)
          .singleElement()
          .asString()
          .contains("came or was moved");
    }
  }

  /** Something happens once, right before this command of ours arrives. */
  private void readWhile(String command, Runnable happening) throws Exception {
    var happened = new AtomicBoolean();
    Consumer<String> once =
        said -> {
          if (said.startsWith(command) && happened.compareAndSet(false, true)) {
            happening.run();
          }
        };
    try (var proxy = WireProxy.interrupting(server.port(), once)) {
      var account = connected(proxy);

      read(account);

      assertThat(happened).isTrue();
      assertThat(mailboxes.provenAt(workspace, account)).isPresent();
      assertSameAsOnServer(account);
      assertThat(messagesStored()).isEqualTo(2);
    }
  }

  @Test
  void another_workspace_sees_nothing_of_it() throws Exception {
    other.put("INBOX", messages(3));
    var account = connected();
    read(account);
    var foreign = TestWorkspace.fresh().id();

    assertThat(mailboxes.folders(foreign, account)).isEmpty();
    assertThat(mailboxes.provenAt(foreign, account)).isEmpty();
    assertThat(mailboxes.copies(foreign, account)).isZero();
    assertThat(mailboxes.log(foreign, account, 10)).isEmpty();
    assertThat(sync.progress(foreign, account)).isEqualTo(SyncProgress.NONE);
  }

  MailAccountId connected() {
    return mailboxes.connect(workspace, server.account(), MONDAY).orElseThrow();
  }

  MailAccountId connected(WireProxy proxy) {
    var through = MailServer.account(proxy.port(), Security.NONE, MailServer.PASSWORD);
    return mailboxes.connect(workspace, through, MONDAY).orElseThrow();
  }

  private void read(MailAccountId account) throws InterruptedException {
    assertThat(sync.once(workspace, account)).isEmpty();
  }

  void assertSameAsOnServer(MailAccountId id) throws Exception {
    var account = mailboxes.account(workspace, id).orElseThrow();
    assertThat(Comparison.ofStore(ours, mail)).isEqualTo(Comparison.ofServer(gateway, account));
    assertThat(mailboxes.folders(workspace, id)).allMatch(MailFolder::isProven);
  }

  private MailFolder folder(MailAccountId account, String name) {
    return mailboxes.folders(workspace, account).stream()
        .filter(folder -> folder.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** By the clock of the database. */
  Instant now() {
    return ours.call(() ->
        ours.jdbc()
            .sql("select clock_timestamp()")
            .query((rs, _) -> rs.getTimestamp(1).toInstant())
            .single());
  }

  private long messagesStored() {
    return ours.call(() ->
        ours.jdbc()
            .sql("select count(*) from mail.message where workspace_id = :workspace")
            .param("workspace", workspace.value())
            .query(Long.class)
            .single());
  }

  static String[] messages(int count) {
    return IntStream.range(0, count).mapToObj(MailServer::message).toArray(String[]::new);
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not come to that in time");
      }
      Thread.sleep(20);
    }
  }
}
