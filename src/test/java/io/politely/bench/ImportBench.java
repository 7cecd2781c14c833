package io.politely.bench;

import io.politely.mail.Mailbox;
import io.politely.mail.SourceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Import of a list archive, side by side with {@code notmuch new} on the same messages: a maildir,
 * laid out before the clock starts. Both start cold and end with everything on disk.
 */
final class ImportBench {

  private ImportBench() {}

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    var mailbox =
        options.arguments().isEmpty()
            ? options.data().resolve("mail/linux-man.mbox.gz")
            : Path.of(options.arguments().getFirst());
    var directory = Commands.temporaryDirectory("import");
    try {
      int messages = unpack(mailbox, directory.resolve("maildir"));
      double notmuch = notmuch(directory);
      // Once before, so that building, unpacking and the first start are not in the figure.
      Commands.attempt(List.of(Path.of("sample/mailbox")));
      var ours = Commands.attempt(List.of(mailbox), "--me", "nobody@example.org");
      double ledger = ours.get("seconds").get("ledger").asDouble();
      double search = ours.get("seconds").get("search").asDouble();
      var figures = new LinkedHashMap<String, Object>();
      figures.put("messages", messages);
      figures.put("imported", ours.get("imported").asInt());
      figures.put("quarantined", ours.get("quarantined").asInt());
      figures.put("notmuch new, messages/s", messages / notmuch);
      figures.put("ledger ready, messages/s", messages / ledger);
      figures.put("ledger ready, times notmuch", notmuch / ledger);
      figures.put("search complete, messages/s", messages / search);
      figures.put("search complete, times notmuch", notmuch / search);
      return new Report("Import of " + mailbox.getFileName(), figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static int unpack(Path mailbox, Path maildir) throws IOException {
    for (var part : List.of("cur", "new", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
    int count = 0;
    try (var source = Mailbox.open(mailbox, "")) {
      for (var item = source.next(); item.isPresent(); item = source.next()) {
        if (item.get() instanceof SourceItem.RawMessage(byte[] bytes, var _)) {
          Files.write(maildir.resolve("cur/%06d:2,".formatted(count++)), bytes);
        }
      }
    }
    return count;
  }

  private static double notmuch(Path directory) throws IOException, InterruptedException {
    var config = directory.resolve("notmuch-config");
    Files.writeString(
        config,
        """
        [database]
        path=%s
        [user]
        name=Nobody
        primary_email=nobody@example.org
        [new]
        tags=new
        """
            .formatted(directory.resolve("maildir")));
    var ended =
        Commands.run(Map.of("NOTMUCH_CONFIG", config.toString()), "notmuch", "new", "--quiet");
    if (ended.exitCode() != 0) {
      throw new IllegalStateException("notmuch new ended with " + ended.exitCode());
    }
    return ended.seconds();
  }
}
