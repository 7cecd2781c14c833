package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Unreadable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An mbox: messages one after another, each behind a line that begins with {@code From }. The
 * quoting of such lines inside messages is taken off (mboxo, mboxrd); a Content-Length is believed
 * where it leads to the next message (mboxcl2), since there nothing is quoted.
 *
 * <p>It keeps one message in memory. Its position is the offset of the next message in the unpacked
 * file.
 */
@Edge
final class MboxSource implements MailSource {

  static final int KEPT_OF_UNREADABLE = 1 << 20;

  private static final byte[] SEPARATOR = ascii("From ");
  private static final byte[] LINE_AND_SEPARATOR = ascii("\nFrom ");
  private static final byte[] QUOTED_SEPARATOR = ascii(">From ");
  private static final byte[] CONTENT_LENGTH = ascii("content-length:");
  // Enough to judge a separator: its own line and the beginning of the next one.
  private static final int LOOK_AHEAD = 2_048;

  private final ByteWindow window; // begins at the separator of the next message
  private final Place place;
  private final int messageLimit;
  private final BooleanSupplier wasCutOff;
  private final long skipped;

  /**
   * Goes on reading an mbox.
   *
   * @param in the unpacked file
   * @param position where to go on, "" for the beginning
   * @param wasCutOff asked at the end: whether the last message lacks its end
   */
  MboxSource(InputStream in, Place place, String position, Limits limits, BooleanSupplier wasCutOff)
      throws IOException {
    this.place = place;
    this.messageLimit = limits.messageBytes();
    this.wasCutOff = wasCutOff;
    this.skipped = position.isEmpty() ? 0 : Long.parseLong(position);
    skip(in, skipped);
    this.window = new ByteWindow(in);
    dropUntilFirstMessage();
  }

  @Override
  public Optional<SourceItem> next() throws IOException {
    if (!window.fill(1)) {
      return Optional.empty();
    }
    window.fill(LOOK_AHEAD);
    int content = Math.min(window.lineEnd(0) + 1, window.size());
    var separator = new String(window.slice(0, content), StandardCharsets.ISO_8859_1).strip();
    var origin = place.inMbox(skipped + window.offset(), separator);
    int boundary = boundaryAfter(content);
    if (boundary < 0) {
      return Optional.of(skipTooLarge(content, origin));
    }
    if (boundary - content > messageLimit) {
      var beginning = window.slice(content, content + KEPT_OF_UNREADABLE);
      window.drop(boundary);
      return Optional.of(tooLarge(beginning, origin));
    }
    boolean isLast = !window.fill(boundary + 1);
    if (isLast && wasCutOff.getAsBoolean()) {
      var beginning = window.slice(content, Math.min(boundary, content + KEPT_OF_UNREADABLE));
      window.drop(boundary);
      return Optional.of(
          new Unreadable(beginning, origin, "The file was cut off in the middle of this message."));
    }
    return Optional.of(new RawMessage(take(content, boundary), origin));
  }

  @Override
  public String position() {
    return Long.toString(skipped + window.offset());
  }

