package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.PackedSource.Opening;
import io.politely.mail.SourceItem.Remark;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip, read from its beginning to its end without unpacking it to disk: its files are mboxes,
 * messages, and things that are no mail. Its position is the number of the file, and the position
 * in that.
 */
@Edge
final class ZipSource implements MailSource {

  // Names that do not say otherwise are in the character set of old Windows; no byte is invalid.
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final ZipInputStream zip;
  private final Opening opening;
  private final String resumeIn;
  private final int resumeAt;
  private final Skipped skipped = new Skipped();
  private @Nullable MailSource current;
  private @Nullable UnpackedInputStream unpacked;
  private int index = -1; // of the current file
  private boolean anyMail;
  private boolean isDone;

  ZipSource(InputStream in, String position, Opening opening) {
    this.zip = new ZipInputStream(in, OLD_NAMES);
    this.opening = opening;
    int line = position.indexOf('\n');
    this.resumeAt = line < 0 ? -1 : Integer.parseInt(position.substring(0, line));
    this.resumeIn = line < 0 ? "" : position.substring(line + 1);
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
      var problem = unpacked == null ? Optional.<String>empty() : unpacked.problem();
      if (problem.isPresent()) {
        isDone = true;
        return Optional.of(
            new Remark(
                "%s %s. What could be read before that was imported."
                    .formatted(opening.root(), problem.get())));
      }
    }
    return Optional.empty();
  }

  @Override
  public String position() {
    return Math.max(index, 0) + "\n" + (current == null ? "" : current.position());
  }

  /** Opens the next file in the zip that may be mail; false at the end. */
  private boolean openNext() throws IOException {
    var entry = nextEntry();
    while (entry != null) {
      var stream = new UnpackedInputStream(new Unclosed(zip), opening.packedBytes());
      unpacked = stream;
      if (index >= resumeAt && open(entry, stream)) {
        return true;
      }
      if (stream.problem().isPresent()) {
        return true; // there is no way to the file behind a damaged one
      }
      entry = nextEntry();
    }
    return false;
  }

  private boolean open(ZipEntry entry, UnpackedInputStream stream) throws IOException {
    var path = entry.getName().replace('\\', '/');
    if (entry.isDirectory() || Skipped.isIrrelevant(path)) {
      return false;
    }
    var buffered = new BufferedInputStream(stream, 1 << 16);
    var format = PackedSource.format(buffered, path);
    if (format == FileFormat.OTHER || format == FileFormat.EMPTY) {
      skipped.add(path);
      return false;
    }
    current =
        PackedSource.open(
            buffered,
            path,
            index == resumeAt ? resumeIn : "",
            opening,
            () -> stream.problem().isPresent());
    return true;
  }

  private @Nullable ZipEntry nextEntry() throws IOException {
    index++;
    try {
      return zip.getNextEntry();
    } catch (ZipException | java.io.EOFException e) {
      skipped.remark(
          "%s ends in the middle: it was cut off. What could be read before that was imported."
              .formatted(opening.root()));
      return null;
    }
  }

  private Optional<SourceItem> finish() {
    var remark = skipped.take(opening.root());
    if (remark.isPresent()) {
      return remark.map(Remark::new);
    }
    isDone = true;
    return anyMail || resumeAt >= 0
        ? Optional.empty()
        : Optional.of(new Remark("No mail was found in %s.".formatted(opening.root())));
  }

  /** The stream of one file in the zip: closing it must not close the zip. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
