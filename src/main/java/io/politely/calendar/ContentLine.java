package io.politely.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a calendar file, unfolded: a name, parameters, a value (RFC 5545, 3.1).
 *
 * @param name in upper case
 * @param parameters by name in upper case; the first value of each
 * @param value as it is written, escapes included
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  ContentLine {
    parameters = Map.copyOf(parameters);
  }

  /** A line of a name and a value alone. */
  ContentLine(String name, String value) {
    this(name, Map.of(), value);
  }

  /** What a line says; empty where it is none. */
  static Optional<ContentLine> parse(String line) {
    int at = end(line, 0, ";:");
    if (at == 0 || at == line.length()) {
      return Optional.empty();
    }
    var name = line.substring(0, at).strip().toUpperCase(Locale.ROOT);
    int group = name.lastIndexOf('.');
    var parameters = new HashMap<String, String>();
    while (line.charAt(at) == ';') {
      int end = end(line, at + 1, ";:");
      if (end == line.length()) {
        return Optional.empty();
      }
      parameter(line.substring(at + 1, end), parameters);
      at = end;
    }
    return Optional.of(
        new ContentLine(name.substring(group + 1), parameters, line.substring(at + 1)));
  }

  /** A parameter, or "". */
  String parameter(String key) {
    return parameters.getOrDefault(key, "");
  }

  /** The value as text that people read. */
  String text() {
    return unescaped(value);
  }

  /** Where one of the marks stands outside quotation marks; the end where none does. */
  private static int end(String line, int from, String marks) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && marks.indexOf(c) >= 0) {
        return i;
      }
    }
    return line.length();
  }

  private static void parameter(String text, Map<String, String> into) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      var value = text.substring(equals + 1);
      into.putIfAbsent(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
          caretsRead(value.replace("\"", "")).strip());
    }
  }

  /** RFC 6868. */
  private static String caretsRead(String value) {
    return value.indexOf('^') < 0
        ? value
        : value.replace("^n", " ").replace("^'", "\"").replace("^^", "^");
  }

  static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        text.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\n", "\\n");
  }

  /** Values of a list, as dates and rules write them: they hold no escapes. */
  List<String> values() {
    var values = new ArrayList<String>();
    for (int from = 0; from <= value.length(); ) {
      int comma = value.indexOf(',', from);
      int end = comma < 0 ? value.length() : comma;
      if (end > from) {
        values.add(value.substring(from, end).strip());
      }
      from = end + 1;
    }
    return values;
  }
}
