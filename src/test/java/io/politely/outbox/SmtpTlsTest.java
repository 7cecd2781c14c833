package io.politely.outbox;

import static io.politely.outbox.OutgoingState.DUE;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.FaultServer.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A connection that must be protected, and servers that do not manage. */
@Edge
@SpringBootTest
class SmtpTlsTest {

  @Autowired private ApplicationContext context;
  @TempDir private Path folder;

  @Test
  void a_mail_leaves_over_a_connection_that_was_upgraded() throws Exception {
    var tls = certificate("san=ip:127.0.0.1");
    try (var server = server(tls);
        var outbox = TestOutbox.sendingTo(context, place(server), tls.getSocketFactory())) {
      var id = outbox.plan(GRACE);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).as(outbox.mail(id).problem()).isEqualTo(SENT);
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
    try (var server = server(certificate("san=ip:127.0.0.1"));
        var outbox = TestOutbox.sendingTo(context, place(server), null)) {
      isRefused(outbox, server, "certificate");
    }
  }

  @Test
  void a_certificate_of_another_host_is_refused() throws Exception {
    var tls = certificate("san=dns:other.example.net");
    try (var server = server(tls);
        var outbox = TestOutbox.sendingTo(context, place(server), tls.getSocketFactory())) {
      isRefused(outbox, server, "certificate");
    }
  }

  @Test
  void without_the_protection_that_was_asked_for_nothing_secret_is_said() {
    try (var server = server(null);
        var outbox = TestOutbox.sendingTo(context, place(server), null)) {
      isRefused(outbox, server, "protection");
    }
  }

  private void isRefused(TestOutbox outbox, FaultServer server, String word) {
    var id = outbox.plan(GRACE);

    outbox.sendDue();

    assertThat(outbox.mail(id).state()).isEqualTo(DUE);
    assertThat(outbox.mail(id).problem()).contains(word);
    assertThat(server.dots()).isZero();
    var account = context.getBean(Mailboxes.class).account(outbox.workspace(), outbox.account());
    assertThat(account.orElseThrow().state()).isEqualTo(MailAccount.State.NEEDS_ATTENTION);
  }

  private static FaultServer server(@Nullable SSLContext tls) {
    return new FaultServer(() -> Fault.NONE, Duration.ZERO, Duration.ofSeconds(1), null, tls);
  }

  private static Server place(FaultServer server) {
    return new Server("127.0.0.1", server.port(), Security.STARTTLS);
  }

  private SSLContext certificate(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    return TestCertificate.of(name, folder).context();
  }
}
