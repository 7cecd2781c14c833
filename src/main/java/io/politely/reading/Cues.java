package io.politely.reading;

import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Phrases are found by the hash of their first word, so that a sentence costs its length,
 * however many phrases there are.
 */
final class Cues {

  /** Stands for up to {@link #MOST_SKIPPED} words. */
  private static final String ANY = "*";

  private static final int ANY_HASH = ANY.hashCode();
  private static final int MOST_SKIPPED = 4;

  /** A phrase by the hashes of its words. */
  private static final class Cue {

    private final int[] words;
    private final boolean atStart;
    private final Act act;
    private final double weight;

    private Cue(int[] words, boolean atStart, Act act, double weight) {
      this.words = words;
      this.atStart = atStart;
      this.act = act;
      this.weight = weight;
    }
  }

  private int[] firstWords = new int[0];
  private Cue[][] cues = new Cue[0][];

  private Cues() {}

  static Cues of(List<String> acts, List<String> intents) {
    var byFirstWord = new HashMap<Integer, List<Cue>>();
    Stream.concat(acts.stream(), intents.stream())
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> addLine(line, byFirstWord));
    var cues = new Cues();
    cues.firstWords = new int[Integer.highestOneBit(byFirstWord.size() * 4)];
    cues.cues = new Cue[cues.firstWords.length][];
    byFirstWord.forEach((word, list) -> {
      int place = cues.place(word);
      cues.firstWords[place] = word;
      cues.cues[place] = list.toArray(Cue[]::new);
    });
    return cues;
  }

  /** The sum of weights by act; absent where no phrase speaks of it. */
  Map<Act, Double> weigh(Words words) {
    var weights = new EnumMap<Act, Double>(Act.class);
    for (int at = 0; at < words.count(); at++) {
      var found = cues[place(words.hash(at))];
      if (found != null) {
        for (var cue : found) {
          if (matches(cue, words, at)) {
            weights.merge(cue.act, cue.weight, Double::sum);
          }
        }
      }
    }
    return weights;
  }

  private int place(int hash) {
    int mask = firstWords.length - 1;
    int at = (hash ^ (hash >>> 16)) & mask;
    while (firstWords[at] != 0 && firstWords[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static boolean matches(Cue cue, Words words, int at) {
    return (at == 0 || !cue.atStart) && matches(cue.words, 1, words, at + 1);
  }

  private static boolean matches(int[] phrase, int from, Words words, int at) {
    for (int i = from; i < phrase.length; i++) {
      if (phrase[i] == ANY_HASH) {
        for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
          if (matches(phrase, i + 1, words, at + i - from + skipped)) {
            return true;
          }
        }
        return false;
      }
      if (phrase[i] != words.hash(at + i - from)) {
        return false;
      }
    }
    return true;
  }

  private static void addLine(String line, Map<Integer, List<Cue>> byFirstWord) {
    int act = line.indexOf(' ');
    int weight = line.indexOf(' ', act + 1);
    for (var phrase : line.substring(weight + 1).split("\\|", -1)) {
      var text = phrase.strip();
      boolean atStart = text.startsWith("^");
      var words = words(atStart ? text.substring(1) : text);
      byFirstWord
          .computeIfAbsent(words[0], _ -> new ArrayList<>())
          .add(
              new Cue(
                  words,
                  atStart,
                  Act.valueOf(line.substring(0, act)),
                  Double.parseDouble(line.substring(act + 1, weight))));
    }
  }

  private static int[] words(String phrase) {
    var words = new int[16];
    int count = 0;
    for (var part : phrase.split(" ", -1)) {
      if (part.equals(ANY)) {
        words[count++] = ANY_HASH;
      } else {
        var found = Words.of(part);
        for (int i = 0; i < found.count(); i++) {
          words[count++] = found.hash(i);
        }
      }
    }
    return Arrays.copyOf(words, count);
  }
}
