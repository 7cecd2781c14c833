package io.politely.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a file is, by its beginning rather than by its name. */
enum FileFormat {
  EMPTY,
  GZIP,
  ZIP,
  MBOX,
  /** One message. */
  MESSAGE,
  /** Not mail. */
  OTHER;

  /** How much of the beginning is looked at. */
  static final int LOOK_AT = 16 * 1024;

  private static final Set<String> HEADERS_OF_MAIL =
      Set.of(
          "from",
          "to",
          "cc",
          "subject",
          "date",
          "received",
          "return-path",
          "message-id",
          "mime-version",
          "content-type",
          "delivered-to",
          "reply-to",
          "sender",
          "in-reply-to",
          "references",
          "x-gm-thrid",
          "dkim-signature");

  /**
   * Recognizes a file.
   *
   * @param beginning its first bytes
   * @param name its name: one that ends in {@code .eml} is a message, however strange
   */
  static FileFormat of(byte[] beginning, String name) {
    if (beginning.length == 0) {
      return EMPTY;
    }
    if (startsWith(beginning, 0x1f, 0x8b)) {
      return GZIP;
    }
    if (startsWith(beginning, 'P', 'K', 3, 4) || startsWith(beginning, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    var text = new String(beginning, StandardCharsets.ISO_8859_1);
    var plain = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
    if (plain.isEmpty() && beginning.length < LOOK_AT) {
      return EMPTY;
    }
    if (plain.startsWith("From ")) {
      return MBOX;
    }
    boolean isMessage = name.toLowerCase(Locale.ROOT).endsWith(".eml") || hasHeadersOfMail(plain);
    return isMessage ? MESSAGE : OTHER;
  }

  /** Headers only, until the first blank line, and at least one of those that mail has. */
  private static boolean hasHeadersOfMail(String text) {
    boolean known = false;
    for (var line : text.split("\n", 60)) {
      if (line.isBlank()) {
        break;
      }
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      int colon = line.indexOf(':');
      if (continued || line.startsWith(">From ")) {
        continue;
      }
      if (colon <= 0 || line.lastIndexOf(' ', colon - 2) >= 0 || line.charAt(0) < '!') {
        return known;
      }
      known |= HEADERS_OF_MAIL.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }
    return known;
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
