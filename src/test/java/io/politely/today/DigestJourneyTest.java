package io.politely.today;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingMail;
import io.politely.outbox.OutgoingState;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.MailHost;
import io.politely.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** A digest leaves by SMTP, comes back with the mailbox that it lies in, and is no letter there. */
@Edge
@DirtiesContext
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "politely.outbox.enabled=true",
      "politely.sync.enabled=true",
      "politely.sync.poll=1s",
      "politely.sync.poll-while-due=1s"
    })
class DigestJourneyTest {

  private static final String PASSWORD = "three-blue-herons";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Autowired private Today today;
  @Autowired private Ledger ledger;
  @Autowired private People people;
  @Autowired private Outbox outbox;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Cast cast;

  private Instant now;
  private Cast.Owner robin;
  private WorkspaceId workspace;
  private MailHost host;

  @BeforeEach
  void robin_has_a_mailbox_and_grace_asked_something() throws Exception {
    now = Instant.now();
    robin = cast.owner("Robin");
    workspace = robin.workspace();
    host = new MailHost(robin.address(), "robin", PASSWORD);
    var connected =
        mailboxes.connect(
            workspace,
            new NewMailAccount(
                robin.address(),
                "Robin Hale",
                host.imap(),
                host.smtp(),
                "robin",
                Authentication.PASSWORD,
                PASSWORD,
                false),
            now);
    assertThat(connected).isPresent();
    host.deliver(letter("question@example.com", "", "Could you send me the drawings?"));
    until(() -> ledger.openCounts(workspace, Instant.now()).ours() == 1);
  }

  @AfterEach
  void the_server_ends() {
    mailboxes.accounts(workspace).forEach(one -> mailboxes.disconnect(workspace, one.id()));
    host.close();
  }

  @Test
  void it_arrives_once_and_is_neither_a_conversation_nor_somebody_who_waits() throws Exception {
    int hour = now.atZone(Cast.CHATHAM).getHour();
    today.chooseDigest(
        workspace,
        robin.member(),
        new DigestChoice(hour, false, "http://localhost:7777", now.minus(Duration.ofDays(1))));

    // The program's own look may come first; one of both plans it.
    var planned = today.planDigest(workspace, robin.member(), now);
    until(() -> digest().map(OutgoingMail::state).equals(Optional.of(OutgoingState.SENT)));
    var digest = digest().orElseThrow();

    assertThat(planned.map(it -> it.equals(digest.id())).orElse(true)).isTrue();
    assertThat(host.receivedBy(robin.address())).contains(digest.internetId());
    assertThat(digest.body()).contains("1. Your move: Grace", "http://localhost:7777/conv");
    until(() -> host.sent().contains(digest.internetId()));
    until(() -> copiesNotKept() == 2);
    assertThat(today.planDigest(workspace, robin.member(), Instant.now())).isEmpty();
    assertThat(host.receivedBy(robin.address())).hasSize(2);
    assertThat(count("mail.message")).isEqualTo(1);
    assertThat(count("mail.quarantined")).isZero();
    assertThat(one("select count(*) from cadence.event where workspace_id = :workspace and ours"))
        .isZero();
    assertThat(ledger.openCounts(workspace, Instant.now()).ours()).isEqualTo(1);
    assertThat(people.persons(workspace, "", Optional.empty(), 10).items()).hasSize(1);

    // Whoever saw a digest hides no letter behind its mark.
    host.deliver(
        letter(
            "forged@example.com",
            "X-Auto-Politely: %s\n".formatted(mark(digest)),
            "Could you send me the other drawings, too?"));
    until(() -> count("mail.message") == 2);
  }

  private Optional<OutgoingMail> digest() {
    return outbox.list(workspace, Optional.empty(), 10).items().stream().findFirst();
  }

  private String mark(OutgoingMail digest) {
    var bytes = outbox.bytes(workspace, digest.id()).orElseThrow().toArray();
    var mark = Pattern.compile("X-Auto-Politely: (\\S+)").matcher(new String(bytes, ISO_8859_1));
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  private String letter(String id, String headers, String body) {
    return """
    From: Grace Hopper <grace@example.com>
    To: Robin <%s>
    Subject: The drawings
    Message-ID: <%s>
    Date: %s
    %s
    %s
    """
        .formatted(
            robin.address(),
            id,
            RFC_1123_DATE_TIME.format(now.minusSeconds(60).atOffset(ZoneOffset.UTC)),
            headers,
            body);
  }

  private long copiesNotKept() {
    return one(
        "select count(*) from mailboxes.copy where workspace_id = :workspace and message_id is"
            + " null");
  }

  private long count(String table) {
    return one("select count(*) from " + table + " where workspace_id = :workspace");
  }

  private long one(String sql) {
    var tables = TestWorkspace.of(workspace);
    return Objects.requireNonNull(
        tables.call(() ->
            tables
                .jdbc()
                .sql(sql)
                .param("workspace", workspace.value())
                .query(Long.class)
                .single()));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as("it takes too long").isBefore(end);
      Thread.sleep(200);
    }
  }
}
