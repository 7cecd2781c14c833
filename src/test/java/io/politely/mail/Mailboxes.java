package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The same messages, written in every format that mail lies around in. */
@Edge
final class Mailboxes {

  private static final String SEPARATOR = "From ada@example.org Mon Mar  2 09:00:00 2026\n";

  private Mailboxes() {}

  /** A small message that is like no other. */
  static String message(int number, String body) {
    return """
    From: Ada <ada@example.org>
    To: Grace <grace@example.com>
    Date: Mon, 2 Mar 2026 09:%02d:00 +0100
    Subject: Number %d
    Message-ID: <%d@example.org>

    %s\
    """
        .formatted(number % 60, number, number, body);
  }

  static Path mboxrd(Path file, List<String> messages) {
    var mbox = new StringBuilder();
    for (var message : messages) {
      mbox.append(SEPARATOR);
      mbox.append(message.replaceAll("(?m)^(>*From )", ">$1")).append("\n");
      mbox.append(message.endsWith("\n") ? "" : "\n");
    }
    return write(file, bytes(mbox.toString()));
  }

  /** With CRLF, as some systems write it. */
  static Path mboxrdWithCrLf(Path file, List<String> messages) {
    mboxrd(file, messages);
    return write(file, bytes(read(file).replace("\n", "\r\n")));
  }

  /** Nothing is quoted: the lengths tell. */
  static Path mboxcl2(Path file, List<String> messages) {
    var mbox = new StringBuilder();
    for (var message : messages) {
      int body = message.indexOf("\n\n") + 2;
      int length = bytes(message.substring(body)).length;
      mbox.append(SEPARATOR);
      mbox.append(message, 0, body - 1).append("Content-Length: ").append(length).append("\n\n");
      mbox.append(message.substring(body)).append("\n");
    }
    return write(file, bytes(mbox.toString()));
  }

  static Path maildir(Path folder, List<String> messages) {
    create(folder.resolve("new"));
    create(folder.resolve("tmp"));
    for (int i = 0; i < messages.size(); i++) {
      var file = create(folder.resolve("cur")).resolve("%06d.host:2,S".formatted(i));
      write(file, bytes(messages.get(i)));
    }
    return folder;
  }

  static Path emls(Path folder, List<String> messages) {
    create(folder);
    for (int i = 0; i < messages.size(); i++) {
      write(folder.resolve("%06d.eml".formatted(i)), bytes(messages.get(i).replace("\n", "\r\n")));
    }
    return folder;
  }

  static Path gzip(Path file, Path packed) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(Files.readAllBytes(file));
      }
      return write(packed, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path zip(Path folder, Path packed) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(packed));
        var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
      return packed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that a mailbox hands out, from a position on. */
  static List<SourceItem> items(Path path, String position) {
    try (var mailbox = Mailbox.open(path, position)) {
      List<SourceItem> items = new ArrayList<>();
      for (var item = mailbox.next(); item.isPresent(); item = mailbox.next()) {
        items.add(item.get());
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> sentences(Path path) {
    return items(path, "").stream()
        .flatMap(item ->
            item instanceof SourceItem.Remark(var said)
                ? List.of(said).stream()
                : List.<String>of().stream())
        .toList();
  }

  static Path write(Path file, byte[] bytes) {
    try {
      create(file.resolveSibling(".").normalize());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
