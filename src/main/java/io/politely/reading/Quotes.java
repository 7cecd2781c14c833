package io.politely.reading;

/** Recognizes lines marked as quoted. */
final class Quotes {

  private static final int LONGEST_INITIALS = 12;

  private Quotes() {}

  /** Marked by {@code >}; Emacs also writes initials before it. */
  static boolean isQuoted(Lines lines, int line) {
    char first = lines.first(line);
    return first == '>' || first == '＞';
  }

  /** The end of a run of at least two lines that begin with the same initials and {@code >}. */
  static int endOfInitialled(Lines lines, int begin) {
    if (lines.indexOf(begin, '>', LONGEST_INITIALS) <= 0) {
      return begin;
    }
    var initials = initials(lines.stripped(begin));
    int end = begin;
    while (!initials.isEmpty() && end < lines.count() && lines.beginsWith(end, initials)) {
      end++;
    }
    return end - begin >= 2 ? end : begin;
  }

  /** Marked by a bar, as a few programs do; too common in tables to be told without attribution. */
  static boolean isBarred(Lines lines, int line) {
    return lines.first(line) == '|' && (lines.length(line) == 1 || lines.beginsWith(line, "| "));
  }

  static int endOfBarred(Lines lines, int begin) {
    int end = begin;
    while (end < lines.count() && isBarred(lines, end)) {
      end++;
    }
    return end;
  }

  private static String initials(String stripped) {
    int mark = stripped.indexOf('>');
    for (int i = 0; i < mark; i++) {
      if (!Character.isLetter(stripped.charAt(i))) {
        return "";
      }
    }
    return stripped.substring(0, mark + 1);
  }
}
