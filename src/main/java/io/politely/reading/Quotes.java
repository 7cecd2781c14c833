package io.politely.reading;

/** Recognizes lines marked as quoted. */
final class Quotes {

  private static final int LONGEST_INITIALS = 12;

  private Quotes() {}

  /** Marked by {@code >}; Emacs also writes initials before it. */
  static boolean isQuoted(String stripped) {
    return !stripped.isEmpty() && (stripped.charAt(0) == '>' || stripped.charAt(0) == '＞');
  }

  /** The end of a run of at least two lines that begin with the same initials and {@code >}. */
  static int endOfInitialled(Lines lines, int begin) {
    var initials = initials(lines.stripped(begin));
    int end = begin;
    while (!initials.isEmpty() && end < lines.count() && lines.stripped(end).startsWith(initials)) {
      end++;
    }
    return end - begin >= 2 ? end : begin;
  }

  /** Marked by a bar, as a few programs do; too common in tables to be told without attribution. */
  static boolean isBarred(Lines lines, int line) {
    var text = lines.stripped(line);
    return text.equals("|") || text.startsWith("| ");
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
    if (mark <= 0 || mark > LONGEST_INITIALS) {
      return "";
    }
    for (int i = 0; i < mark; i++) {
      if (!Character.isLetter(stripped.charAt(i))) {
        return "";
      }
    }
    return stripped.substring(0, mark + 1);
  }
}
