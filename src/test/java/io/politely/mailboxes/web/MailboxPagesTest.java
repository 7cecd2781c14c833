package io.politely.mailboxes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.politely.mailboxes.Mailboxes;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class MailboxPagesTest {

  private static final String PASSWORD = "three-blue-herons";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            ServerSetup.IMAP.dynamicPort(),
            ServerSetup.IMAPS.dynamicPort(),
            ServerSetup.SMTP.dynamicPort()
          });

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Mailboxes mailboxes;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void a_server_runs_and_ada_is_signed_in() {
    server.start();
    server.setUser("ada@example.com", "ada", PASSWORD);
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @AfterEach
  void the_server_stops() {
    mailboxes
        .accounts(ada.workspace())
        .forEach(account -> mailboxes.disconnect(ada.workspace(), account.id()));
    server.stop();
  }

  @Test
  void a_mailbox_is_connected_and_read() throws InterruptedException {
    GreenMailUtil.sendTextEmail(
        "ada@example.com", "grace@example.org", "A plan", "Does Tuesday work?", smtp());
    assertThat(visitor.open("/mailboxes").document().text()).contains("No mailbox is connected");
    var begun = visitor.open("/mailboxes/new");
    var asked =
        visitor.submit(begun, "main form", Map.of("address", "ada@example.com", "how", "manually"));

    var connected = visitor.submit(asked, "main form", entered(PASSWORD));

    assertThat(connected.status()).isEqualTo(303);
    var page = untilItSays(connected.location(), "Complete up to");
    assertThat(page).contains("Reading").contains("INBOX").doesNotContain(PASSWORD);
    assertThat(visitor.open("/mailboxes").document().text()).contains("ada@example.com");
    untilItSays("/conversations", "A plan");
  }

  @Test
  void a_wrong_password_is_said_and_nothing_that_was_entered_is_lost() {
    var form = connectForm();

    var refused = visitor.submit(form, "main form", entered("wrong"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().text())
        .contains("127.0.0.1 does not accept this password for ada. Enter it again.");
    assertThat(refused.document().select("#imap-port").val())
        .isEqualTo(Integer.toString(server.getImap().getPort()));
    assertThat(refused.text()).doesNotContain("wrong\"");
    assertThat(mailboxes.accounts(ada.workspace())).isEmpty();
  }

  @Test
  void a_server_that_cannot_show_who_it_is_gets_no_password() {
    var fields = entered(PASSWORD);
    fields.put("imapPort", Integer.toString(server.getImaps().getPort()));
    fields.put("imapSecurity", "tls");

    var refused = visitor.submit(connectForm(), "main form", fields);

    assertThat(refused.document().text())
        .contains("Reading: The certificate of 127.0.0.1 cannot be trusted");
  }

  @Test
  void what_cannot_be_understood_is_said_in_a_sentence() {
    var fields = entered(PASSWORD);
    fields.put("smtpPort", "many");

    assertThat(visitor.submit(connectForm(), "main form", fields).document().text())
        .contains("A port is a number from 1 to 65535.");
    fields.put("smtpPort", "25");
    fields.put("smtpHost", "mail server");
    assertThat(visitor.submit(connectForm(), "main form", fields).document().text())
        .contains("Enter the name of a server, like imap.example.org.");
  }

  @Test
  void a_mailbox_is_paused_signed_changed_and_disconnected() {
    var path = visitor.submit(connectForm(), "main form", entered(PASSWORD)).location();

    send(path + "/pause", Map.of());
    assertThat(visitor.open(path).document().text()).contains("Paused: nothing is read or sent.");
    send(path + "/pause", Map.of("_method", "delete"));
    send(path + "/signature", Map.of("_method", "put", "name", "Ada L.", "signature", "Engines"));
    assertThat(visitor.open(path).document().select("#signature").val()).isEqualTo("Engines");
    send(path + "/checks", Map.of());
    assertThat(visitor.open(path).document().text()).contains("Both servers let Politely in.");
    var changed = entered("wrong");
    changed.put("_method", "put");
    assertThat(send(path, changed).status()).isEqualTo(422);
    changed.put("password", PASSWORD);
    assertThat(send(path, changed).status()).isEqualTo(303);

    assertThat(send(path, Map.of("_method", "delete")).location()).isEqualTo("/mailboxes");
    assertThat(mailboxes.accounts(ada.workspace())).isEmpty();
  }

  @Test
  void somebody_elses_mailbox_is_not_there() {
    var path = visitor.submit(connectForm(), "main form", entered(PASSWORD)).location();
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(visitor.open("/mailboxes").document().text()).doesNotContain("ada@example.com");
    assertThat(visitor.open(path).status()).isEqualTo(404);
    assertThat(send(path + "/pause", Map.of()).status()).isEqualTo(404);
    assertThat(send(path + "/pause", Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(send(path + "/checks", Map.of()).status()).isEqualTo(404);
    assertThat(send(path + "/signature", Map.of("_method", "put")).status()).isEqualTo(404);
    var changed = entered(PASSWORD);
    changed.put("_method", "put");
    assertThat(send(path, changed).status()).isEqualTo(404);
    assertThat(send(path, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(mailboxes.accounts(ada.workspace())).hasSize(1);
  }

  @Test
  void a_provider_of_ones_own_is_named_by_its_issuer() {
    var form = visitor.open("/mailboxes/oauth?provider=own");
    var fields = entered(PASSWORD);
    fields.put("issuer", "http://login.example.org");
    fields.put("clientId", "our-client");
    fields.put("clientSecret", "our-secret");

    var refused = visitor.submit(form, "main form", fields);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().text())
        .contains("http://login.example.org cannot be asked how to sign in");
    assertThat(refused.document().select("#issuer").val()).isEqualTo("http://login.example.org");
    assertThat(refused.document().select("#imap-host").val()).isEqualTo("127.0.0.1");
    assertThat(refused.text()).doesNotContain("our-secret");
  }

  private Visitor.Shown connectForm() {
    return visitor.submit(
        visitor.open("/mailboxes/new"),
        "main form",
        Map.of("address", "ada@example.com", "how", "manually"));
  }

  private Map<String, String> entered(String password) {
    return new HashMap<>(
        Map.of(
            "address", "ada@example.com",
            "login", "ada",
            "password", password,
            "imapHost", "127.0.0.1",
            "imapPort", Integer.toString(server.getImap().getPort()),
            "imapSecurity", "none",
            "smtpHost", "127.0.0.1",
            "smtpPort", Integer.toString(server.getSmtp().getPort()),
            "smtpSecurity", "none",
            "savesSent", "false"));
  }

  private ServerSetup smtp() {
    return new ServerSetup(server.getSmtp().getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
  }

  private String untilItSays(String path, String words) throws InterruptedException {
    var text = "";
    for (int i = 0; i < 300 && !text.contains(words); i++) {
      Thread.sleep(100);
      text = visitor.open(path).document().text();
    }
    assertThat(text).contains(words);
    return text;
  }

  private Visitor.Shown send(String path, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("_csrf", visitor.open("/settings").document().select("[name=_csrf]").attr("value"));
    return visitor.post(path, all);
  }
}
