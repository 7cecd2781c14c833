package io.politely.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of Content-Type and Content-Disposition, with the continuations and character sets
 * of RFC 2231, and the encoded words that programs write there against the rules.
 */
final class HeaderParameters {

  private final String value;
  private final Map<String, String> parameters;

  private HeaderParameters(String value, Map<String, String> parameters) {
    this.value = value;
    this.parameters = parameters;
  }

  /** Takes a header value apart. */
  static HeaderParameters parse(String header) {
    var pieces = pieces(header);
    Map<String, String> parameters = new TreeMap<>();
    for (var piece : pieces.subList(1, pieces.size())) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            piece.substring(equals + 1).strip());
      }
    }
    return new HeaderParameters(pieces.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
  }

  /** What stands before the parameters, in lower case: {@code text/plain}, {@code attachment}. */
  String value() {
    return value;
  }

  /** A parameter by its lower-case name, decoded. */
  Optional<String> get(String name) {
    var plain = parameters.get(name);
    if (plain != null) {
      return Optional.of(Headers.oneLine(EncodedWords.decode(plain)));
    }
    var whole = parameters.get(name + "*");
    return (whole != null ? Optional.of(extended(whole)) : continued(name)).map(Headers::oneLine);
  }

  /** {@code name*0="a"; name*1*=%20b}. */
  private Optional<String> continued(String name) {
    var raw = new StringBuilder();
    boolean encoded = false;
    for (int i = 0; ; i++) {
      var plain = parameters.get(name + "*" + i);
      var percent = parameters.get(name + "*" + i + "*");
      if (plain == null && percent == null) {
        break;
      }
      encoded |= percent != null;
      raw.append(percent != null ? percent : plain);
    }
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(encoded ? extended(raw.toString()) : EncodedWords.decode(raw.toString()));
  }

  /** {@code utf-8'en'r%C3%A9sum%C3%A9.pdf}. */
  private static String extended(String text) {
    int first = text.indexOf('\'');
    int second = text.indexOf('\'', first + 1);
    var charset = first > 0 && second > 0 ? text.substring(0, first) : null;
    var content = second > 0 ? text.substring(second + 1) : text;
    var bytes = new byte[content.length() * 3];
    int length = 0;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      int high =
          c == '%' && i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(content.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = b;
        }
      }
    }
    return Charsets.decode(bytes, length, charset);
  }

  /** Cuts at semicolons outside quotes, and takes the quotes off. */
  private static List<String> pieces(String header) {
    List<String> pieces = new ArrayList<>();
    var piece = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted && i + 1 < header.length()) {
        piece.append(header.charAt(++i));
      } else if (c == ';' && !quoted) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
