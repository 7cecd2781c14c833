package io.politely.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file with a whole workspace, as {@link Archive#write} made it. */
@Edge
public final class ArchiveFile implements AutoCloseable {

  /** A message has at most 50 MB, and two digits for each byte. */
  private static final int LONGEST_LINE = 110 << 20;

  private static final int LONGEST_MANIFEST = 4 << 20;
  private static final int MOST_LINES = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private final ZipFile zip;
  private final Manifest manifest;

  private ArchiveFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a file.
   *
   * @throws UnusableArchive if it is none, or not whole
   */
  public static ArchiveFile open(Path path) throws UnusableArchive, IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), UTF_8);
    } catch (ZipException e) {
      throw new UnusableArchive("It is no ZIP file, or was cut off.", e);
    }
    try {
      var entry = zip.getEntry(Manifest.ENTRY);
      if (entry == null) {
        throw new UnusableArchive("It is no exported workspace: it has no workspace.json.");
      }
      try (var in = zip.getInputStream(entry)) {
        return new ArchiveFile(zip, ManifestJson.read(in.readNBytes(LONGEST_MANIFEST)));
      }
    } catch (UnusableArchive | IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What it says of itself. */
  public Manifest manifest() {
    return manifest;
  }

  /** Whose rows they are. */
  public WorkspaceId workspace() {
    return new WorkspaceId(manifest.workspace());
  }

  /** Takes some rows of a file. */
  @FunctionalInterface
  interface Taker {

    /**
     * Takes them.
     *
     * @param rows a JSON array
     * @param length of it, in bytes
     * @param line the number of the last one's line
     */
    void take(InputStream rows, int length, long line) throws UnusableArchive;
  }

  /** Hands out the lines of an entry, some at a time; none where it is not there. */
  void rows(String name, Taker taker) throws UnusableArchive, IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    try (var in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
      var lines = new Lines(name, in);
      while (lines.fill()) {
        taker.take(lines.array(), lines.length(), lines.number);
      }
    } catch (ZipException e) {
      throw new UnusableArchive("%s is damaged.".formatted(name), e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Some lines at a time, as a JSON array. */
  private static final class Lines {

    private final String name;
    private final InputStream in;
    private final Bytes array = new Bytes();
    private long number;

    Lines(String name, InputStream in) {
      this.name = name;
      this.in = in;
    }

    /** Whether there was another line. */
    boolean fill() throws UnusableArchive, IOException {
      array.reset();
      int lines = 0;
      array.write('[');
      while (lines < MOST_LINES && array.size() < MOST_BYTES && line(lines > 0)) {
        lines++;
        number++;
      }
      array.write(']');
      return lines > 0;
    }

    private boolean line(boolean isAnother) throws UnusableArchive, IOException {
      int first = in.read();
      if (first < 0) {
        return false;
      }
      if (isAnother) {
        array.write(',');
      }
      int begin = array.size();
      for (int b = first; b >= 0 && b != '\n'; b = in.read()) {
        array.write(b);
        if (array.size() - begin > LONGEST_LINE) {
          throw new UnusableArchive("%s has a line that is too long.".formatted(name));
        }
      }
      return true;
    }

    /** Without a copy: one line can be most of the memory. */
    InputStream array() {
      return array.read();
    }

    int length() {
      return array.size();
    }
  }

  private static final class Bytes extends ByteArrayOutputStream {

    InputStream read() {
      return new ByteArrayInputStream(buf, 0, count);
    }
  }
}
