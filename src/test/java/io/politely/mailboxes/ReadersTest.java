package io.politely.mailboxes;

import static io.politely.mailboxes.SyncContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.mail.Deliveries;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.TestWorkspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Two processes on one database, and one mailbox. */
@SpringBootTest
class ReadersTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private static final SyncSettings SETTINGS =
      new SyncSettings(
          true,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          1 << 22,
          1 << 25);

  private final TestWorkspace ours = TestWorkspace.fresh();

  @Autowired private Mailboxes mailboxes;
  @Autowired private Credentials credentials;
  @Autowired private ImapGateway gateway;
  @Autowired private Deliveries deliveries;
  @Autowired private Accounts accounts;
  @Autowired private Clock clock;

  private GreenMailServer server;
  private WireProxy line;
  private Sync first;
  private Sync second;
  private MailAccountId account;

  @BeforeEach
  void begin() throws Exception {
    server = new GreenMailServer();
    line = WireProxy.listening(server.port());
    first = process();
    second = process();
    var through = MailServer.account(line.port(), Security.NONE, MailServer.PASSWORD);
    account = mailboxes.connect(ours.id(), through, MONDAY).orElseThrow();
    first.look(ours.id());
    await(() -> mailboxes.provenAt(ours.id(), account).isPresent());
  }

  @AfterEach
  void end() {
    first.stop();
    second.stop();
    mailboxes.disconnect(ours.id(), account);
    line.close();
    server.close();
  }

  @Test
  void one_reads_at_a_time() throws Exception {
    second.look(ours.id());
    first.look(ours.id());
    second.look(ours.id());

    Thread.sleep(300);
    assertThat(connections()).isEqualTo(1);
  }

  @Test
  void what_one_leaves_the_other_reads_at_once() throws Exception {
    first.stop();

    second.look(ours.id());

    await(() -> connections() == 2);
  }

  @Test
  void what_one_does_not_renew_the_other_takes_over() throws Exception {
    expire();

    second.look(ours.id());
    await(() -> connections() == 2);
    first.look(ours.id());

    await(() -> first.progress(ours.id(), account).equals(SyncProgress.NONE));
    assertThat(connections()).isEqualTo(2);
  }

  @Test
  void whoever_needs_a_proof_now_does_not_wait_for_the_other() throws Exception {
    var before = provenAt();

    second.freshen(ours.id(), account);

    await(() -> connections() == 2);
    await(() -> provenAt().isAfter(before));
  }

  private Sync process() {
    return new Sync(mailboxes, credentials, gateway, deliveries, SETTINGS, accounts, clock);
  }

  private Instant provenAt() {
    return mailboxes.provenAt(ours.id(), account).orElseThrow();
  }

  private long connections() {
    return line.said().stream()
        .filter(said -> said.startsWith("LOGIN") || said.startsWith("AUTHENTICATE"))
        .count();
  }

  private void expire() {
    ours.run(() ->
        ours.jdbc()
            .sql("update mailboxes.account set read_until = now() - interval '1 second'")
            .update());
  }
}
