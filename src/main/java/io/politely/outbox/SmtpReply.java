package io.politely.outbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server answered to a command.
 *
 * @param code 200 to 599, or 0 where no clear answer was given
 * @param text what it said, one line, at most 300 characters
 */
record SmtpReply(int code, String text) {

  private static final int LONGEST = 300;
  private static final Pattern LINE = Pattern.compile("[2-5][0-9][0-9]([ -].*)?");
  private static final Pattern BLANK = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
  private static final SmtpReply UNCLEAR = new SmtpReply(0, "");

  /** Reads an answer; every line of it must have the same code, else nothing is clear. */
  static SmtpReply of(String answer) {
    List<String> lines = answer.lines().toList();
    if (lines.isEmpty()) {
      return UNCLEAR;
    }
    var code = code(lines.getFirst());
    for (int line = 0; line < lines.size(); line++) {
      boolean last = line == lines.size() - 1;
      if (!code(lines.get(line)).equals(code) || isContinued(lines.get(line)) == last) {
        return new SmtpReply(0, shown(answer));
      }
    }
    return code.isEmpty()
        ? new SmtpReply(0, shown(answer))
        : new SmtpReply(Integer.parseInt(code), shown(answer));
  }

  boolean isYes() {
    return code / 100 == 2;
  }

  boolean isNotNow() {
    return code / 100 == 4;
  }

  boolean isNever() {
    return code / 100 == 5;
  }

  private static String code(String line) {
    return LINE.matcher(line).matches() ? line.substring(0, 3) : "";
  }

  private static boolean isContinued(String line) {
    return line.length() > 3 && line.charAt(3) == '-';
  }

  /** Printable, folded, short: it is shown on a page. */
  private static String shown(String answer) {
    var begin = answer.substring(0, Math.min(answer.length(), 4 * LONGEST));
    var folded = UNPRINTABLE.matcher(BLANK.matcher(begin).replaceAll(" ")).replaceAll("?");
    return folded.substring(0, Math.min(folded.length(), LONGEST)).strip();
  }
}
