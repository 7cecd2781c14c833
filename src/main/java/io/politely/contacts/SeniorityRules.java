package io.politely.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses somebody's level from a job title, and says by which of its words. */
final class SeniorityRules {

  private static final int LONGEST_TITLE = 300;

  private final List<Line> lines;
  private final Map<String, String> levels;

  /**
   * A line of the rules: the first that fits holds.
   *
   * @param level a word; "" where a title says nothing of today
   * @param phrases as a pattern over folded words
   */
  record Line(String level, Pattern phrases) {

    /** With {@code *} in a phrase for up to three words. */
    static Line of(String level, List<String> phrases) {
      var alternatives =
          phrases.stream()
              .map(phrase ->
                  Pattern.quote(" " + phrase + " ").replace("*", "\\E(?:\\S+ ){0,2}\\S+\\Q"))
              .toList();
      return new Line(level, Pattern.compile(String.join("|", alternatives)));
    }
  }

  SeniorityRules(List<Line> lines, Map<String, String> levels) {
    this.lines = List.copyOf(lines);
    this.levels = Map.copyOf(levels);
  }

  /** The level of a title; empty where no word of it tells one. */
  Optional<Seniority> of(String title) {
    var words = folded(title);
    for (var line : lines) {
      var found = line.phrases().matcher(words);
      if (found.find()) {
        return Optional.ofNullable(levels.get(line.level()))
            .map(said -> new Seniority(line.level(), said, found.group().strip()));
      }
    }
    return Optional.empty();
  }

  /** Words in lower case with one space around each. */
  private static String folded(String title) {
    var text = title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
