package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.PackedSource.Opening;
import io.politely.mail.SourceItem.Remark;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder and all folders in it: maildirs, {@code .eml} files, mboxes with or without an ending,
 * in the order of their names. Its position is the path of the file, and the position in that.
 */
@Edge
final class FolderSource implements MailSource, Closeable {

  // Sorts behind every path.
  private static final String AFTER_ALL = "\uffff";

  private record Entry(String path, long size) {}

  private final Path root;
  private final String rootName;
  private final Limits limits;
  private final String resumeIn;
  private final String resumeAt;
  private final Skipped skipped = new Skipped();
  private final List<Entry> entries;
  private final long bytesTotal;
  private int index = -1; // of the current file
  private long bytesBefore;
  private @Nullable MailSource current;
  private @Nullable CountingInputStream file;
  private boolean anyMail;
  private boolean isDone;

  FolderSource(Path root, String rootName, String position, Limits limits) throws IOException {
    this.root = root;
    this.rootName = rootName;
    this.limits = limits;
    int line = position.indexOf('\n');
    this.resumeAt = line < 0 ? "" : position.substring(0, line);
    this.resumeIn = line < 0 ? "" : position.substring(line + 1);
    this.entries = list();
    this.bytesTotal = entries.stream().mapToLong(Entry::size).sum();
  }

  @Override
  public Optional<SourceItem> next() throws IOException {
    while (!isDone) {
      if (current == null && !openNext()) {
        return finish();
      }
      var item = current == null ? Optional.<SourceItem>empty() : current.next();
      if (item.isPresent()) {
        anyMail |= !(item.get() instanceof Remark);
        return item;
      }
      current = null;
    }
    return Optional.empty();
  }

  @Override
  public String position() {
    if (index >= entries.size()) {
      return AFTER_ALL + "\n";
    }
    return index < 0
        ? "\n"
        : entries.get(index).path() + "\n" + (current == null ? "" : current.position());
  }

  long bytesDone() {
    return bytesBefore + (file == null ? 0 : file.count());
  }

  long bytesTotal() {
    return bytesTotal;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private List<Entry> list() throws IOException {
    List<Entry> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
            var path = root.relativize(visited).toString().replace('\\', '/');
            if (attributes.isRegularFile() && !Skipped.isIrrelevant(path)) {
              found.add(new Entry(path, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path visited, IOException e) {
            skipped.remark(Sentences.unreadable(visited.toString(), e));
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(Entry::path));
    return found;
  }

  /** Opens the next file that may be mail; false at the end. */
  private boolean openNext() throws IOException {
    while (++index < entries.size()) {
      bytesBefore = bytesDone();
      close();
      file = null;
      var entry = entries.get(index);
      if (entry.path().compareTo(resumeAt) < 0) {
        bytesBefore += entry.size();
      } else if (open(entry)) {
        return true;
      }
    }
    return false;
  }

  private boolean open(Entry entry) {
    try {
      var counted = new CountingInputStream(Files.newInputStream(root.resolve(entry.path())));
      file = counted;
      var buffered = new BufferedInputStream(counted, 1 << 16);
      var format = PackedSource.format(buffered, entry.path());
      if (format == FileFormat.EMPTY) {
        return false; // an mbox of a folder without mail
      }
      if (format == FileFormat.OTHER) {
        skipped.add(entry.path());
        return false;
      }
      var position = entry.path().equals(resumeAt) ? resumeIn : "";
      current =
          format == FileFormat.ZIP
              ? new ZipSource(
                  buffered,
                  position,
                  new Opening(entry.path(), entry.path(), limits, counted::count))
              : PackedSource.open(
                  buffered,
                  entry.path(),
                  position,
                  new Opening(rootName, rootName, limits, counted::count),
                  () -> false);
      return true;
    } catch (IOException e) {
      skipped.remark(Sentences.unreadable(entry.path(), e));
      return false;
    }
  }

  private Optional<SourceItem> finish() {
    var remark = skipped.take(rootName);
    if (remark.isPresent()) {
      return remark.map(Remark::new);
    }
    isDone = true;
    return anyMail || !resumeAt.isEmpty()
        ? Optional.empty()
        : Optional.of(new Remark("No mail was found in %s.".formatted(rootName)));
  }
}
