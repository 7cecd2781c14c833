package io.politely.reading;

/** Small questions about characters that all readings share. */
final class Texts {

  private Texts() {}

  /** White space, with the no-break and zero-width kinds that mail programs leave behind. */
  static boolean isSpace(char c) {
    return c <= ' ' || (c >= '\u00a0' && isWideSpace(c));
  }

  private static boolean isWideSpace(char c) {
    return c == '\u00a0'
        || c == '\u200b'
        || c == '\u200e'
        || c == '\u200f'
        || c == '\ufeff'
        || (c >= '\u2000' && c <= '\u200a')
        || c == '\u202f'
        || c == '\u3000';
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@link Character#isLetterOrDigit}, answered at once for most characters of mail. */
  static boolean isLetterOrDigit(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  /** {@link Character#toLowerCase}, answered at once for most characters of mail. */
  static char lower(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c : Character.toLowerCase(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether {@code word} occurs in {@code text} with no letter or digit beside it. */
  static boolean hasWord(String text, String word) {
    return indexOfWord(text, word, 0) >= 0;
  }

  static int indexOfWord(String text, String word, int from) {
    for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !isLetterOrDigit(text.charAt(at - 1));
      boolean ends = end == text.length() || !isLetterOrDigit(text.charAt(end));
      if (begins && ends) {
        return at;
      }
    }
    return -1;
  }

  /** The text with every run of white space as one space, and none around it. */
  static String folded(String text) {
    if (isFolded(text)) {
      return text;
    }
    var folded = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else {
        if (space && !folded.isEmpty()) {
          folded.append(' ');
        }
        space = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static boolean isFolded(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean here = isSpace(c);
      if (here && (space || c != ' ')) {
        return false;
      }
      space = here;
    }
    return text.isEmpty() || !space;
  }

  static int countWords(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = isLetterOrDigit(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }
}
