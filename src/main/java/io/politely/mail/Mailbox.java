package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a user pointed at, whatever it is: an mbox, a maildir, a folder, a message, a zip, or
 * nothing that can be read. Opening it never fails; it says what is wrong instead.
 */
@Edge
public final class Mailbox implements MailSource, Closeable {

  private final MailSource source;
  private final Closeable file;
  private final LongSupplier bytesDone;
  private final long bytesTotal;
  private final String name;

  private Mailbox(
      String name, MailSource source, Closeable file, LongSupplier bytesDone, long bytesTotal) {
    this.name = name;
    this.source = source;
    this.file = file;
    this.bytesDone = bytesDone;
    this.bytesTotal = bytesTotal;
  }

  /**
   * Opens what lies at a path.
   *
   * @param position where to go on, as {@link #position} told; "" for the beginning
   */
  public static Mailbox open(Path path, String position) {
    return open(path, position, Limits.STANDARD);
  }

  static Mailbox open(Path path, String position, Limits limits) {
    var name = name(path);
    try {
      if (!Files.exists(path)) {
        return remark(name, "There is nothing at %s.".formatted(path));
      }
      if (Files.isDirectory(path)) {
        var folder = new FolderSource(path, name, position, limits);
        return new Mailbox(name, folder, folder, folder::bytesDone, folder.bytesTotal());
      }
      if (!Files.isRegularFile(path)) {
        return remark(name, "%s is neither a file nor a folder.".formatted(path));
      }
      return file(path, name, position, limits);
    } catch (IOException e) {
      return remark(name, Sentences.unreadable(path.toString(), e));
    }
  }

  /** How many bytes of mail lie at a path, packed as they are. */
  static long bytesAt(Path path) {
    try (var mailbox = open(path, "")) {
      return mailbox.bytesTotal();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  @Override
  public Optional<SourceItem> next() throws IOException {
    return source.next();
  }

  @Override
  public String position() {
    return source.position();
  }

  /** How many bytes of the files as they lie on disk were read. */
  public long bytesDone() {
    return Math.min(bytesDone.getAsLong(), bytesTotal);
  }

  /** How many bytes there are on disk. */
  public long bytesTotal() {
    return bytesTotal;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static Mailbox file(Path path, String name, String position, Limits limits)
      throws IOException {
    var in = Files.newInputStream(path);
    try {
      var counted = new CountingInputStream(in);
      var opening =
          new PackedSource.Opening(name, folderAround(path, name), limits, counted::count);
      var source =
          PackedSource.open(
              new BufferedInputStream(counted, 1 << 16), "", position, opening, () -> false);
      return new Mailbox(name, source, counted, counted::count, Files.size(path));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Mailbox remark(String name, String sentence) {
    return new Mailbox(name, new RemarkSource(sentence), () -> {}, () -> 0, 0);
  }

  /** A message, or an mbox that is only called "mbox", belongs to the folder it lies in. */
  private static String folderAround(Path path, String otherwise) {
    var parent = path.toAbsolutePath().normalize().getParent();
    var isZip = otherwise.toLowerCase(Locale.ROOT).endsWith(".zip");
    return parent == null || parent.getFileName() == null || isZip
        ? otherwise
        : parent.getFileName().toString();
  }

  private static String name(Path path) {
    var fileName = path.toAbsolutePath().normalize().getFileName();
    return fileName == null ? path.toString() : fileName.toString();
  }
}
