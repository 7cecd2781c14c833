package io.politely.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns bytes of mail into text, whatever character set they claim, and never fails. */
final class Charsets {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Names that mean more than they say, as browsers and other mail programs have learned. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-8-i", "windows-1255"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("cp936", "GB18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("cp-850", "IBM850"));

  private static final Map<String, Charset> KNOWN = new ConcurrentHashMap<>();
  private static final int KNOWN_AT_MOST = 500;

  private Charsets() {}

  /**
   * The text that bytes stand for.
   *
   * @param claimed the character set that the message names, or null
   */
  static String decode(byte[] bytes, int length, @Nullable String claimed) {
    if (isAscii(bytes, length) && (claimed == null || isUsual(claimed) || !isEscaped(claimed))) {
      return withoutNull(new String(bytes, 0, length, StandardCharsets.US_ASCII));
    }
    var charset = claimed == null ? null : find(claimed);
    if (charset == null
        || charset.equals(StandardCharsets.US_ASCII)
        || charset.equals(StandardCharsets.UTF_8)) {
      return withoutNull(utf8OrWestern(bytes, length));
    }
    return withoutNull(new String(bytes, 0, length, charset));
  }

  /** The character set with a name that mail uses, or null when nobody knows it. */
  static @Nullable Charset find(String name) {
    var key = name.strip().toLowerCase(Locale.ROOT);
    var known = KNOWN.get(key);
    if (known != null) {
      return known;
    }
    try {
      var charset = Charset.forName(MEANT.getOrDefault(key, key));
      if (KNOWN.size() < KNOWN_AT_MOST) {
        KNOWN.put(key, charset);
      }
      return charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    } catch (IllegalArgumentException e) {
      return null; // an empty name
    }
  }

  /** Text as PostgreSQL can keep it: without NUL, and without halves of characters. */
  static String storable(String text) {
    var plain = withoutNull(text);
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isSurrogate(plain.charAt(i))) {
        return new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return plain;
  }

  /** PostgreSQL keeps no NUL character in text, and nobody can read one. */
  static String withoutNull(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /**
   * UTF-8 where the bytes are that, but for a few broken ones; otherwise the character set of
   * Western Windows, where every byte means something.
   */
  private static String utf8OrWestern(byte[] bytes, int length) {
    var lenient = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (lenient.indexOf('\uFFFD') < 0) {
      return lenient;
    }
    long broken = lenient.chars().filter(c -> c == '\uFFFD').count() - written(bytes, length);
    long beyondAscii = lenient.chars().filter(c -> c > 0x7f).count();
    return broken * 10 <= beyondAscii ? lenient : new String(bytes, 0, length, WINDOWS_1252);
  }

  /** How often the character that stands for a broken one was itself written, EF BF BD. */
  private static long written(byte[] bytes, int length) {
    return IntStream.range(0, length - 2)
        .filter(i ->
            bytes[i] == (byte) 0xef && bytes[i + 1] == (byte) 0xbf && bytes[i + 2] == (byte) 0xbd)
        .count();
  }

  private static boolean isAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Nearly all mail, and all headers. */
  private static boolean isUsual(String claimed) {
    return claimed.equalsIgnoreCase("utf-8")
        || claimed.equalsIgnoreCase("us-ascii")
        || claimed.equalsIgnoreCase("iso-8859-1");
  }

  /** Character sets that write other letters with the bytes of ASCII. */
  private static boolean isEscaped(String claimed) {
    var name = claimed.strip().toLowerCase(Locale.ROOT);
    return name.startsWith("iso-2022")
        || name.startsWith("hz")
        || name.startsWith("utf-16")
        || name.startsWith("utf-32")
        || name.startsWith("csiso2022")
        || name.startsWith("ebcdic")
        || name.startsWith("ibm");
  }
}
