package io.politely.cadence;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dated table of numbers behind all cadences, with what the user changed inside the hard caps.
 *
 * @param dated when the shipped numbers were last looked at
 * @param preferredDays on which a touch is best, a little
 * @param bestHour at which a touch is best in their day, a little
 * @param defaultNotNow business days until one writes again where "not now" named no day
 * @param situations by their rows, in order
 * @param evidence what the numbers rest on, by id
 */
public record CadencePolicy(
    String dated,
    Caps caps,
    Set<DayOfWeek> preferredDays,
    int bestHour,
    int defaultNotNow,
    Map<String, Situation> situations,
    Map<String, Evidence> evidence) {

  public CadencePolicy {
    preferredDays = Set.copyOf(preferredDays);
    situations = new LinkedHashMap<>(situations);
    evidence = new LinkedHashMap<>(evidence);
  }

  /** A finding, and how much it can be relied on. */
  public record Evidence(String id, String says, String strength) {}

  /** A row by its name. */
  public Optional<Situation> situation(String row) {
    return Optional.ofNullable(situations.get(row));
  }

  /**
   * The fewest business days between a first letter of ours and its follow-up, in any situation.
   */
  public int soonestFollowUp() {
    return situations.values().stream()
        .filter(situation -> !situation.beginsWithEvent() && situation.steps().size() > 1)
        .mapToInt(situation -> situation.steps().get(1).gap())
        .min()
        .orElse(caps.gap());
  }

  /** What a situation rests on. */
  public List<Evidence> evidence(Situation situation) {
    return situation.evidence().stream()
        .flatMap(id -> Optional.ofNullable(evidence.get(id)).stream())
        .toList();
  }
}
