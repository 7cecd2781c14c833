package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.testing.TestWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ImporterTest {

  private static final Path SAMPLE = Path.of("sample", "mailbox");

  private final TestWorkspace ours = TestWorkspace.fresh();
  private final TestWorkspace theirs = TestWorkspace.fresh();

  @TempDir private Path folder;
  @Autowired private Importer importer;
  @Autowired private Mail mail;

  @Test
  void imports_the_sample_whole() {
    var run = importer.run(ours.id(), List.of(SAMPLE), progress -> {});

    assertThat(run.state()).isEqualTo(ImportState.DONE);
    assertThat(run.quarantined()).isZero();
    assertThat(run.imported()).isGreaterThan(300);
    assertThat(run.messages()).isEqualTo(run.imported() + run.duplicates());
    assertThat(run.bytesDone()).isEqualTo(run.bytesTotal());
    assertThat(mail.guessOwnAddresses(ours.id()).addresses()).isNotEmpty();
  }

  @Test
  void importing_again_adds_nothing() {
    var first = importer.run(ours.id(), List.of(SAMPLE), progress -> {});
    var before = stored(ours);

    var second = importer.run(ours.id(), List.of(SAMPLE), progress -> {});

    assertThat(second.imported()).isZero();
    assertThat(second.duplicates()).isEqualTo(first.messages());
    assertThat(stored(ours)).isEqualTo(before);
  }

  @Test
  void the_order_of_mailboxes_does_not_matter() {
    var parts = List.of(SAMPLE.resolve("Sent.mbox"), SAMPLE.resolve("Inbox.mbox"));
    importer.run(ours.id(), parts, progress -> {});
    importer.run(theirs.id(), parts.reversed(), progress -> {});

    assertThat(stored(theirs)).isEqualTo(stored(ours));
  }

  @Test
  void any_split_order_and_repetition_gives_the_same_store() {
    var messages = IntStream.range(0, 40).mapToObj(i -> Mailboxes.message(i, "Text.\n")).toList();
    importer.run(
        ours.id(), List.of(Mailboxes.mboxrd(folder.resolve("all"), messages)), progress -> {});
    for (int seed = 1; seed <= 5; seed++) {
      var random = new Random(seed);
      var again = TestWorkspace.fresh();
      var shuffled = new ArrayList<>(messages);
      shuffled.addAll(messages.subList(0, random.nextInt(messages.size())));
      Collections.shuffle(shuffled, random);
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(30));
        var part = Mailboxes.mboxrd(folder.resolve("part"), shuffled.subList(from, to));
        importer.run(again.id(), List.of(part), progress -> {});
        from = to;
      }
      assertThat(hashes(again)).as("seed %d", seed).isEqualTo(hashes(ours));
    }
  }

  @Test
  void one_poisoned_message_is_quarantined_and_all_others_are_imported() throws Exception {
    var messages = new ArrayList<String>();
    IntStream.range(0, 7).forEach(i -> messages.add(Mailboxes.message(i, "Text.\n")));
    Mailboxes.emls(folder.resolve("mail"), messages);
    Files.write(
        folder.resolve("mail").resolve("000003a.eml"),
        new byte[] {0x20, 0x01, 0x0a, 0x20, 0x0a, 0x0a, 0x0a});

    var run = importer.run(ours.id(), List.of(folder.resolve("mail")), progress -> {});

    assertThat(run.state()).isEqualTo(ImportState.DONE);
    assertThat(run.imported()).isEqualTo(7);
    assertThat(run.quarantined()).isEqualTo(1);
    var poison = mail.quarantined(ours.id(), 10).getFirst();
    assertThat(poison.place()).contains("000003a.eml");
    assertThat(poison.reason()).isNotBlank();
    assertThat(mail.quarantinedBytes(ours.id(), poison.contentHash()).orElseThrow()).hasSize(7);
  }

  @Test
  void what_lies_nowhere_is_said_in_a_sentence() {
    var run = importer.run(ours.id(), List.of(folder.resolve("nothing")), progress -> {});

    assertThat(run.state()).isEqualTo(ImportState.FAILED);
    assertThat(run.problem()).startsWith("There is nothing at ");
  }

  @Test
  void a_stopped_import_goes_on_where_it_was() throws Exception {
    var messages = IntStream.range(0, 2_600).mapToObj(i -> Mailboxes.message(i, "T\n")).toList();
    var mbox = Mailboxes.mboxrd(folder.resolve("inbox.mbox"), messages);

    var stopped =
        importer.run(
            ours.id(), List.of(mbox), progress -> importer.stop(ours.id(), progress.run().id()));
    assertThat(stopped.state()).isEqualTo(ImportState.STOPPED);
    assertThat(stopped.messages()).isBetween(1L, 2_599L);

    assertThat(importer.resume(ours.id(), stopped.id())).isTrue();
    var resumed = await(ours.id(), stopped.id());

    assertThat(resumed.state()).isEqualTo(ImportState.DONE);
    assertThat(resumed.imported()).isEqualTo(2_600);
    assertThat(resumed.duplicates()).isZero();
  }

  @Test
  void another_workspace_sees_nothing_of_it() {
    var run = importer.run(ours.id(), List.of(SAMPLE.resolve("Sent.mbox")), progress -> {});
    var message = new MessageId(UUID.fromString(stored(ours).getFirst().id()));

    assertThat(mail.raw(ours.id(), message)).isPresent();
    assertThat(mail.raw(theirs.id(), message)).isEmpty();
    assertThat(importer.progress(theirs.id(), run.id())).isEmpty();
    assertThat(importer.imports(theirs.id())).isEmpty();
    assertThat(importer.stop(theirs.id(), run.id())).isFalse();
    assertThat(importer.resume(theirs.id(), run.id())).isFalse();
    assertThat(mail.importLog(theirs.id(), run.id())).isEmpty();
    assertThat(mail.quarantined(theirs.id(), 10)).isEmpty();
    assertThat(mail.guessOwnAddresses(theirs.id()).addresses()).isEmpty();
  }

  private ImportRun await(WorkspaceId workspace, ImportId run) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      var now = importer.progress(workspace, run).orElseThrow().run();
      if (now.state().isOver()) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import does not end");
  }

  /** A message and where its copies lie; equal whatever its id is. */
  private record Row(String hash, String folder, String role, String id) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Row row
          && hash.equals(row.hash)
          && folder.equals(row.folder)
          && role.equals(row.role);
    }

    @Override
    public int hashCode() {
      return hash.hashCode();
    }
  }

  private static List<String> hashes(TestWorkspace workspace) {
    return stored(workspace).stream().map(Row::hash).toList();
  }

  private static List<Row> stored(TestWorkspace workspace) {
    return workspace.call(() ->
        workspace
            .jdbc()
            .sql(
                """
                select encode(m.content_hash, 'hex') as hash, l.folder, l.role,
                       cast(m.message_id as text) as id
                  from mail.message m
                  join mail.location l
                    on l.workspace_id = m.workspace_id
                   and l.message_id = m.message_id
                 where m.workspace_id = :workspace
                 order by 1, 2, 3
                """)
            .param("workspace", workspace.id().value())
            .query((rs, row) ->
                new Row(
                    rs.getString("hash"),
                    rs.getString("folder"),
                    rs.getString("role"),
                    rs.getString("id")))
            .list());
  }
}
