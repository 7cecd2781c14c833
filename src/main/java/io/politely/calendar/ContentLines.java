package io.politely.calendar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a calendar file, unfolded one at a time: a fold may stand within a character, so
 * bytes are joined before they are read. A line that is too long comes as its beginning.
 */
final class ContentLines implements Iterator<ContentLines.Line> {

  /**
   * A line.
   *
   * @param isCut whether only its beginning is here
   */
  record Line(String text, boolean isCut) {}

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] file;
  private final int longest;
  private byte[] buffer = new byte[256];
  private int at;
  private @Nullable Line next;

  ContentLines(byte[] file, int longest) {
    this.file = file;
    this.longest = longest;
    this.at =
        file.length > 2
                && file[0] == (byte) 0xEF
                && file[1] == (byte) 0xBB
                && file[2] == (byte) 0xBF
            ? 3
            : 0;
  }

  @Override
  public boolean hasNext() {
    while (next == null && at < file.length) {
      var line = read();
      next = line.text().isBlank() ? null : line;
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    var line = next;
    next = null;
    return line;
  }

  private Line read() {
    int length = 0;
    boolean cut = false;
    while (true) {
      int end = at;
      while (end < file.length && file[end] != '\n' && file[end] != '\r') {
        end++;
      }
      int taken = Math.min(end - at, longest - length);
      cut |= taken < end - at;
      if (length + taken > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(length + taken, buffer.length * 2));
      }
      System.arraycopy(file, at, buffer, length, taken);
      length += taken;
      at = afterLineEnd(end);
      if (at >= file.length || (file[at] != ' ' && file[at] != '\t')) {
        return new Line(decoded(length), cut);
      }
      at++;
    }
  }

  private int afterLineEnd(int end) {
    int after = end;
    // Some programs write \r\r\n.
    while (after < file.length && file[after] == '\r') {
      after++;
    }
    return after < file.length && file[after] == '\n' ? after + 1 : after;
  }

  private String decoded(int length) {
    var text = new String(buffer, 0, length, UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : new String(buffer, 0, length, ISO_8859_1);
  }
}
