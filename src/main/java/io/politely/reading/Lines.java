package io.politely.reading;

import java.util.Arrays;

/**
 * A text as lines, by offsets, found by going over it once; only the first part of a line is ever
 * looked at, so that a line of megabytes costs no more than a short one.
 *
 * <p>Most rules can say no by the first or last character of a line, so those cost no copy.
 */
final class Lines {

  /** Beyond this many characters a line is prose, whatever it begins with. */
  static final int LONGEST_LOOK = 400;

  /** What {@link #first} and {@link #last} answer for a blank line. */
  static final char NOTHING = '\0';

  private static final int USUAL_LENGTH = 32;

  private final String text;
  private int count;
  private int[] starts;

  /** Where the line begins and ends without the white space around it. */
  private int[] begins;

  private int[] stops;

  private Lines(String text) {
    this.text = text;
    int room = text.length() / USUAL_LENGTH + 16;
    this.starts = new int[room];
    this.begins = new int[room];
    this.stops = new int[room];
  }

  static Lines of(String text) {
    var lines = new Lines(text);
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int next = newline < 0 ? text.length() : newline + 1;
      lines.add(at, next);
      at = next;
    }
    return lines;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      begins = Arrays.copyOf(begins, count * 2);
      stops = Arrays.copyOf(stops, count * 2);
    }
    int begin = start;
    int stop = Math.min(end, start + LONGEST_LOOK);
    while (begin < stop && Texts.isSpace(text.charAt(begin))) {
      begin++;
    }
    while (stop > begin && Texts.isSpace(text.charAt(stop - 1))) {
      stop--;
    }
    starts[count] = start;
    begins[count] = begin;
    stops[count] = stop;
    count++;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  /** The end of the line, line break included. */
  int end(int line) {
    return line + 1 < count ? starts[line + 1] : text.length();
  }

  /** The line without surrounding white space, cut to what is looked at. */
  String stripped(int line) {
    return text.substring(begins[line], stops[line]);
  }

  /** So many characters of {@link #stripped}. */
  String beginning(int line, int length) {
    return text.substring(begins[line], begins[line] + length);
  }

  /** How long {@link #stripped} is. */
  int length(int line) {
    return stops[line] - begins[line];
  }

  char first(int line) {
    return isBlank(line) ? NOTHING : text.charAt(begins[line]);
  }

  char last(int line) {
    return isBlank(line) ? NOTHING : text.charAt(stops[line] - 1);
  }

  boolean isBlank(int line) {
    return begins[line] == stops[line];
  }

  /** Whether the line, white space before it aside, begins with this. */
  boolean beginsWith(int line, String prefix) {
    return prefix.length() <= length(line) && text.startsWith(prefix, begins[line]);
  }

  /** Where in {@link #stripped} a character first stands, not after {@code most}; -1 if nowhere. */
  int indexOf(int line, char wanted, int most) {
    int begin = begins[line];
    int at = text.indexOf(wanted, begin, Math.min(stops[line], begin + most + 1));
    return at < 0 ? -1 : at - begin;
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
