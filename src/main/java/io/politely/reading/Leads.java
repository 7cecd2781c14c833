package io.politely.reading;

import java.util.Locale;

/**
 * Finds the lines that groupware puts above the keys of quoted headers: a name, sometimes who sent
 * it for whom, and a date, each without a key.
 */
final class Leads {

  private static final int MOST_LINES = 4;
  private static final int MOST_BLANK_LINES = 2;
  private static final int LONGEST_NAME = 90;

  /** A day, a year and a time have at least so many digits. */
  private static final int FEWEST_DIGITS = 7;

  private static final PhraseIndex ASIDES =
      PhraseIndex.of(
          """
          sent by:, please respond to, please reply to, gesendet von:, bitte antwort an,
          bitte antworten an, envoyé par, enviado por, inviato da, verzonden door, antwoord aan
          """);

  private Leads() {}

  /** The first line of what leads to the key on this line; that line itself where nothing does. */
  static int begin(Lines lines, int key) {
    int line = key - 1;
    while (line >= 0 && line >= key - MOST_BLANK_LINES && lines.isBlank(line)) {
      line--;
    }
    var joined = "";
    int lowest = Math.max(0, line - MOST_LINES + 1);
    for (; line >= lowest && !lines.isBlank(line); line--) {
      joined = lines.stripped(line) + " " + joined;
      if (isDated(joined)) {
        return Texts.isDigit(lines.first(line)) ? withName(lines, line) : line;
      }
    }
    return key;
  }

  private static int withName(Lines lines, int date) {
    int begin = date;
    while (begin > 0 && begin > date - MOST_LINES && isAside(lines, begin - 1)) {
      begin--;
    }
    return begin > 0 && isName(lines, begin - 1) ? begin - 1 : begin;
  }

  private static boolean isAside(Lines lines, int line) {
    return ASIDES.begins(lines.stripped(line).toLowerCase(Locale.ROOT));
  }

  private static boolean isName(Lines lines, int line) {
    return !lines.isBlank(line)
        && lines.length(line) <= LONGEST_NAME
        && ".?!:;,".indexOf(lines.last(line)) < 0;
  }

  private static boolean isDated(String text) {
    int digits = 0;
    boolean time = false;
    for (int i = 0; i < text.length(); i++) {
      if (Texts.isDigit(text.charAt(i))) {
        digits++;
        time |= i >= 2 && text.charAt(i - 1) == ':' && Texts.isDigit(text.charAt(i - 2));
      }
    }
    return time && digits >= FEWEST_DIGITS && digits <= 2 * FEWEST_DIGITS + 4;
  }
}
