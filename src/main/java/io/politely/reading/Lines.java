package io.politely.reading;

import java.util.Arrays;

/**
 * A text as lines, by offsets; only the first part of a line is ever looked at, so that a line of
 * megabytes costs no more than a short one.
 */
final class Lines {

  /** Beyond this many characters a line is prose, whatever it begins with. */
  static final int LONGEST_LOOK = 400;

  private final String text;
  private final int[] starts;

  private Lines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  static Lines of(String text) {
    var starts = new int[64];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at;
      int newline = text.indexOf('\n', at);
      at = newline < 0 ? text.length() : newline + 1;
    }
    return new Lines(text, Arrays.copyOf(starts, count));
  }

  int count() {
    return starts.length;
  }

  int start(int line) {
    return starts[line];
  }

  /** The end of the line, line break included. */
  int end(int line) {
    return line + 1 < starts.length ? starts[line + 1] : text.length();
  }

  /** The line without surrounding white space, cut to what is looked at. */
  String stripped(int line) {
    int start = starts[line];
    int end = Math.min(end(line), start + LONGEST_LOOK);
    while (start < end && Texts.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Texts.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  boolean isBlank(int line) {
    int end = Math.min(end(line), starts[line] + LONGEST_LOOK);
    for (int i = starts[line]; i < end; i++) {
      if (!Texts.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The line as it stands, without its line break. */
  String text(int line) {
    int end = end(line);
    while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(starts[line], end);
  }

  boolean isTooLong(int line) {
    return end(line) - starts[line] > LONGEST_LOOK;
  }
}
