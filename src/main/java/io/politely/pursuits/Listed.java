package io.politely.pursuits;

import java.util.List;
import java.util.Map;

/**
 * Pursuits that a filter lets through.
 *
 * @param shown those that go on first, each by what happened last
 * @param inStages how many there are of each stage, also of those that are not shown
 */
public record Listed(List<Pursuit> shown, Map<String, Integer> inStages) {

  public Listed {
    shown = List.copyOf(shown);
    inStages = Map.copyOf(inStages);
  }

  /** How many there are. */
  public int count() {
    return inStages.values().stream().mapToInt(it -> it).sum();
  }
}
