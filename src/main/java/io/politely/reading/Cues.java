package io.politely.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Phrases and how much each speaks for or against an act. A table has one line per weight: the act,
 * the weight, and phrases between bars; {@code ^} binds a phrase to the beginning of the sentence,
 * {@code *} stands for up to four words.
 *
 * <p>Phrases are found by their first word, so that a sentence costs its length, however many
 * phrases there are.
 */
final class Cues {

  /** Stands for up to {@link #MOST_SKIPPED} words. */
  private static final String ANY = "*";

  private static final int MOST_SKIPPED = 4;

  private record Cue(List<String> words, boolean atStart, Act act, double weight) {}

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

  private Cues() {}

  static Cues of(List<String> acts, List<String> intents) {
    var cues = new Cues();
    for (var table : Stream.concat(acts.stream(), intents.stream()).toList()) {
      table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(cues::addLine);
    }
    return cues;
  }

  /** The sum of weights by act; absent where no phrase speaks of it. */
  Map<Act, Double> weigh(Words words) {
    var weights = new EnumMap<Act, Double>(Act.class);
    for (int at = 0; at < words.count(); at++) {
      var cues = byFirstWord.get(words.word(at));
      if (cues != null) {
        for (var cue : cues) {
          if (matches(cue, words, at)) {
            weights.merge(cue.act(), cue.weight(), Double::sum);
          }
        }
      }
    }
    return weights;
  }

  private static boolean matches(Cue cue, Words words, int at) {
    if (cue.atStart() && at > 0) {
      return false;
    }
    return matches(cue.words(), 1, words, at + 1);
  }

  private static boolean matches(List<String> phrase, int from, Words words, int at) {
    for (int i = from; i < phrase.size(); i++) {
      if (phrase.get(i).equals(ANY)) {
        for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
          if (matches(phrase, i + 1, words, at + i - from + skipped)) {
            return true;
          }
        }
        return false;
      }
      if (!phrase.get(i).equals(words.word(at + i - from))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String phrase) {
    var words = new ArrayList<String>();
    for (var part : phrase.split(" ", -1)) {
      words.addAll(part.equals(ANY) ? List.of(ANY) : Words.of(part).words());
    }
    return words;
  }

  private void addLine(String line) {
    var parts = line.split("\\s+", 3);
    var act = Act.valueOf(parts[0]);
    double weight = Double.parseDouble(parts[1]);
    for (var phrase : parts[2].split("\\|", -1)) {
      var text = phrase.strip();
      boolean atStart = text.startsWith("^");
      var words = words(atStart ? text.substring(1) : text);
      byFirstWord
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Cue(words, atStart, act, weight));
    }
  }
}
