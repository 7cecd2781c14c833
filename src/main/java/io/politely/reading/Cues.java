package io.politely.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases and how much each speaks for or against an act. A table has one line per weight: the act,
 * the weight, and phrases between bars; {@code ^} binds a phrase to the beginning of the sentence.
 *
 * <p>Phrases are found by their first word, so that a sentence costs its length, however many
 * phrases there are.
 */
final class Cues {

  private record Cue(List<String> words, boolean atStart, Act act, double weight) {}

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

  private Cues() {}

  static Cues of(String... tables) {
    var cues = new Cues();
    for (var table : tables) {
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
    for (int i = 1; i < cue.words().size(); i++) {
      if (!cue.words().get(i).equals(words.word(at + i))) {
        return false;
      }
    }
    return true;
  }

  private void addLine(String line) {
    var parts = line.split("\\s+", 3);
    var act = Act.valueOf(parts[0]);
    double weight = Double.parseDouble(parts[1]);
    for (var phrase : parts[2].split("\\|", -1)) {
      var text = phrase.strip();
      boolean atStart = text.startsWith("^");
      var words = Words.of(atStart ? text.substring(1) : text).words();
      byFirstWord
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Cue(words, atStart, act, weight));
    }
  }
}
