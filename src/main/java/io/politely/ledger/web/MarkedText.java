package io.politely.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with the words marked that matter in it. */
public record MarkedText(List<Piece> pieces) {

  public MarkedText {
    pieces = List.copyOf(pieces);
  }

  /** Part of a text. */
  public record Piece(String text, boolean isMarked) {}

  private record Range(int start, int end) {}

  /**
   * Marks each quote where it first occurs. Quotes have their white space folded; the text may
   * break its lines anywhere in them.
   */
  static MarkedText of(String text, Collection<String> quotes) {
    var pieces = new ArrayList<Piece>();
    int written = 0;
    for (var range : ranges(text, quotes)) {
      if (range.start() < written) {
        continue;
      }
      if (range.start() > written) {
        pieces.add(new Piece(text.substring(written, range.start()), false));
      }
      pieces.add(new Piece(text.substring(range.start(), range.end()), true));
      written = range.end();
    }
    if (written < text.length()) {
      pieces.add(new Piece(text.substring(written), false));
    }
    return new MarkedText(pieces);
  }

  /** Whether anything in it is marked. */
  public boolean hasMark() {
    return pieces.stream().anyMatch(Piece::isMarked);
  }

  private static List<Range> ranges(String text, Collection<String> quotes) {
    var ranges = new ArrayList<Range>();
    for (var quote : quotes) {
      if (!quote.isBlank()) {
        var found = pattern(quote).matcher(text);
        if (found.find()) {
          ranges.add(new Range(found.start(), found.end()));
        }
      }
    }
    ranges.sort(Comparator.comparingInt(Range::start));
    return ranges;
  }

  private static Pattern pattern(String quote) {
    return Pattern.compile(
        Arrays.stream(quote.strip().split("\\s+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+")));
  }
}
