package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/**
 * A compressed stream unpacked, for as long as that goes well. Where it is broken, or is a bomb, it
 * ends early and remembers why, so that what came before is not lost.
 */
@Edge
final class UnpackedInputStream extends FilterInputStream {

  private static final int LARGEST_RATIO = 200;
  private static final long ALWAYS_ALLOWED = 1L << 30;

  private final LongSupplier packedBytes;
  private final long packedAtStart;
  private long unpacked;
  private boolean ended;
  private String problem = "";

  /**
   * Reads an unpacking stream.
   *
   * @param packedBytes how far the packed file was read
   */
  UnpackedInputStream(InputStream unpacking, LongSupplier packedBytes) {
    super(unpacking);
    this.packedBytes = packedBytes;
    this.packedAtStart = packedBytes.getAsLong();
  }

  /** Why it ended early, as the end of a sentence about the file. */
  Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (EOFException e) {
      return end("ends in the middle: it was cut off");
    } catch (ZipException e) {
      return end("is damaged from here on");
    }
    unpacked += Math.max(0, read);
    if (isBomb()) {
      return end("unpacks to more than two hundred times its size, which no mailbox does");
    }
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    var nowhere = new byte[(int) Math.min(n, 1 << 16)];
    long left = n;
    while (left > 0) {
      int read = read(nowhere, 0, (int) Math.min(left, nowhere.length));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return n - left;
  }

  private boolean isBomb() {
    long packed = packedBytes.getAsLong() - packedAtStart;
    return unpacked > ALWAYS_ALLOWED && unpacked / LARGEST_RATIO > packed;
  }

  private int end(String why) {
    ended = true;
    problem = why;
    return -1;
  }
}
