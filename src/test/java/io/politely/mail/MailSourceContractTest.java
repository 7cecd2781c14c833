package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.SourceItem.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of mailbox promises. */
class MailSourceContractTest {

  private static final List<String> MESSAGES =
      List.of(
          Mailboxes.message(1, "Plain.\n"),
          Mailboxes.message(2, "From here on it is text.\n\nFrom here too: 10:30 in 2026.\n"),
          Mailboxes.message(3, "> From a quote\n>From another\n>>From the next\nFrom me\n"),
          Mailboxes.message(4, ""),
          Mailboxes.message(5, "Naïve café, 日本語.\n\n\n"),
          Mailboxes.message(6, "No line end"));

  enum Format {
    MBOXRD {
      @Override
      Path write(Path folder) {
        return Mailboxes.mboxrd(folder.resolve("inbox.mbox"), MESSAGES);
      }
    },
    MBOXRD_WITH_CRLF {
      @Override
      Path write(Path folder) {
        return Mailboxes.mboxrdWithCrLf(folder.resolve("inbox"), MESSAGES);
      }
    },
    MBOXCL2 {
      @Override
      Path write(Path folder) {
        return Mailboxes.mboxcl2(folder.resolve("inbox.mbox"), MESSAGES);
      }
    },
    MAILDIR {
      @Override
      Path write(Path folder) {
        return Mailboxes.maildir(folder.resolve("Maildir"), MESSAGES);
      }
    },
    EMLS {
      @Override
      Path write(Path folder) {
        return Mailboxes.emls(folder.resolve("inbox"), MESSAGES);
      }
    },
    GZIPPED_MBOX {
      @Override
      Path write(Path folder) {
        return Mailboxes.gzip(MBOXRD.write(folder), folder.resolve("inbox.mbox.gz"));
      }
    },
    ZIPPED_MBOX {
      @Override
      Path write(Path folder) {
        MBOXRD.write(folder.resolve("a"));
        return Mailboxes.zip(folder.resolve("a"), folder.resolve("inbox.zip"));
      }
    },
    ZIPPED_EMLS {
      @Override
      Path write(Path folder) {
        return Mailboxes.zip(EMLS.write(folder), folder.resolve("inbox.zip"));
      }
    },
    FOLDER_OF_PACKED_MBOXES {
      @Override
      Path write(Path folder) {
        var profile = folder.resolve("profile");
        var first = Mailboxes.mboxrd(folder.resolve("1"), MESSAGES.subList(0, 2));
        Mailboxes.mboxrd(profile.resolve("2.sbd/Inbox"), MESSAGES.subList(2, 4));
        Mailboxes.mboxrd(folder.resolve("z/3.mbox"), MESSAGES.subList(4, 6));
        Mailboxes.gzip(first, profile.resolve("1.gz"));
        Mailboxes.zip(folder.resolve("z"), profile.resolve("3.zip"));
        return profile;
      }
    };

    abstract Path write(Path folder);
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void hands_out_each_message_once_in_order(Format format) {
    assertThat(identities(Mailboxes.items(format.write(folder), ""))).isEqualTo(expected());
  }

  @ParameterizedTest
  @EnumSource
  void goes_on_from_every_position_with_exactly_the_rest(Format format) throws IOException {
    var path = format.write(folder);
    for (int taken = 0; taken <= MESSAGES.size(); taken++) {
      var position = positionAfter(path, taken);
      assertThat(identities(Mailboxes.items(path, position)))
          .as("after %d messages, at %s", taken, position)
          .isEqualTo(expected().subList(taken, MESSAGES.size()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void counts_the_bytes_as_they_lie_on_disk(Format format) throws IOException {
    try (var mailbox = Mailbox.open(format.write(folder), "")) {
      assertThat(mailbox.bytesTotal()).isPositive();
      while (mailbox.next().isPresent()) {
        assertThat(mailbox.bytesDone()).isBetween(0L, mailbox.bytesTotal());
      }
      // What follows the last file in a zip lists its files; nobody reads that.
      assertThat(mailbox.bytesDone()).isGreaterThan(mailbox.bytesTotal() / 3);
    }
  }

  private static String positionAfter(Path path, int messages) throws IOException {
    try (var mailbox = Mailbox.open(path, "")) {
      for (int i = 0; i < messages; i++) {
        assertThat(mailbox.next()).isPresent();
      }
      return mailbox.position();
    }
  }

  private static List<String> expected() {
    return MESSAGES.stream().map(message -> identity(Mailboxes.bytes(message))).toList();
  }

  private static List<String> identities(List<SourceItem> items) {
    List<String> identities = new ArrayList<>();
    for (var item : items) {
      assertThat(item).isInstanceOf(RawMessage.class);
      identities.add(identity(((RawMessage) item).bytes()));
    }
    return identities;
  }

  private static String identity(byte[] message) {
    var result = new MessageParser().parse(message, null);
    assertThat(result).isInstanceOf(Parsed.class);
    return ((Parsed) result).message().contentHash();
  }
}
