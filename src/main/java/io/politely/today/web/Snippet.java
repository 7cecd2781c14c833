package io.politely.today.web;

/** Short pieces of longer texts. */
final class Snippet {

  private Snippet() {}

  /** One line of at most so many characters, cut between words. */
  static String shortened(String text, int longest) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= longest) {
      return line;
    }
    int space = line.lastIndexOf(' ', longest - 1);
    return line.substring(0, space > longest / 2 ? space : longest - 1).strip() + "…";
  }
}
