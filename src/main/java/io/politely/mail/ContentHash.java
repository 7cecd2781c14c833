package io.politely.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity of a message: SHA-256 over the headers that a {@code Letter} keeps, the moment it
 * counts as written, and its body with plain line ends.
 *
 * <p>Whatever is derived from a message later is derived from what is hashed here. That makes the
 * derived state a function of the set of hashes, whatever the order and number of copies.
 */
final class ContentHash {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] LINE_END = {'\n'};

  private ContentHash() {}

  /**
   * Hashes a message.
   *
   * @param headers decoded, by lower-case name
   * @param raw the message as it came
   * @param bodyStart where its headers end
   */
  static String of(
      Map<String, List<String>> headers,
      Instant sentAt,
      SentAtSource sentAtSource,
      byte[] raw,
      int bodyStart) {
    var digest = sha256();
    var canonical = new StringBuilder(1024);
    for (var header : new TreeMap<>(headers).entrySet()) {
      for (var value : header.getValue()) {
        canonical.append(header.getKey()).append('\0');
        Headers.appendOneLine(canonical, value);
        canonical.append('\n');
      }
    }
    canonical.append('\0').append(sentAt).append('\0').append(sentAtSource).append('\n');
    digest.update(canonical.toString().getBytes(StandardCharsets.UTF_8));
    updateWithBody(digest, raw, bodyStart);
    return HEX.formatHex(digest.digest());
  }

  /** The identity of bytes that could not be read as a message. */
  static String ofBytes(byte[] bytes) {
    return HEX.formatHex(sha256().digest(bytes));
  }

  /** Line ends become LF, and blank lines at the end vanish, as they come and go with formats. */
  private static void updateWithBody(MessageDigest digest, byte[] raw, int bodyStart) {
    int end = raw.length;
    while (end > bodyStart && (raw[end - 1] == '\n' || raw[end - 1] == '\r')) {
      end--;
    }
    int from = bodyStart;
    for (int i = bodyStart; i + 1 < end; i++) {
      if (raw[i] == '\r' && raw[i + 1] == '\n') {
        digest.update(raw, from, i - from);
        digest.update(LINE_END);
        from = i + 2;
        i++;
      }
    }
    digest.update(raw, from, Math.max(0, end - from));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
    }
  }
}
