package io.politely.mail;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words in headers, {@code =?utf-8?Q?Andr=C3=A9?=} (RFC 2047): read as people meant them,
 * also where they break the rules. What cannot be decoded stays as it is.
 */
final class EncodedWords {

  private EncodedWords() {}

  /** The text with its encoded words decoded. */
  static String decode(String text) {
    int start = text.indexOf("=?");
    if (start < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    // Neighbours in one character set are decoded together: some writers split inside a letter.
    var pending = new Pending(decoded, text.length());
    int at = 0;
    while (start >= 0) {
      var word = wordAt(text, start);
      if (word == null) {
        start = text.indexOf("=?", start + 2);
        continue;
      }
      var between = text.substring(at, start);
      if (!(pending.isWaiting() && between.isBlank())) {
        pending.flush();
        decoded.append(between);
      }
      pending.add(word);
      at = word.end();
      start = text.indexOf("=?", at);
    }
    pending.flush();
    return decoded.append(text, at, text.length()).toString();
  }

  private static final class Pending {
    private final StringBuilder decoded;
    private final byte[] bytes;
    private int length;
    private String charset = "";

    /** Each byte takes at least one character of the text. */
    Pending(StringBuilder decoded, int most) {
      this.decoded = decoded;
      this.bytes = new byte[most];
    }

    boolean isWaiting() {
      return !charset.isEmpty();
    }

    void add(Word word) {
      if (!word.charset().equals(charset)) {
        flush();
        charset = word.charset();
      }
      System.arraycopy(word.bytes(), 0, bytes, length, word.bytes().length);
      length += word.bytes().length;
    }

    void flush() {
      if (isWaiting()) {
        decoded.append(Charsets.decode(bytes, length, charset));
        length = 0;
        charset = "";
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(String charset, byte[] bytes, int end) {}

  private static @Nullable Word wordAt(String text, int start) {
    int charsetEnd = text.indexOf('?', start + 2);
    if (charsetEnd < 0 || charsetEnd + 3 > text.length() || text.charAt(charsetEnd + 2) != '?') {
      return null;
    }
    int contentStart = charsetEnd + 3;
    int end = text.indexOf("?=", contentStart);
    if (end < 0) {
      return null;
    }
    var charset = text.substring(start + 2, charsetEnd);
    int language = charset.indexOf('*'); // RFC 2231: =?utf-8*en?Q?…?=
    if (language >= 0) {
      charset = charset.substring(0, language);
    }
    var content = text.substring(contentStart, end);
    var bytes =
        switch (text.charAt(charsetEnd + 1)) {
          case 'Q', 'q' -> quoted(content);
          case 'B', 'b' -> base64(content);
          default -> null;
        };
    return bytes == null || charset.isBlank()
        ? null
        : new Word(charset.toLowerCase(Locale.ROOT), bytes, end + 2);
  }

  private static byte[] quoted(String content) {
    var bytes = new byte[content.length()];
    int length = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '=' && i + 2 < content.length()) {
        int high = Character.digit(content.charAt(i + 1), 16);
        int low = Character.digit(content.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          bytes[length++] = (byte) (high * 16 + low);
          i += 2;
          continue;
        }
      }
      bytes[length++] = (byte) (c == '_' ? ' ' : c);
    }
    return Arrays.copyOf(bytes, length);
  }

  private static byte @Nullable [] base64(String content) {
    try {
      return Base64.getMimeDecoder().decode(content.replaceAll("=+$", ""));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
