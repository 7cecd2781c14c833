package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each broken thing is said in one sentence, and what can be read of it is read. */
class BrokenMailboxTest {

  @TempDir private Path folder;

  @Test
  void nothing_at_a_path() {
    assertThat(Mailboxes.sentences(folder.resolve("none")))
        .singleElement()
        .asString()
        .startsWith("There is nothing at ");
  }

  @Test
  void an_empty_file_and_an_empty_folder() throws IOException {
    assertThat(Mailboxes.sentences(Mailboxes.write(folder.resolve("a.mbox"), new byte[0])))
        .containsExactly("a.mbox is empty.");
    assertThat(Mailboxes.sentences(Files.createDirectory(folder.resolve("none"))))
        .containsExactly("No mail was found in none.");
  }

  @Test
  void a_file_that_is_no_mail() {
    var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3};

    assertThat(Mailboxes.sentences(Mailboxes.write(folder.resolve("a.png"), picture)))
        .containsExactly("a.png does not look like a mailbox, so it was skipped.");
  }

  @Test
  void a_gzip_that_was_cut_off_gives_what_came_before() throws IOException {
    var messages = IntStream.range(0, 400).mapToObj(i -> Mailboxes.message(i, noise(i))).toList();
    var mbox = Mailboxes.mboxrd(folder.resolve("all.mbox"), messages);
    var whole = Files.readAllBytes(Mailboxes.gzip(mbox, folder.resolve("all.mbox.gz")));
    var cut =
        Mailboxes.write(folder.resolve("cut.mbox.gz"), Arrays.copyOf(whole, whole.length / 2));

    var items = Mailboxes.items(cut, "");

    assertThat(items.stream().filter(RawMessage.class::isInstance).count()).isBetween(100L, 300L);
    assertThat(items.stream().filter(Unreadable.class::isInstance)).hasSize(1);
    assertThat(Mailboxes.sentences(cut))
        .singleElement()
        .asString()
        .startsWith("cut.mbox.gz ends in the middle");
  }

  @Test
  void a_zip_that_was_cut_off_gives_what_came_before() throws IOException {
    var messages = IntStream.range(0, 100).mapToObj(i -> Mailboxes.message(i, noise(i))).toList();
    var zip = Mailboxes.zip(Mailboxes.emls(folder.resolve("m"), messages), folder.resolve("m.zip"));
    var whole = Files.readAllBytes(zip);
    var cut = Mailboxes.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(Mailboxes.items(cut, "").stream().filter(RawMessage.class::isInstance).count())
        .isBetween(20L, 80L);
    assertThat(Mailboxes.sentences(cut)).anyMatch(said -> said.contains("cut off"));
  }

  @Test
  void a_bomb_is_stopped() throws IOException {
    var bomb = folder.resolve("bomb.mbox.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(
          Mailboxes.bytes("From a@example.org Mon Mar  2 09:00:00 2026\nFrom: a@example.org\n\n"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 1_100; i++) {
        out.write(zeros);
      }
    }

    assertThat(Mailboxes.sentences(bomb))
        .singleElement()
        .asString()
        .contains("more than two hundred times its size");
  }

  @Test
  void a_message_over_the_limit_is_set_aside_and_the_next_ones_are_read() throws IOException {
    var large = Mailboxes.message(1, "x".repeat(79).concat("\n").repeat(700_000));
    var mbox =
        Mailboxes.mboxrd(
            folder.resolve("large.mbox"),
            List.of(Mailboxes.message(0, "a\n"), large, Mailboxes.message(2, "b\n")));

    var items = Mailboxes.items(mbox, "");

    assertThat(items).hasSize(3);
    assertThat(items.get(0)).isInstanceOf(RawMessage.class);
    assertThat(items.get(1)).isInstanceOf(Unreadable.class);
    assertThat(items.get(2)).isInstanceOf(RawMessage.class);
    assertThat(((Unreadable) items.get(1)).beginning()).hasSize(1 << 20);
  }

  @Test
  void what_is_no_mail_among_mail_is_named_once() {
    var messages = List.of(Mailboxes.message(1, "a\n"), Mailboxes.message(2, "b\n"));
    Mailboxes.emls(folder.resolve("m"), messages);
    IntStream.range(0, 5)
        .forEach(i -> Mailboxes.write(folder.resolve("m/notes" + i + ".txt"), new byte[] {1, 2}));

    assertThat(Mailboxes.sentences(folder.resolve("m")))
        .containsExactly(
            "5 files in m do not look like mail and were skipped:"
                + " notes0.txt, notes1.txt, notes2.txt and 2 more.");
  }

  @Test
  void folders_tell_their_role_in_many_languages() {
    assertThat(
            List.of(
                FolderRoles.of("Gesendet"),
                FolderRoles.of("Messages envoyés"),
                FolderRoles.of("[Gmail]/Sent Mail"),
                FolderRoles.of("INBOX.Sent"),
                FolderRoles.of("ada@example.org.sent"),
                FolderRoles.of("Sent/2019"),
                FolderRoles.of("Posta inviata")))
        .containsOnly(FolderRole.SENT);
    assertThat(FolderRoles.of("Entwürfe")).isEqualTo(FolderRole.DRAFTS);
    assertThat(FolderRoles.of("Papierkorb")).isEqualTo(FolderRole.TRASH);
    assertThat(FolderRoles.of("Spam")).isEqualTo(FolderRole.JUNK);
    assertThat(FolderRoles.of("INBOX")).isEqualTo(FolderRole.INBOX);
    assertThat(FolderRoles.of("INBOX/Projects")).isEqualTo(FolderRole.OTHER);
    assertThat(FolderRoles.of("All mail Including Spam and Trash")).isEqualTo(FolderRole.OTHER);
  }

  /** Text that no packing makes small. */
  private static String noise(int seed) {
    var random = new Random(seed);
    return random
            .ints(400, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        + "\n";
  }
}
