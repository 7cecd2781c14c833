package io.politely.today.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with the words that were looked for marked in it.
 *
 * @param pieces in order; together they are the text
 */
public record Highlight(List<Piece> pieces) {

  private static final int BEFORE = 60;
  private static final int LONGEST = 240;
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  public Highlight {
    pieces = List.copyOf(pieces);
  }

  /** A part of the text. */
  public record Piece(String text, boolean isMarked) {}

  /** Words as the search finds them: each is the beginning of a word, in any case. */
  static Pattern of(Collection<String> words) {
    if (words.isEmpty()) {
      return NOTHING;
    }
    var beginnings = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + beginnings + ")[\\p{L}\\p{M}\\p{N}]*",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The whole text, in one line. */
  static Highlight whole(String text, Pattern words) {
    return marked(oneLine(text), words);
  }

  /** The part of a text around the first word that was found; its beginning where none is. */
  static Highlight around(String text, Pattern words) {
    var line = oneLine(text);
    var first = words.matcher(line);
    int start =
        first.find() && first.start() > BEFORE * 2 ? wordAt(line, first.start() - BEFORE) : 0;
    var part = Snippet.shortened(line.substring(start), LONGEST);
    return marked(start == 0 ? part : "…" + part, words);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Where the word after a place begins. */
  private static int wordAt(String line, int place) {
    int space = line.indexOf(' ', place);
    return space < 0 ? place : space + 1;
  }

  private static Highlight marked(String text, Pattern words) {
    var pieces = new ArrayList<Piece>();
    var found = words.matcher(text);
    int from = 0;
    while (found.find()) {
      if (found.start() > from) {
        pieces.add(new Piece(text.substring(from, found.start()), false));
      }
      pieces.add(new Piece(found.group(), true));
      from = found.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), false));
    }
    return new Highlight(pieces);
  }
}
