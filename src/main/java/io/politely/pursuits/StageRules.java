package io.politely.pursuits;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which stages somebody means who wrote their names anew. */
public final class StageRules {

  private StageRules() {}

  /**
   * Stages with these names, in this order. A name that was there stays the stage that it was.
   * Where as many are written as there were, a new name stands for the stage in whose place it is.
   *
   * @param names a line each; empty ones and repetitions are left out
   */
  public static List<Stage> renamed(List<Stage> before, List<String> names) {
    var lines =
        names.stream().map(NewPursuit::oneLine).filter(name -> !name.isEmpty()).distinct().toList();
    var taken = new HashSet<String>();
    lines.forEach(
        name -> before.stream().filter(isNamed(name)).forEach(it -> taken.add(it.word())));
    boolean isSameNumber = lines.size() == before.size();
    var stages = new ArrayList<Stage>();
    for (int i = 0; i < lines.size(); i++) {
      var name = lines.get(i);
      var known = before.stream().filter(isNamed(name)).map(Stage::word).findFirst();
      var inPlace = isSameNumber ? before.get(i).word() : "";
      var word =
          known.orElseGet(() ->
              !inPlace.isEmpty() && !taken.contains(inPlace)
                  ? inPlace
                  : fresh(name, taken, before));
      taken.add(word);
      stages.add(new Stage(word, name));
    }
    return stages;
  }

  private static Predicate<Stage> isNamed(String name) {
    return stage -> stage.name().equalsIgnoreCase(name);
  }

  /** A word for a name that nothing else has, now or before. */
  private static String fresh(String name, Set<String> taken, List<Stage> before) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var base = plain.isEmpty() ? "stage" : plain;
    var word = base;
    for (int i = 2; isTaken(word, taken, before); i++) {
      word = base + "-" + i;
    }
    return word;
  }

  private static boolean isTaken(String word, Set<String> taken, List<Stage> before) {
    return taken.contains(word) || before.stream().anyMatch(it -> it.word().equals(word));
  }
}
