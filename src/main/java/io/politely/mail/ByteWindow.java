package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A part of a stream held in memory: it slides forward when bytes are dropped, and grows when more
 * are asked for. All indexes count from its first byte.
 */
@Edge
final class ByteWindow {

  private static final int ORDINARY = 1 << 18;

  private final InputStream in;
  private byte[] bytes = new byte[ORDINARY];
  private int start;
  private int end;
  private long offset;
  private boolean ended;

  ByteWindow(InputStream in) {
    this.in = in;
  }

  /** Where its first byte lies in the stream. */
  long offset() {
    return offset;
  }

  /** How many bytes it holds. */
  int size() {
    return end - start;
  }

  byte at(int index) {
    return bytes[start + index];
  }

  /** Reads until it holds so many bytes; false when the stream ends before. */
  boolean fill(int wanted) throws IOException {
    while (size() < wanted && !ended) {
      makeRoom();
      int read = in.read(bytes, end, bytes.length - end);
      if (read < 0) {
        ended = true;
      } else {
        end += read;
      }
    }
    return size() >= wanted;
  }

  /** Slides forward. */
  void drop(int count) {
    start += count;
    offset += count;
    if (bytes.length > 4 * ORDINARY && size() < ORDINARY) { // after a large message
      bytes = Arrays.copyOf(Arrays.copyOfRange(bytes, start, end), ORDINARY);
      end -= start;
      start = 0;
    }
  }

  /** The first index from one on where a word stands, or -1. */
  int find(byte[] word, int from) {
    byte first = word[0];
    for (int i = start + from; i <= end - word.length; i++) {
      if (bytes[i] == first && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
        return i - start;
      }
    }
    return -1;
  }

  boolean startsWith(byte[] word, int index) {
    int at = start + index;
    return at + word.length <= end
        && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
  }

  /** The end of the line that holds an index: its line feed, or the end of the window. */
  int lineEnd(int index) {
    int i = start + index;
    while (i < end && bytes[i] != '\n') {
      i++;
    }
    return i - start;
  }

  /** A copy of a range, as far as it is there. */
  byte[] slice(int from, int to) {
    int last = Math.min(start + to, end);
    return Arrays.copyOfRange(bytes, Math.min(start + from, last), last);
  }

  private void makeRoom() {
    if (end < bytes.length) {
      return;
    }
    if (start > bytes.length / 2) {
      System.arraycopy(bytes, start, bytes, 0, size());
    } else {
      bytes = Arrays.copyOf(Arrays.copyOfRange(bytes, start, end), bytes.length * 2);
    }
    end -= start;
    start = 0;
  }
}
