package io.politely.interviews;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Recognises the same question in other words. Pure. */
final class QuestionWords {

  /**
   * So much of the words of both questions is shared by those that are the same. Chosen so that
   * another noun makes another question: of five words one may differ only in its form.
   */
  static final double ALIKE = 0.8;

  private static final int STEM = 5;

  /** With fewer telling words than this every word counts: why now, why us. */
  private static final int SHORT = 3;

  /** What says nothing about what is asked. */
  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "the", "please", "so", "and", "well", "now", "then", "could", "can", "would",
          "you", "your", "me", "us", "do", "did", "does", "is", "are", "was", "were", "have", "has",
          "to", "of", "about", "just", "bitte", "denn", "und", "der", "die", "das", "den", "ein",
          "eine", "sie", "ihr", "ihre", "ihren");

  private QuestionWords() {}

  /** As questions are compared: letters and digits alone. */
  static String folded(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** The one of the known that is the same question; the most alike. */
  static Optional<String> same(String words, List<String> known) {
    var folded = folded(words);
    if (known.contains(folded)) {
      return Optional.of(folded);
    }
    var stems = stems(folded);
    String best = null;
    double most = ALIKE;
    for (var one : known) {
      double alike = alike(stems, stems(one));
      if (alike >= most && (best == null || alike > most)) {
        best = one;
        most = alike;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How much two questions share, 0…1: words in both over words in either. */
  static double alike(String one, String other) {
    return alike(stems(folded(one)), stems(folded(other)));
  }

  private static double alike(Set<String> these, Set<String> those) {
    if (these.isEmpty() || those.isEmpty()) {
      return 0;
    }
    var shared = new HashSet<>(these);
    shared.retainAll(those);
    var all = new HashSet<>(these);
    all.addAll(those);
    return (double) shared.size() / all.size();
  }

  /** Endings do not tell one question from another, nor do fillers, but in a short one. */
  private static Set<String> stems(String folded) {
    var stems = new HashSet<String>();
    var all = new HashSet<String>();
    for (var word : folded.split(" ", -1)) {
      if (!word.isEmpty()) {
        var stem = word.length() > STEM ? word.substring(0, STEM) : word;
        all.add(stem);
        if (!FILLERS.contains(word)) {
          stems.add(stem);
        }
      }
    }
    return stems.size() < SHORT ? all : stems;
  }
}
