package io.politely.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the lines that introduce a quotation, in the languages and shapes that mail programs write
 * them in: "On Monday Ada wrote:", "Am 3. März schrieb Ada:", "2026-03-03 9:00 GMT+01:00 Ada".
 */
final class Attributions {

  /** The most lines that a mail program breaks an attribution into. */
  static final int MOST_LINES = 6;

  /** The verb stands in one of the last lines; what follows it is a name, an address or a date. */
  private static final int MOST_LINES_TO_VERB = 3;

  private static final int LONGEST = 350;

  private static final int SHORTEST_WROTE = 2;
  private static final int LONGEST_WROTE = 12;

  private static final Set<String> WROTE =
      Phrases.set(
          """
          wrote, writes, schrieb, geschrieben, écrit, ecrit, escribió, escribio, scritto, scrive,
          escreveu, schreef, geschreven, skrev, skrifaði, kirjoitti, napisał, napisała, napsal,
          napísal, написал, написала, пишет, пише, писав, написав, scris, írta, yazdı, έγραψε, 写道,
          寫道
          """);

  /** Japanese and Korean attach the verb to what stands before it. */
  private static final List<String> WROTE_ATTACHED = List.of("写道", "寫道", "書きました", "작성");

  private static final Set<String> STARTS =
      Phrases.set(
          """
          on, am, le, el, il, em, op, den, dnia, dne, at, a, no, på, pada, vào, в, во, от, in,
          quoting
          """);

  private Attributions() {}

  /**
   * Where the attribution that ends on this line begins, or -1 when none ends here.
   *
   * @param from the first line it may begin on
   * @param quoteFollows whether quoted text comes next, so that less proof is needed
   */
  static int begin(Lines lines, int end, int from, boolean quoteFollows) {
    if (lines.isTooLong(end)) {
      return -1;
    }
    var last = lines.stripped(end);
    if (isDatedName(last) && (quoteFollows || last.contains("GMT"))) {
      return end;
    }
    if (!endsLikeOne(last, quoteFollows)) {
      return -1;
    }
    int weak = -1;
    boolean named = false;
    var joined = "";
    for (int line = end; line >= from && line > end - MOST_LINES; line--) {
      if (lines.isBlank(line)) {
        if (isBalanced(joined) && !joined.startsWith("<")) {
          break;
        }
        continue;
      }
      var part = lines.stripped(line);
      if (line < end && part.endsWith(":")) {
        break;
      }
      if (!named && line <= end - MOST_LINES_TO_VERB) {
        break;
      }
      named = named || namesWriting(part.toLowerCase(Locale.ROOT));
      joined = part + " " + joined;
      if (joined.length() > LONGEST || lines.isTooLong(line)) {
        break;
      }
      if (named && isBalanced(joined) && isAttribution(joined, quoteFollows)) {
        if (startsLikeOne(joined)) {
          return line;
        }
        weak = weak < 0 ? line : weak;
      }
    }
    return weak;
  }

  /** A quick no for most lines that no quotation follows. */
  static boolean mayEnd(Lines lines, int line) {
    return mayBe(lines.first(line), lines.last(line))
        && !Announcements.isRule(lines.stripped(line));
  }

  private static boolean mayBe(char first, char last) {
    return last == ':'
        || last == '-'
        || last == '*'
        || last == '_'
        || last == '：'
        || Texts.isDigit(first);
  }

  /** Whether one line by itself is an attribution. */
  static boolean isAttribution(String line, boolean quoteFollows) {
    var stripped = line.strip();
    if (!quoteFollows && !mayStandAlone(stripped)) {
      return false;
    }
    var lower = stripped.toLowerCase(Locale.ROOT);
    if (isDatedName(lower)) {
      return quoteFollows || lower.contains("gmt");
    }
    if (!namesWriting(lower)) {
      return false;
    }
    boolean starts = startsLikeOne(lower);
    boolean proven = hasDate(lower) || lower.indexOf('@') >= 0;
    if (starts) {
      return proven || quoteFollows;
    }
    return quoteFollows || (proven && lower.indexOf('@') >= 0);
  }

  private static boolean mayStandAlone(String line) {
    return !line.isEmpty()
        && mayBe(line.charAt(0), line.charAt(line.length() - 1))
        && !Announcements.isRule(line);
  }

  private static boolean endsLikeOne(String line, boolean quoteFollows) {
    var end = line;
    while (end.endsWith("-") || end.endsWith(" ") || end.endsWith("*") || end.endsWith("_")) {
      end = end.substring(0, end.length() - 1);
    }
    if (end.endsWith(":") || end.endsWith("：")) {
      return true;
    }
    return (end.length() < line.length() || quoteFollows) && endsWithWriting(end);
  }

  private static boolean endsWithWriting(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    for (var verb : WROTE) {
      if (lower.endsWith(verb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesWriting(String lower) {
    int begin = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !Character.isLetter(lower.charAt(i))) {
        int length = i - begin;
        if (length >= SHORTEST_WROTE
            && length <= LONGEST_WROTE
            && WROTE.contains(lower.substring(begin, i))) {
          return true;
        }
        begin = i + 1;
      }
    }
    for (var verb : WROTE_ATTACHED) {
      if (lower.contains(verb)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsLikeOne(String text) {
    int begin = 0;
    while (begin < text.length() && (text.charAt(begin) == '-' || text.charAt(begin) == ' ')) {
      begin++;
    }
    if (begin == text.length()) {
      return false;
    }
    if (text.charAt(begin) == '在' || Texts.isDigit(text.charAt(begin))) {
      return true;
    }
    int end = begin;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    var first = text.substring(begin, end).toLowerCase(Locale.ROOT);
    return STARTS.contains(first)
        && Texts.hasDigit(text.substring(end, Math.min(text.length(), end + 40)));
  }

  /** A digit next to a digit, with a mark of time or date between numbers somewhere. */
  private static boolean hasDate(String text) {
    int digits = 0;
    boolean mark = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Texts.isDigit(c)) {
        digits++;
      } else if ((c == ':' || c == '/' || c == '-' || c == '.' || c == '年')
          && i > 0
          && Texts.isDigit(text.charAt(i - 1))) {
        mark = true;
      }
    }
    return digits >= 4 || (digits >= 3 && mark);
  }

  /** "2026-03-03 17:21 GMT+01:00 Ada", "2026/3/3 Ada via forum <forum@example.org>". */
  private static boolean isDatedName(String line) {
    if (line.length() < 12 || !Texts.isDigit(line.charAt(0))) {
      return false;
    }
    int at = 0;
    int parts = 1;
    while (at < line.length()
        && (Texts.isDigit(line.charAt(at)) || line.charAt(at) == '-' || line.charAt(at) == '/')) {
      parts += Texts.isDigit(line.charAt(at)) ? 0 : 1;
      at++;
    }
    if (parts != 3 || at < 8 || at > 10 || at >= line.length() || line.charAt(at) != ' ') {
      return false;
    }
    char end = line.charAt(line.length() - 1);
    return line.contains("GMT") || line.contains("gmt") || end == '>' || end == ':';
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      open += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return true;
  }
}
