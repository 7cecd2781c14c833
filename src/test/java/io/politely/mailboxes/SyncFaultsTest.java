package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mail.Mail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Every kind of fault on the line, to GreenMail in every run; with {@code politely.real} to
 * Dovecot, and with {@code politely.seeds} more often.
 */
@SpringBootTest(
    properties = {
      "politely.sync.read=1s",
      "politely.sync.poll=500ms",
      "politely.sync.first-pause=20ms",
      "politely.sync.longest-pause=200ms"
    })
class SyncFaultsTest {

  private static final boolean REAL = Boolean.getBoolean("politely.real");
  private static final int SEEDS = Integer.getInteger("politely.seeds", REAL ? 3 : 1);

  @Autowired private Sync sync;
  @Autowired private Mailboxes mailboxes;
  @Autowired private ImapGateway gateway;
  @Autowired private Mail mail;

  @Test
  void whatever_happens_on_the_line_the_store_comes_to_equal_the_server() throws Exception {
    var runs =
        new FaultRuns(
            () -> REAL ? new DovecotServer() : new GreenMailServer(),
            sync,
            mailboxes,
            gateway,
            mail);

    var outcomes = runs.runAll(SEEDS);

    assertThat(outcomes).hasSize(Fault.values().length * SEEDS);
    assertThat(outcomes).filteredOn(outcome -> !outcome.isGood()).isEmpty();
  }
}