  private static void skip(InputStream in, long count) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException e) {
      // The file became shorter since: there is nothing to go on with.
    }
  }

  private byte[] take(int content, int boundary) throws IOException {
    int stated = statedEnd(content, boundary);
    if (stated > 0) {
      var bytes = window.slice(content, stated);
      window.drop(afterBlankLines(stated));
      return bytes;
    }
    var bytes = unquoted(window.slice(content, withoutBlankLine(content, boundary)));
    window.drop(boundary);
    return bytes;
  }

  /** Blank lines and a byte order mark may stand before the first message. */
  private void dropUntilFirstMessage() throws IOException {
    while (window.fill(SEPARATOR.length) && !window.startsWith(SEPARATOR, 0)) {
      window.drop(1);
    }
    if (window.size() < SEPARATOR.length) {
      window.drop(window.size());
    }
  }

  /**
   * Where the next message begins; the end of the file, where none does; or -1, when this message
   * exceeds the limit.
   */
  private int boundaryAfter(int content) throws IOException {
    int searched = content - 1;
    while (true) {
      int found = window.find(LINE_AND_SEPARATOR, searched);
      if (found >= 0) {
        window.fill(found + LOOK_AHEAD);
        if (isBoundary(found + 1)) {
          return found + 1;
        }
        searched = found + 1;
      } else {
        searched = Math.max(searched, window.size() - LINE_AND_SEPARATOR.length);
        if (window.size() > messageLimit + LOOK_AHEAD) {
          return -1;
        }
        if (!window.fill(window.size() + 1)) {
          return window.size();
        }
      }
    }
  }

  /** Skips a message that is too large, keeping only its beginning. */
  private Unreadable skipTooLarge(int content, Origin origin) throws IOException {
    var beginning = window.slice(content, content + KEPT_OF_UNREADABLE);
    int found;
    do {
      // What may be the beginning of a separator stays.
      window.drop(window.size() - LINE_AND_SEPARATOR.length);
      window.fill(LOOK_AHEAD * 64);
      found = window.find(LINE_AND_SEPARATOR, 0);
      while (found >= 0 && !isBoundaryAhead(found + 1)) {
        found = window.find(LINE_AND_SEPARATOR, found + 1);
      }
    } while (found < 0 && window.fill(LINE_AND_SEPARATOR.length + 1));
    window.drop(found < 0 ? window.size() : found + 1);
    return tooLarge(beginning, origin);
  }

  private Unreadable tooLarge(byte[] beginning, Origin origin) {
    return new Unreadable(
        beginning, origin, "It is larger than %,d bytes.".formatted(messageLimit));
  }

  private boolean isBoundaryAhead(int at) throws IOException {
    window.fill(at + LOOK_AHEAD);
    return isBoundary(at);
  }

  /**
   * Whether a line that begins with {@code From } separates messages. A line of text may begin so
   * too; a separator has a date, or at least stands between a blank line and headers.
   */
  private boolean isBoundary(int at) {
    int lineEnd = window.lineEnd(at);
    boolean afterBlank = isBlankBefore(at);
    boolean beforeHeader = isHeader(lineEnd + 1);
    return isDated(at + SEPARATOR.length, lineEnd)
        ? afterBlank || beforeHeader
        : afterBlank && beforeHeader && isOneWord(at + SEPARATOR.length, lineEnd);
  }

  private boolean isBlankBefore(int at) {
    int i = at - 2;
    if (i >= 0 && window.at(i) == '\r') {
      i--;
    }
    return i < 0 || window.at(i) == '\n';
  }

  private boolean isHeader(int from) {
    int i = from;
    while (i < window.size() && window.at(i) > ' ' && window.at(i) != ':') {
      i++;
    }
    boolean named = i > from && i < window.size() && window.at(i) == ':';
    return named || window.startsWith(QUOTED_SEPARATOR, from);
  }

  /** A time of day and a year: {@code Thu Jan 1 00:00:00 1970}, in any order. */
  private boolean isDated(int from, int lineEnd) {
    boolean time = false;
    boolean year = false;
    int digits = 0;
    for (int i = from; i <= lineEnd; i++) {
      byte b = i < lineEnd ? window.at(i) : (byte) ' ';
      if (b >= '0' && b <= '9') {
        digits++;
      } else {
        time |= b == ':' && (digits == 1 || digits == 2);
        year |= b <= ' ' && digits == 4 && window.at(i - 5) == ' ';
        digits = 0;
      }
    }
    return time && year;
  }

  /** {@code From ada@example.org} or {@code From -}, without a date. */
  private boolean isOneWord(int from, int lineEnd) {
    for (int i = from; i < lineEnd; i++) {
      if (window.at(i) == ' ') {
        return false;
      }
    }
    return lineEnd > from;
  }

  /**
   * Where the message ends by its Content-Length, if that is believable because the next message or
   * the end of the file follows; else 0.
   */
  private int statedEnd(int content, int boundary) throws IOException {
    int body = bodyStart(content, boundary);
    long length = contentLength(content, body);
    if (length < 0 || length > messageLimit) {
      return 0;
    }
    int stated = body + (int) length;
    boolean goesOn = window.fill(stated + LOOK_AHEAD);
    if (stated > window.size()) {
      return 0;
    }
    int next = afterBlankLines(stated);
    boolean atEnd = !goesOn && next >= window.size();
    boolean atMessage =
        window.startsWith(SEPARATOR, next)
            && isDated(next + SEPARATOR.length, window.lineEnd(next));
    return atEnd || atMessage ? stated : 0;
  }

  private int bodyStart(int content, int boundary) {
    int line = content;
    while (line < boundary) {
      int lineEnd = window.lineEnd(line);
      if (lineEnd == line || (lineEnd == line + 1 && window.at(line) == '\r')) {
        return Math.min(lineEnd + 1, boundary);
      }
      line = lineEnd + 1;
    }
    return boundary;
  }

  private long contentLength(int content, int body) {
    for (int line = content; line < body; line = window.lineEnd(line) + 1) {
      if (line + CONTENT_LENGTH.length < body && isContentLength(line)) {
        return number(line + CONTENT_LENGTH.length);
      }
    }
    return -1;
  }

  private boolean isContentLength(int line) {
    for (int i = 0; i < CONTENT_LENGTH.length; i++) {
      if (Character.toLowerCase(window.at(line + i)) != CONTENT_LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  private long number(int from) {
    int i = from;
    while (i < window.size() && (window.at(i) == ' ' || window.at(i) == '\t')) {
      i++;
    }
    long number = -1;
    while (i < window.size() && Character.isDigit(window.at(i)) && number < Integer.MAX_VALUE) {
      number = Math.max(0, number) * 10 + window.at(i) - '0';
      i++;
    }
    return number;
  }

  private int afterBlankLines(int from) {
    int i = from;
    for (int lines = 0; lines < 2; lines++) {
      if (i < window.size() && window.at(i) == '\r') {
        i++;
      }
      if (i < window.size() && window.at(i) == '\n') {
        i++;
      }
    }
    return i;
  }

  /** The blank line before a separator belongs to the mailbox, not to the message. */
  private int withoutBlankLine(int content, int boundary) {
    int i = boundary - 1;
    if (i <= content || window.at(i) != '\n') {
      return boundary;
    }
    if (window.at(i - 1) == '\r') {
      i--;
    }
    return i > content && window.at(i - 1) == '\n' ? i : boundary;
  }

  /** Takes one {@code >} off each line of {@code >}s followed by {@code From }, in the body. */
  private static byte[] unquoted(byte[] message) {
    byte[] plain = message;
    int length = -1; // of the plain message, once it differs
    for (int i = MimeWalk.bodyStart(message); i < message.length; i++) {
      boolean quoting =
          message[i] == '>' && (i == 0 || message[i - 1] == '\n') && isQuotedSeparator(message, i);
      if (quoting && length < 0) {
        plain = message.clone();
        length = i;
      } else if (!quoting && length >= 0) {
        plain[length++] = message[i];
      }
    }
    return length < 0 ? message : Arrays.copyOf(plain, length);
  }

  private static boolean isQuotedSeparator(byte[] message, int at) {
    int i = at;
    while (i < message.length && message[i] == '>') {
      i++;
    }
    return i + SEPARATOR.length <= message.length
        && Arrays.equals(message, i, i + SEPARATOR.length, SEPARATOR, 0, SEPARATOR.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
