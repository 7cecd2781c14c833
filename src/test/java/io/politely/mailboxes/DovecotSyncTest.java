package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On Dovecot, where {@code bin/check --real} installed it. */
@EnabledIfSystemProperty(named = "politely.real", matches = "true")
class DovecotSyncTest extends SyncContract {

  @Override
  MailServer start() {
    return new DovecotServer();
  }

  @Test
  void what_came_and_went_is_told_without_a_list_of_everything() throws Exception {
    other().put("INBOX", messages(30));
    try (var proxy = WireProxy.listening(server().port())) {
      var account = followed(proxy);
      long lists = lists(proxy);

      other().put("INBOX", MailServer.message(31), MailServer.message(32));
      await(() -> mailboxes.copies(workspace, account) == 32);
      other().flag("INBOX", 7);
      other().expunge("INBOX", 4);
      await(() -> mailboxes.copies(workspace, account) == 31);
      proveNow(account);
      assertThat(proxy.said()).anyMatch(line -> line.contains("(QRESYNC ("));
      assertThat(lists(proxy)).isEqualTo(lists);
      assertSameAsOnServer(account);
    }
  }

  @Test
  void a_server_that_conceals_what_went_is_asked_for_everything() throws Exception {
    other().put("INBOX", messages(30));
    try (var proxy = WireProxy.concealing(server().port(), "* VANISHED")) {
      var account = followed(proxy);
      long lists = lists(proxy);

      other().expunge("INBOX", 4);

      await(() -> mailboxes.copies(workspace, account) == 29);
      proveNow(account);
      assertThat(lists(proxy)).isGreaterThan(lists);
      assertSameAsOnServer(account);
    }
  }

  private MailAccountId followed(WireProxy proxy) throws InterruptedException {
    var account = connected(proxy);
    sync.look(workspace);
    await(() -> mailboxes.provenAt(workspace, account).isPresent());
    await(() -> proxy.said().contains("IDLE"));
    return account;
  }

  private void proveNow(MailAccountId account) throws InterruptedException {
    var before = now();
    sync.freshen(workspace, account);
    await(() -> mailboxes.provenAt(workspace, account).filter(before::isBefore).isPresent());
  }

  private static long lists(WireProxy proxy) {
    return proxy.said().stream()
        .filter(line -> line.startsWith("UID SEARCH") && line.endsWith(" ALL"))
        .count();
  }
}
