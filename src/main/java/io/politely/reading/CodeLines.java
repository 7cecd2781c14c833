package io.politely.reading;

/** Tells lines of patches, code and other machine text from prose, going down a text once. */
final class CodeLines {

  private static final int MOST_LOOKED_AT = 200;

  private static final boolean[] SYMBOLS = new boolean[128];

  static {
    "{}()<>[]=*&|;\\_^~%$#@+/\"`".chars().forEach(symbol -> SYMBOLS[symbol] = true);
  }

  private boolean fenced;
  private boolean patch;

  /** Whether this line, which follows the one asked before, is not prose. */
  boolean isCode(String line, String stripped) {
    if (stripped.startsWith("```")) {
      fenced = !fenced;
      return true;
    }
    if (fenced) {
      return true;
    }
    if (beginsPatch(line)) {
      patch = true;
      return true;
    }
    if (patch) {
      patch = continuesPatch(line);
      return patch;
    }
    return looksLikeCode(line, stripped);
  }

  static boolean beginsPatch(String line) {
    return line.startsWith("diff --git ")
        || line.startsWith("--- a/")
        || line.startsWith("+++ b/")
        || line.startsWith("@@ -")
        || line.startsWith("Index: ")
        || line.startsWith("diff -")
        || line.startsWith("*** a/");
  }

  private static boolean continuesPatch(String line) {
    if (line.isEmpty()) {
      return true;
    }
    char first = line.charAt(0);
    return first == '+'
        || first == '-'
        || first == ' '
        || first == '@'
        || first == '\\'
        || first == '\t'
        || line.startsWith("index ")
        || line.startsWith("new file")
        || line.startsWith("deleted file")
        || line.startsWith("similarity")
        || line.startsWith("rename ")
        || line.startsWith("old mode")
        || line.startsWith("new mode")
        || line.startsWith("Binary files");
  }

  private static boolean looksLikeCode(String line, String stripped) {
    if (stripped.isEmpty()) {
      return false;
    }
    char first = stripped.charAt(0);
    if (first == '.' && stripped.length() > 2 && Character.isUpperCase(stripped.charAt(1))) {
      return true; // roff
    }
    if (first == '$' || (first == '#' && stripped.length() > 1 && stripped.charAt(1) != ' ')) {
      return true; // shell, preprocessor
    }
    char last = stripped.charAt(stripped.length() - 1);
    boolean indented = line.startsWith("    ") || line.startsWith("\t");
    if (last == ';' || last == '{' || last == '}') {
      return indented || symbolShare(stripped) > 0.12;
    }
    return symbolShare(stripped) > (indented ? 0.16 : 0.3);
  }

  private static double symbolShare(String text) {
    int length = Math.min(text.length(), MOST_LOOKED_AT);
    int symbols = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      symbols += c < 128 && SYMBOLS[c] ? 1 : 0;
    }
    return (double) symbols / length;
  }
}
