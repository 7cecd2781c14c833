package io.politely.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.outbox.Fence;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.TestWorkspace;
import io.politely.testing.Visitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ArchiveTest {

  @TempDir private Path directory;

  @Autowired private Archive archive;
  @Autowired private SampleWorkspace sample;
  @Autowired private Accounts accounts;
  @Autowired private People people;
  @Autowired private Ledger ledger;
  @Autowired private Outbox outbox;
  @Autowired private Cast cast;
  @LocalServerPort private int port;

  private WorkspaceId original;
  private TestArchive exported;

  @BeforeEach
  void robins_workspace_is_exported() throws IOException {
    original = sample.robin().workspace();
    exported = TestArchive.of(archive, original);
  }

  @Test
  void what_was_exported_imports_to_the_same_state() throws Exception {
    var imported = read(exported);

    assertThat(TestArchive.of(archive, imported).rows()).isEqualTo(exported.rows());
    assertThat(ledger.digest(imported)).isEqualTo(ledger.digest(original));
    assertThat(people.persons(imported, "", Optional.empty(), 1000).items())
        .isNotEmpty()
        .isEqualTo(people.persons(original, "", Optional.empty(), 1000).items());
  }

  @Test
  void what_was_imported_is_derived_again_to_the_same_state() throws Exception {
    var imported = read(exported);

    ledger.rebuild(imported);

    assertThat(ledger.digest(imported)).isEqualTo(ledger.digest(original));
  }

  @Test
  void its_members_sign_in_and_see_their_conversations() throws Exception {
    var imported = read(exported);

    var robin = sample.robin();
    assertThat(accounts.workspacesOf(robin.address())).contains(original, imported);
    assertThat(today(new Cast.Owner(imported, robin.member(), robin.address())))
        .isNotBlank()
        .isEqualTo(today(robin));
  }

  private String today(Cast.Owner owner) {
    return Visitor.of(port).signedInBy(cast.link(owner)).open("/").document().select("main").text();
  }

  @Test
  void nobody_can_sign_in_with_what_is_in_the_file() {
    assertThat(exported.rows().keySet())
        .contains("accounts/member.jsonl")
        .noneMatch(name -> name.matches("accounts/(session|sign_in_.*)\\.jsonl"));
    assertThat(exported.text("accounts/member.jsonl")).doesNotContain("password");
  }

  @Test
  void nothing_leaves_from_it_until_a_person_confirms_that_it_sends_from_nowhere_else()
      throws Exception {
    var imported = read(exported);

    assertThat(outbox.fence(imported)).map(Fence::isClosed).contains(true);
  }

  @Test
  void a_workspace_is_put_here_once() throws Exception {
    read(exported);
    var before = rowsOf(exported.workspace());

    assertThatThrownBy(() -> read(exported))
        .isInstanceOf(UnusableArchive.class)
        .hasMessage("This workspace is here already; nothing was changed.");

    assertThat(rowsOf(exported.workspace())).isEqualTo(before);
  }

  @Test
  void a_row_goes_into_no_other_workspace_whatever_it_says() throws Exception {
    var eve = cast.owner("Eve").workspace();
    var before = rowsOf(eve);
    exported.with(
        "people/person.jsonl",
        rows -> rows.replace("{\"person_id\"", "{\"workspace_id\":\"" + eve + "\",\"person_id\""));
    assertThat(exported.text("people/person.jsonl")).contains(eve.toString());

    read(exported);

    assertThat(rowsOf(eve)).isEqualTo(before);
  }

  /** All but how far its rounds are, which go on meanwhile. */
  private Map<String, String> rowsOf(WorkspaceId workspace) throws IOException {
    var rows = new TreeMap<>(TestArchive.of(archive, workspace).rows());
    rows.keySet().removeIf(it -> it.endsWith("/cursor.jsonl"));
    return rows;
  }

  @Test
  void what_is_no_exported_workspace_gets_a_sentence() throws IOException {
    var text = Files.writeString(directory.resolve("notes.txt"), "Not a ZIP file");
    assertThatThrownBy(() -> ArchiveFile.open(text))
        .isInstanceOf(UnusableArchive.class)
        .hasMessage("It is no ZIP file, or was cut off.");

    var whole = Files.readAllBytes(exported.in(directory));
    var half = Files.write(directory.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> ArchiveFile.open(half))
        .isInstanceOf(UnusableArchive.class)
        .hasMessage("It is no ZIP file, or was cut off.");

    exported.without("workspace.json");
    assertIsRefused("It is no exported workspace: it has no workspace.json.");
  }

  @Test
  void a_manifest_that_is_not_ours_gets_a_sentence() {
    var manifest = exported.text("workspace.json");
    for (var broken : new String[] {"", "{", "null", "[]", "{}", "{\"format\": 1}"}) {
      exported.with("workspace.json", _ -> broken);
      assertIsRefused("Its workspace.json cannot be read.");
    }
    exported.with("workspace.json", _ -> manifest.replace("workspace-1", "workspace-2"));
    assertIsRefused(
        "It is in a form that this Politely does not know: import it with a newer one.");
    exported.with("workspace.json", _ -> manifest.replace("people.person\"", "people.robot\""));
    assertIsRefused(
        "It has a table people.robot, which this Politely does not know: import it with the one"
            + " that wrote it, or a newer one.");
    exported.with("workspace.json", _ -> manifest.replace("\"mailbox\"", "\"mailbox; drop\""));
    assertIsRefused(
        "It has columns of people.person, which this Politely does not know: import it with the"
            + " one that wrote it, or a newer one.");
  }

  @Test
  void rows_that_were_changed_or_lost_are_noticed_and_nothing_stays() {
    damaged("people/person.jsonl", rows -> rows.substring(rows.indexOf('\n') + 1));
    damaged("people/person.jsonl", rows -> rows.replaceFirst("\"person_id\":\"..", "\"x\":\""));
    damaged("ledger/move.jsonl", rows -> rows.replaceFirst("(?s).*", ""));
    damaged("mail/message.jsonl", rows -> rows.replaceFirst("\"subject\":\"", "$0Not "));
    damaged("mail/message.jsonl", rows -> rows + "{\"message_id\": [[[");
    damaged("mail/message.jsonl", rows -> rows + "null\n");
    damaged("mail/message.jsonl", rows -> rows + rows.lines().findFirst().orElseThrow());
    damaged("mail/message.jsonl", rows -> rows + "],[" + "[".repeat(100_000));
    damaged("mail/message.jsonl", rows -> rows.replaceFirst("\"subject\":\"", "$0\\\\u0000"));
  }

  @Test
  void a_file_in_another_encoding_gets_a_sentence() {
    exported.with("mail/message.jsonl", "{\"subject\": \"Caf\u00e9\"}\n".getBytes(ISO_8859_1));

    assertIsRefused(
        "In mail/message.jsonl, up to line 1: invalid byte sequence for encoding \"UTF8\": 0xe9"
            + " 0x22 0x7d.");
  }

  @Test
  void every_table_and_column_is_documented() throws IOException {
    var documented =
        Pattern.compile("(?m)^### (\\S+)\\R[A-Z].*\\R\\R(.*)$")
            .matcher(Files.readString(Path.of("docs/workspace-format.md")))
            .results()
            .map(table -> "%s: %s".formatted(table.group(1), table.group(2)))
            .toList();
    var exportedNow =
        archive.write(original, OutputStream.nullOutputStream()).tables().stream()
            .map(table ->
                "%s: %s"
                    .formatted(
                        table.name(),
                        table.columns().isEmpty()
                            ? "no column but the workspace"
                            : "`" + String.join("`, `", table.columns()) + "`"))
            .toList();

    assertThat(documented).containsExactlyInAnyOrderElementsOf(exportedNow);
  }

  @Test
  void the_owner_downloads_it_and_nobody_else() throws IOException {
    var robin = Visitor.of(port).signedInBy(cast.link(sample.robin()));
    var eve = cast.owner("Eve");
    var visitor = Visitor.of(port).signedInBy(cast.link(eve));

    assertThat(robin.open("/settings").text()).contains("Download everything");
    assertThat(robin.open("/settings/workspace.zip").status()).isEqualTo(200);
    assertThat(visitor.open("/settings/workspace.zip").header("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("politely-workspace-2026-06-2"));
    TestWorkspace.of(eve.workspace())
        .run(() ->
            TestWorkspace.of(eve.workspace())
                .jdbc()
                .sql("update accounts.member set role = 'member' where workspace_id = :workspace")
                .param("workspace", eve.workspace().value())
                .update());
    assertThat(visitor.open("/settings/workspace.zip").status()).isEqualTo(403);
    assertThat(visitor.open("/settings").text()).doesNotContain("Download everything");
    assertThat(Visitor.of(port).open("/settings/workspace.zip").status()).isNotEqualTo(200);
  }

  private void damaged(String name, UnaryOperator<String> change) {
    var whole = exported.text(name);
    exported.with(name, change);
    assertThat(exported.text(name)).isNotEqualTo(whole);
    assertThatThrownBy(() -> read(exported))
        .isInstanceOf(UnusableArchive.class)
        .hasMessageMatching("[A-Z][^\\n]+");
    assertThat(accounts.workspaces()).doesNotContain(exported.workspace());
    assertThat(people.persons(exported.workspace(), "", Optional.empty(), 10).items()).isEmpty();
    exported.with(name, _ -> whole);
  }

  private void assertIsRefused(String sentence) {
    assertThatThrownBy(() -> read(exported))
        .isInstanceOf(UnusableArchive.class)
        .hasMessage(sentence);
    assertThat(accounts.workspaces()).doesNotContain(exported.workspace());
  }

  private WorkspaceId read(TestArchive archived) throws UnusableArchive, IOException {
    try (var file = ArchiveFile.open(archived.in(directory))) {
      archive.read(file.workspace(), file);
      return file.workspace();
    }
  }
}
