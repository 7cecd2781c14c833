package io.politely.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.outbox.Stop.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Mail that says that no more mail is wanted. */
@Edge
@SpringBootTest
class StopListenerTest {

  private static final String OURS =
      """
      From: Ada <ada@example.org>
      To: Grace <grace@example.com>
      Subject: The engine
      Message-ID: <ours@example.org>
      Date: Mon, 2 Mar 2026 09:00:00 +0000

      Would you like to see the engine?
      """;

  @Autowired private Outbox outbox;
  @Autowired private Accounts accounts;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp catchUp;
  @Autowired private StopListener listener;
  @TempDir private Path folder;

  private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());

  @BeforeEach
  void open() {
    accounts.open(
        workspace,
        "Ada",
        new EmailAddress("ada@example.org"),
        ZoneOffset.UTC,
        Instant.parse("2026-03-02T09:00:00Z"));
  }

  @Test
  void somebody_who_asks_us_to_stop_is_not_written_to() throws IOException {
    arrive(
        """
        From: Grace <grace@example.com>
        To: Ada <ada@example.org>
        Subject: Re: The engine
        Message-ID: <stop@example.com>
        In-Reply-To: <ours@example.org>
        Date: Mon, 2 Mar 2026 10:00:00 +0000

        Please stop emailing me and remove me from your list.
        """);

    assertThat(outbox.doNotContact(workspace))
        .singleElement()
        .satisfies(stop -> {
          assertThat(stop.source()).isEqualTo(Source.STOP);
          assertThat(stop.scope()).isEqualTo(Stop.Scope.PERSON);
          assertThat(stop.reason()).contains("stop emailing me");
        });
    assertThat(outbox.stopAgainst(workspace, List.of(new EmailAddress("grace@example.com"))))
        .isPresent();
  }

  @Test
  void what_was_lifted_is_not_heard_again() throws IOException {
    somebody_who_asks_us_to_stop_is_not_written_to();
    outbox.lift(workspace, outbox.doNotContact(workspace).getFirst().id());
    outbox.setHeardUpTo(workspace, 0);

    listener.listen(workspace);

    assertThat(outbox.doNotContact(workspace)).isEmpty();
  }

  @Test
  void an_answer_that_declines_nothing_stops_nothing() throws IOException {
    arrive(
        """
        From: Grace <grace@example.com>
        To: Ada <ada@example.org>
        Subject: Re: The engine
        Message-ID: <yes@example.com>
        In-Reply-To: <ours@example.org>
        Date: Mon, 2 Mar 2026 10:00:00 +0000

        Yes, with pleasure. On Thursday?
        """);

    assertThat(outbox.doNotContact(workspace)).isEmpty();
  }

  @Test
  void an_address_that_nobody_has_is_stopped_and_nothing_else() throws IOException {
    arrive(bounce("grace@example.com"));

    assertThat(outbox.doNotContact(workspace))
        .singleElement()
        .satisfies(stop -> {
          assertThat(stop.source()).isEqualTo(Source.BOUNCE);
          assertThat(stop.scope()).isEqualTo(Stop.Scope.ADDRESS);
          assertThat(stop.value()).isEqualTo("grace@example.com");
        });
  }

  @Test
  void a_report_about_somebody_we_did_not_write_to_stops_nobody() throws IOException {
    arrive(bounce("alan@example.net"));

    assertThat(outbox.doNotContact(workspace)).isEmpty();
  }

  private static String bounce(String address) {
    return """
    From: MAILER-DAEMON@example.net
    To: ada@example.org
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <bounce@example.net>
    In-Reply-To: <ours@example.org>
    Date: Mon, 2 Mar 2026 09:05:00 +0000
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=edge

    --edge
    Content-Type: text/plain

    <%1$s>: host mx.example.com said: 550 5.1.1 User unknown

    --edge
    Content-Type: message/delivery-status

    Reporting-MTA: dns; example.net

    Final-Recipient: rfc822; %1$s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 User unknown

    --edge--
    """
        .formatted(address);
  }

  private void arrive(String message) throws IOException {
    Files.writeString(folder.resolve("1.eml"), OURS, UTF_8);
    Files.writeString(folder.resolve("2.eml"), message, UTF_8);
    importer.run(workspace, List.of(folder), _ -> {});
    catchUp.thread(workspace);
    listener.listen(workspace);
  }
}
