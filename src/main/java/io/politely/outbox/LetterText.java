package io.politely.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** The two bodies of a letter: what was written, the signature, and what is quoted below. */
record LetterText(String plain, String html) {

  private static final int MOST_QUOTED = 100_000;

  static LetterText of(NewLetter letter, String signature) {
    var plain = new StringBuilder(letter.body());
    var html = new StringBuilder();
    html.append("<!doctype html><html><body>").append(paragraphs(letter.body()));
    if (!signature.isBlank()) {
      plain.append("\n\n-- \n").append(signature.strip());
      html.append("<p>-- <br>").append(lines(signature.strip())).append("</p>");
    }
    letter
        .answered()
        .filter(answered -> !answered.quoted().isBlank())
        .ifPresent(answered -> {
          var quoted = cut(answered.quoted().strip());
          plain
              .append("\n\n")
              .append(answered.attribution())
              .append('\n')
              .append(quoted.lines().map(LetterText::quoted).collect(Collectors.joining("\n")));
          html.append("<p>")
              .append(escaped(answered.attribution()))
              .append("</p><blockquote type=\"cite\">")
              .append(paragraphs(quoted))
              .append("</blockquote>");
        });
    return new LetterText(plain.append('\n').toString(), html.append("</body></html>").toString());
  }

  /** A line that quotes already is quoted once more, without a space between. */
  private static String quoted(String line) {
    return line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line;
  }

  private static String cut(String text) {
    return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "\n[…]";
  }

  private static String paragraphs(String text) {
    return text.strip()
        .replaceAll("\n{3,}", "\n\n")
        .lines()
        .collect(Collectors.joining("\n"))
        .transform(whole -> Arrays.stream(whole.split("\n\n")))
        .map(paragraph -> "<p>" + lines(paragraph) + "</p>")
        .collect(Collectors.joining());
  }

  private static String lines(String paragraph) {
    return paragraph.lines().map(LetterText::escaped).collect(Collectors.joining("<br>"));
  }

  private static String escaped(String text) {
    return Entities.escape(text);
  }
}
