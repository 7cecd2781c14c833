package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mailboxes.ConnectionProblem.AppPasswordNeeded;
import io.politely.mailboxes.ConnectionProblem.Blocked;
import io.politely.mailboxes.ConnectionProblem.Certificate;
import io.politely.mailboxes.ConnectionProblem.NoEncryption;
import io.politely.mailboxes.ConnectionProblem.NotAMailServer;
import io.politely.mailboxes.ConnectionProblem.SaidBye;
import io.politely.mailboxes.ConnectionProblem.SignInAgain;
import io.politely.mailboxes.ConnectionProblem.Throttled;
import io.politely.mailboxes.ConnectionProblem.TooSlow;
import io.politely.mailboxes.ConnectionProblem.UnknownHost;
import io.politely.mailboxes.ConnectionProblem.WrongPassword;
import io.politely.mailboxes.MailAccount.State;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.TestWorkspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"politely.sync.read=1s", "politely.sync.connect=1s"})
class ConnectionProblemTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String HOST = "127.0.0.1";

  private final GreenMailServer server = new GreenMailServer();

  @Autowired private ImapGateway gateway;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Sync sync;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void each_way_to_fail_is_told_apart() throws Exception {
    assertThat(check(server.port(), Security.NONE, MailServer.PASSWORD)).isEmpty();
    assertThat(check(server.port(), Security.NONE, "wrong"))
        .contains(new WrongPassword(HOST, MailServer.LOGIN));
    assertThat(check(server.securePort(), Security.TLS, MailServer.PASSWORD))
        .containsInstanceOf(Certificate.class);
    assertThat(check(server.port(), Security.TLS, MailServer.PASSWORD))
        .contains(new NotAMailServer(HOST, server.port()));
    assertThat(check(server.port(), Security.STARTTLS, MailServer.PASSWORD))
        .contains(new NoEncryption(HOST, server.port()));
    int closed = closedPort();
    assertThat(check(closed, Security.NONE, MailServer.PASSWORD))
        .contains(new Blocked(HOST, closed));
    assertThat(check(new Server("nowhere.invalid", 993, Security.TLS)))
        .contains(new UnknownHost("nowhere.invalid"));
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(check(silent.getLocalPort(), Security.NONE, MailServer.PASSWORD))
          .contains(new TooSlow(HOST, silent.getLocalPort()));
    }
  }

  @Test
  void what_servers_say_is_understood() {
    assertThat(refused("imap.example.org", "[AUTHENTICATIONFAILED] Invalid credentials"))
        .isInstanceOf(WrongPassword.class);
    assertThat(refused("imap.gmail.com", "[AUTHENTICATIONFAILED] Invalid credentials (Failure)"))
        .isInstanceOf(AppPasswordNeeded.class);
    assertThat(refused("imap.example.org", "[ALERT] Application-specific password required"))
        .isInstanceOf(AppPasswordNeeded.class);
    assertThat(refused("imap.mail.me.com", "[AUTHENTICATIONFAILED] Authentication failed"))
        .isInstanceOf(AppPasswordNeeded.class);
    assertThat(refused("imap.example.org", "[INUSE] Mailbox is locked"))
        .isInstanceOf(Throttled.class);
    assertThat(refused("imap.example.org", "[UNAVAILABLE] Temporary authentication failure"))
        .isInstanceOf(Throttled.class);
    assertThat(ServerWords.refusedLogin(HOST, "ada", true, "[AUTHENTICATIONFAILED] No"))
        .isInstanceOf(SignInAgain.class);
    assertThat(ServerWords.bye(HOST, "Too many simultaneous connections"))
        .isInstanceOf(Throttled.class);
    assertThat(ServerWords.bye(HOST, "Logging out\r\n\u202eevil"))
        .isEqualTo(new SaidBye(HOST, "Logging out evil"));
  }

  @Test
  void only_what_a_person_must_solve_asks_for_one() throws Exception {
    var workspace = TestWorkspace.fresh().id();
    var wrong = MailServer.account(server.port(), Security.NONE, "wrong");
    var account = mailboxes.connect(workspace, wrong, MONDAY).orElseThrow();

    sync.look(workspace);
    SyncContract.await(
        () -> mailboxes.account(workspace, account).orElseThrow().state() == State.NEEDS_ATTENTION);

    assertThat(mailboxes.account(workspace, account).orElseThrow().problem())
        .contains("does not accept this password");
    assertThat(new TooSlow(HOST, 993).needsPerson()).isFalse();
    assertThat(new Throttled(HOST, "").needsPerson()).isFalse();
    assertThat(new Blocked(HOST, 993).needsPerson()).isFalse();
  }

  private static ConnectionProblem refused(String host, String said) {
    return ServerWords.refusedLogin(host, "ada", false, said);
  }

  private Optional<ConnectionProblem> check(int port, Security security, String password) {
    return check(MailServer.account(port, security, password));
  }

  private Optional<ConnectionProblem> check(Server imap) {
    return check(MailServer.account(imap, MailServer.PASSWORD));
  }

  private Optional<ConnectionProblem> check(NewMailAccount account) {
    var workspace = TestWorkspace.fresh().id();
    var id = mailboxes.connect(workspace, account, MONDAY).orElseThrow();
    return gateway.check(
        mailboxes.account(workspace, id).orElseThrow(), new Credential.Password(account.secret()));
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
