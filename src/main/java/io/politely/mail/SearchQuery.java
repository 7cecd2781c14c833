package io.politely.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: {@code offer from:ada before:2026-03 is:ours}.
 *
 * @param words in subject, people or text; all must be there, each may be the beginning of a word
 * @param from words of the writer's name or address
 * @param to words of a recipient's name or address
 * @param folder the role or beginning of the name of a folder, or null
 * @param after not before this moment, or null
 * @param before before this moment, or null
 * @param moves labels of moves of which the conversation must have one; empty: any
 * @param complaints what could not be understood, one sentence each
 */
public record SearchQuery(
    List<String> words,
    List<String> from,
    List<String> to,
    @Nullable String folder,
    @Nullable Instant after,
    @Nullable Instant before,
    Set<String> moves,
    List<String> complaints) {

  private static final int MOST_WORDS = 20;
  private static final int LONGEST = 500;
  private static final Set<String> LABELS =
      Set.of("ours", "theirs", "scheduled", "nobodys", "closed", "unsure");

  public SearchQuery {
    words = List.copyOf(words);
    from = List.copyOf(from);
    to = List.copyOf(to);
    moves = Set.copyOf(moves);
    complaints = List.copyOf(complaints);
  }

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return words.isEmpty()
        && from.isEmpty()
        && to.isEmpty()
        && folder == null
        && after == null
        && before == null
        && moves.isEmpty();
  }

  /** Understands what a user typed; never fails, but complains. */
  public static SearchQuery parse(String text, ZoneId zone) {
    var parsing = new Parsing(zone);
    tokens(text.length() > LONGEST ? text.substring(0, LONGEST) : text).forEach(parsing::take);
    return parsing.query();
  }

  /** Splits at white space, but keeps {@code "two words"} and {@code from:"Ada Lovelace"}. */
  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var token = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (Character.isWhitespace(c) && !quoted) {
        if (!token.isEmpty()) {
          tokens.add(token.toString());
          token.setLength(0);
        }
      } else {
        token.append(c);
      }
    }
    if (!token.isEmpty()) {
      tokens.add(token.toString());
    }
    return tokens;
  }

  /** The letters and digits of a text, as the search index has them: lower-case words. */
  private static List<String> wordsOf(String text) {
    var words = new ArrayList<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static final class Parsing {

    private final ZoneId zone;
    private final List<String> words = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> to = new ArrayList<>();
    private final List<String> moves = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable String folder;
    private @Nullable Instant after;
    private @Nullable Instant before;

    Parsing(ZoneId zone) {
      this.zone = zone;
    }

    void take(String token) {
      int colon = token.indexOf(':');
      var operator = colon < 0 ? "" : token.substring(0, colon).toLowerCase(Locale.ROOT);
      var value = token.substring(colon + 1);
      switch (operator) {
        case "from" -> from.addAll(wordsOf(value));
        case "to" -> to.addAll(wordsOf(value));
        case "in" -> folder = value.toLowerCase(Locale.ROOT);
        case "after" -> after = day(operator, value).orElse(after);
        case "before" -> before = day(operator, value).orElse(before);
        case "is" -> move(value);
        default -> words.addAll(wordsOf(token));
      }
    }

    private void move(String value) {
      var label = value.toLowerCase(Locale.ROOT).replace("'", "");
      if (LABELS.contains(label)) {
        moves.add(label);
      } else {
        complaints.add(
            "is: takes ours, theirs, scheduled, nobodys, closed or unsure, not “" + value + "”.");
      }
    }

    /** The start of a day, month or year: 2026-03-05, 2026-03 or 2026. */
    private Optional<Instant> day(String operator, String value) {
      try {
        var day =
            switch (value.length()) {
              case 4 -> LocalDate.of(Integer.parseInt(value), 1, 1);
              case 7 -> YearMonth.parse(value).atDay(1);
              default -> LocalDate.parse(value);
            };
        return Optional.of(day.atStartOfDay(zone).toInstant());
      } catch (DateTimeException | NumberFormatException notADay) {
        complaints.add(
            operator + ": takes a day like 2026-03-05, a month or a year, not “" + value + "”.");
        return Optional.empty();
      }
    }

    SearchQuery query() {
      return new SearchQuery(
          words.stream().limit(MOST_WORDS).toList(),
          from.stream().limit(MOST_WORDS).toList(),
          to.stream().limit(MOST_WORDS).toList(),
          folder,
          after,
          before,
          Set.copyOf(moves),
          complaints);
    }
  }
}
