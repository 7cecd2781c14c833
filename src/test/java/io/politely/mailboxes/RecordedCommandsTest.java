package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.TestWorkspace;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What we say to a server: nothing that could change anything there. */
@SpringBootTest(properties = {"politely.sync.poll=300ms", "politely.sync.read=2s"})
class RecordedCommandsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Set<String> HARMLESS =
      Set.of(
          "CAPABILITY",
          "LOGIN",
          "AUTHENTICATE",
          "ENABLE",
          "NOOP",
          "LIST",
          "STATUS",
          "EXAMINE",
          "UID SEARCH",
          "UID FETCH",
          "IDLE",
          "DONE",
          "LOGOUT");

  @Autowired private Sync sync;
  @Autowired private Mailboxes mailboxes;

  @Test
  void only_commands_that_change_nothing_are_said() throws Exception {
    var workspace = TestWorkspace.fresh().id();
    try (var server =
            Boolean.getBoolean("politely.real") ? new DovecotServer() : new GreenMailServer();
        var other = new OtherProgram(server.port());
        var proxy = WireProxy.listening(server.port())) {
      other.create("Sent");
      other.put(
          "INBOX", IntStream.range(0, 20).mapToObj(MailServer::message).toArray(String[]::new));
      other.put("Sent", MailServer.message(50));
      var through = MailServer.account(proxy.port(), Server.Security.NONE, MailServer.PASSWORD);
      var account = mailboxes.connect(workspace, through, MONDAY).orElseThrow();
      sync.look(workspace);
      SyncContract.await(() -> mailboxes.copies(workspace, account) == 21);
      other.put("INBOX", MailServer.message(51));
      other.expunge("INBOX", 1);
      other.delete("Sent");
      SyncContract.await(
          () -> proxy.said().contains("IDLE") && mailboxes.copies(workspace, account) == 20);
      mailboxes.disconnect(workspace, account);
      sync.forget(account);

      var commands =
          proxy.said().stream()
              .filter(line -> !line.isBlank() && !isCredential(line))
              .map(line -> line.toUpperCase(Locale.ROOT))
              .toList();
      assertThat(commands.stream().map(RecordedCommandsTest::verb).collect(Collectors.toSet()))
          .contains("EXAMINE", "UID FETCH")
          .isSubsetOf(HARMLESS);
      assertThat(commands)
          .filteredOn(line -> line.contains("BODY"))
          .isNotEmpty()
          .allMatch(line -> line.contains("BODY.PEEK[") && !line.contains("BODY["));
    }
  }

  /** The second line of AUTHENTICATE PLAIN. */
  private static boolean isCredential(String line) {
    return line.matches("[A-Za-z0-9+/=]{16,}");
  }

  private static String verb(String line) {
    var words = line.split(" ", 3);
    return words[0].equals("UID") ? words[0] + " " + words[1] : words[0];
  }
}
