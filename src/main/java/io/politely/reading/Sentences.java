package io.politely.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits what somebody wrote into sentences, leaving out code, patches and tables. */
public final class Sentences {

  private static final int LONGEST_SENTENCE = 1_000;

  private static final Set<String> ABBREVIATIONS =
      Phrases.set(
          """
          e.g, i.e, mr, mrs, ms, dr, prof, st, vs, etc, cf, no, nr, z.b, d.h, u.a, bzw, ca, usw,
          p.ex, sr, sra, sig, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, okt,
          dez, approx, fig, inc, ltd, corp, bijv, dhr, mevr, a.m, p.m, w.r.t, resp
          """);

  private final List<String> sentences = new ArrayList<>();
  private final StringBuilder gathered = new StringBuilder();
  private String paragraph = "";

  private Sentences() {}

  /** The sentences of a text, white space folded. */
  public static List<String> of(String text) {
    var reading = new Sentences();
    reading.read(Lines.of(text));
    return reading.sentences;
  }

  private void read(Lines lines) {
    var code = new CodeLines();
    for (int line = 0; line < lines.count(); line++) {
      var text = lines.text(line);
      var stripped = text.strip();
      if (code.isCode(text, stripped) || stripped.isEmpty()) {
        endParagraph();
        continue;
      }
      if (beginsItem(stripped)) {
        endParagraph();
      }
      if (!gathered.isEmpty()) {
        gathered.append(' ');
      }
      gathered.append(stripped);
      if (stripped.endsWith(":") || isGreetingLine(stripped)) {
        endParagraph();
      }
    }
    endParagraph();
  }

  private static boolean isGreetingLine(String stripped) {
    return stripped.endsWith(",") && Endings.isGreeting(stripped);
  }

  private static boolean beginsItem(String line) {
    char first = line.charAt(0);
    if ((first == '-' || first == '*' || first == '•') && line.length() > 1) {
      return line.charAt(1) == ' ';
    }
    int at = 0;
    while (at < line.length() && at < 3 && Texts.isDigit(line.charAt(at))) {
      at++;
    }
    return at > 0
        && at + 1 < line.length()
        && (line.charAt(at) == '.' || line.charAt(at) == ')')
        && line.charAt(at + 1) == ' ';
  }

  private void endParagraph() {
    if (gathered.isEmpty()) {
      return;
    }
    paragraph = gathered.toString(); // its characters are asked for often
    gathered.setLength(0);
    int begin = 0;
    for (int i = 0; i < paragraph.length(); i++) {
      if (endsSentence(i) || i - begin >= LONGEST_SENTENCE) {
        int end = i + 1;
        while (end < paragraph.length() && ")\"'”’»!?.".indexOf(paragraph.charAt(end)) >= 0) {
          end++;
        }
        add(paragraph.substring(begin, end));
        begin = end;
        i = end - 1;
      }
    }
    add(paragraph.substring(begin));
  }

  private void add(String sentence) {
    var folded = Texts.folded(sentence);
    if (!folded.isEmpty()) {
      sentences.add(folded);
    }
  }

  private boolean endsSentence(int at) {
    char c = paragraph.charAt(at);
    if (c == '？' || c == '。' || c == '！') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?') {
      return false;
    }
    int next = at + 1;
    while (next < paragraph.length() && ")\"'”’»!?.".indexOf(paragraph.charAt(next)) >= 0) {
      next++;
    }
    if (next < paragraph.length() && !Texts.isSpace(paragraph.charAt(next))) {
      return false;
    }
    return c != '.' || !endsAbbreviation(at);
  }

  private boolean endsAbbreviation(int dot) {
    int begin = dot;
    while (begin > 0 && begin > dot - 8 && !Texts.isSpace(paragraph.charAt(begin - 1))) {
      begin--;
    }
    var word = paragraph.substring(begin, dot).toLowerCase(Locale.ROOT);
    if (word.startsWith("(")) {
      word = word.substring(1);
    }
    boolean number =
        !word.isEmpty()
            && word.length() <= 2
            && Texts.isDigit(word.charAt(0))
            && dot + 2 < paragraph.length()
            && Character.isLetter(paragraph.charAt(dot + 2));
    boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
    return number || initial || ABBREVIATIONS.contains(word);
  }
}
