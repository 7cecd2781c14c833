package io.politely.outbox;

import static io.politely.outbox.OutgoingState.CANCELLED;
import static io.politely.outbox.OutgoingState.DUE;
import static io.politely.outbox.OutgoingState.FAILED;
import static io.politely.outbox.OutgoingState.IN_DOUBT;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.ALAN;
import static io.politely.outbox.TestOutbox.GRACE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.FaultServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Each way in which a server misbehaves, and what becomes of the mail. */
@Edge
@SpringBootTest
class SmtpFaultsTest {

  @Autowired private ApplicationContext context;

  @ParameterizedTest(name = "{0}: {1}, accepted {2}")
  @CsvSource({
    "NONE, SENT, 1",
    "BANNER_421, DUE, 0",
    "BANNER_554, DUE, 0",
    "BANNER_SILENT, DUE, 0",
    "BANNER_GARBAGE, DUE, 0",
    "BANNER_DROP, DUE, 0",
    "EHLO_500, SENT, 1",
    "EHLO_DROP, DUE, 0",
    "AUTH_535, DUE, 0",
    "AUTH_454, DUE, 0",
    "AUTH_DROP, DUE, 0",
    "MAIL_421, DUE, 0",
    "MAIL_450, DUE, 0",
    "MAIL_550, FAILED, 0",
    "MAIL_530, DUE, 0",
    "MAIL_DROP, DUE, 0",
    "RCPT_450, DUE, 0",
    "RCPT_451, DUE, 0",
    "RCPT_452, DUE, 0",
    "RCPT_550, FAILED, 0",
    "RCPT_551, FAILED, 0",
    "RCPT_DROP, DUE, 0",
    "SECOND_RCPT_450, DUE, 0",
    "SECOND_RCPT_550, FAILED, 0",
    "RATE_LIMIT, DUE, 0",
    "DATA_451, DUE, 0",
    "DATA_554, FAILED, 0",
    "DATA_SILENT, DUE, 0",
    "DATA_DROP, DUE, 0",
    "BODY_DROP, IN_DOUBT, 0",
    "EARLY_ANSWER, DUE, 0",
    "DOT_451, DUE, 0",
    "DOT_452, DUE, 0",
    "DOT_421, DUE, 0",
    "DOT_554, FAILED, 0",
    "DOT_POLICY, FAILED, 0",
    "DROP_BEFORE_ACCEPT, IN_DOUBT, 0",
    "DROP_AFTER_ACCEPT, IN_DOUBT, 1",
    "STALL_AFTER_ACCEPT, IN_DOUBT, 1",
    "STALL_WITHOUT_ACCEPT, IN_DOUBT, 0",
    "RESET_AFTER_ACCEPT, IN_DOUBT, 1",
    "HALF_CLOSE_AFTER_ACCEPT, IN_DOUBT, 1",
    "TWO_LINES, SENT, 1",
    "CONTRADICTING_LINES, IN_DOUBT, 1",
    "GARBAGE_AFTER_ACCEPT, IN_DOUBT, 1",
    "LONG_LINE_AFTER_ACCEPT, IN_DOUBT, 1",
    "TRICKLE_AFTER_ACCEPT, IN_DOUBT, 1",
    "BYTE_BY_BYTE, SENT, 1",
    "WRONG_ENHANCED_CODE, SENT, 1",
    "OTHER_YES, SENT, 1",
    "NO_EXTENSIONS, SENT, 1",
    "SIZE_LIE, SENT, 1",
    "QUIT_DROP, SENT, 1",
  })
  void a_server_that_misbehaves_leaves_the_mail_in_the_right_state(
      Fault fault, OutgoingState expected, int accepted) {
    try (var server = FaultServer.always(fault);
        var outbox = TestOutbox.sendingTo(context, server)) {
      var id = outbox.plan(GRACE, ALAN);

      outbox.sendDue();

      var mail = outbox.mail(id);
      assertThat(mail.state()).as(mail.problem()).isEqualTo(expected);
      assertThat(server.accepted()).hasSize(accepted);
      assertThat(mail.problem().isEmpty()).isEqualTo(expected == SENT);
      assertThat(mail.problem().length()).isLessThan(400);
      if (expected == IN_DOUBT || expected == FAILED || expected == SENT) {
        outbox.sendDue();
        assertThat(server.accepted()).as("never by itself again").hasSize(accepted);
      }
    }
  }

  @Test
  void each_fault_has_an_expectation() throws NoSuchMethodException {
    var expectations =
        SmtpFaultsTest.class
            .getDeclaredMethod(
                "a_server_that_misbehaves_leaves_the_mail_in_the_right_state",
                Fault.class,
                OutgoingState.class,
                int.class)
            .getAnnotation(CsvSource.class);
    assertThat(expectations.value())
        .extracting(row -> row.substring(0, row.indexOf(',')))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Fault.values()).map(Fault::name).toList());
  }

  @Test
  void a_closed_port_leaves_the_mail_due() throws IOException {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    try (var outbox = TestOutbox.sendingTo(context, port)) {
      var id = outbox.plan(GRACE);

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(DUE);
      assertThat(outbox.mail(id).problem()).contains("does not answer on port " + port);
    }
  }

  @Test
  void a_connection_lost_amid_a_long_body_leaves_the_mail_due() {
    try (var server = FaultServer.always(Fault.BODY_DROP);
        var outbox = TestOutbox.sendingTo(context, server)) {
      var id = outbox.plan(outbox.longLetter(5_000_000, GRACE));

      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(DUE);
    }
  }

  @Test
  void what_arrives_is_what_was_approved() {
    try (var server = FaultServer.always(Fault.NONE);
        var outbox = TestOutbox.sendingTo(context, server)) {
      var letter = outbox.letter(GRACE, ALAN);
      outbox.plan(letter);

      outbox.sendDue();

      var arrived = server.accepted().getFirst();
      assertThat(arrived.content()).isEqualTo(new String(letter.bytes().toArray(), US_ASCII));
      assertThat(arrived.recipients()).containsExactly("alan@example.net", "grace@example.com");
      assertThat(arrived.internetId()).isEqualTo(letter.internetId());
    }
  }

  @Test
  void a_password_that_is_refused_needs_attention_and_nothing_is_tried_again() {
    try (var server = FaultServer.always(Fault.AUTH_535);
        var outbox = TestOutbox.sendingTo(context, server)) {
      outbox.plan(GRACE);

      outbox.sendDue();

      var account =
          context
              .getBean(Mailboxes.class)
              .account(outbox.workspace(), outbox.account())
              .orElseThrow();
      assertThat(account.state()).isEqualTo(MailAccount.State.NEEDS_ATTENTION);
      assertThat(account.problem()).contains("did not accept the password");
    }
  }

  @Test
  void a_mail_withdrawn_before_the_dot_never_leaves() {
    try (var server = FaultServer.always(Fault.NONE);
        var outbox = TestOutbox.sendingTo(context, server)) {
      var id = outbox.plan(GRACE);

      assertThat(outbox.outbox().cancel(outbox.workspace(), id, outbox.member())).isTrue();
      outbox.sendDue();

      assertThat(outbox.mail(id).state()).isEqualTo(CANCELLED);
      assertThat(server.dots()).isZero();
    }
  }
}
