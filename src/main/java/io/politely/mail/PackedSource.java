package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.SourceItem.Remark;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A stream of a format that is found out by looking at it: as it is, or in gzip. Says at the end
 * when it could not be unpacked whole.
 */
@Edge
final class PackedSource implements MailSource {

  private static final int BUFFER = 1 << 16;

  /**
   * What never changes while the streams in a file are opened.
   *
   * @param root the name of the file or folder that the user pointed at
   * @param around the folder for messages that lie in none below the root
   * @param packedBytes how far the file on disk was read
   */
  record Opening(String root, String around, Limits limits, LongSupplier packedBytes) {

    Place place(String path, boolean isOneMessage) {
      return Place.of(root, around, path, isOneMessage);
    }
  }

  private final MailSource inner;
  private final Optional<UnpackedInputStream> unpacked;
  private final String file;
  private boolean isTold;

  private PackedSource(MailSource inner, Optional<UnpackedInputStream> unpacked, String file) {
    this.inner = inner;
    this.unpacked = unpacked;
    this.file = file;
  }

  /**
   * Opens a stream.
   *
   * @param path from the root to what is in the stream, "" for the root itself
   * @param wasCutOff whether the stream ended early, asked at its end
   */
  static MailSource open(
      InputStream in, String path, String position, Opening opening, BooleanSupplier wasCutOff)
      throws IOException {
    var buffered = buffered(in);
    var file = path.isEmpty() ? opening.root() : opening.root() + "/" + path;
    return switch (format(buffered, path.isEmpty() ? opening.root() : path)) {
      case EMPTY -> new RemarkSource("%s is empty.".formatted(file));
      case OTHER ->
          new RemarkSource("%s does not look like a mailbox, so it was skipped.".formatted(file));
      case MBOX ->
          new MboxSource(
              buffered, opening.place(path, false), position, opening.limits(), wasCutOff);
      case MESSAGE ->
          new EmlSource(buffered, opening.place(path, true), position, opening.limits(), wasCutOff);
      case ZIP ->
          path.isEmpty()
              ? new ZipSource(buffered, position, opening)
              : new RemarkSource("%s is a zip inside a zip; unpack it first.".formatted(file));
      case GZIP -> openGzip(buffered, path, position, opening, file);
    };
  }

  /** What a stream is; it can still be read from its beginning afterwards. */
  static FileFormat format(BufferedInputStream in, String name) throws IOException {
    in.mark(FileFormat.LOOK_AT + 1);
    var beginning = in.readNBytes(FileFormat.LOOK_AT);
    in.reset();
    return FileFormat.of(beginning, name);
  }

  @Override
  public Optional<SourceItem> next() throws IOException {
    var item = inner.next();
    if (item.isPresent() || isTold) {
      return item;
    }
    isTold = true;
    return unpacked
        .flatMap(UnpackedInputStream::problem)
        .map(problem ->
            new Remark(
                "%s %s. What could be read before that was imported.".formatted(file, problem)));
  }

  @Override
  public String position() {
    return inner.position();
  }

  private static MailSource openGzip(
      InputStream in, String path, String position, Opening opening, String file)
      throws IOException {
    try {
      var unpacked =
          new UnpackedInputStream(new GZIPInputStream(in, BUFFER), opening.packedBytes());
      var buffered = buffered(unpacked);
      if (unpacked.problem().isPresent()) {
        return new RemarkSource("%s %s.".formatted(file, unpacked.problem().get()));
      }
      if (format(buffered, withoutGz(path)) == FileFormat.GZIP) {
        return new RemarkSource("%s is packed twice; unpack it once.".formatted(file));
      }
      var inner = open(buffered, path, position, opening, () -> unpacked.problem().isPresent());
      return new PackedSource(inner, Optional.of(unpacked), file);
    } catch (EOFException | ZipException e) {
      return new RemarkSource("%s ends in the middle: it was cut off.".formatted(file));
    }
  }

  private static String withoutGz(String path) {
    return path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
  }

  private static BufferedInputStream buffered(InputStream in) {
    return in instanceof BufferedInputStream already
        ? already
        : new BufferedInputStream(in, BUFFER);
  }
}
