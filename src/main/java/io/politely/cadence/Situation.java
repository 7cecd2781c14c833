package io.politely.cadence;

import io.politely.pursuits.PursuitKind;
import io.politely.wording.Rank;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the policy: how one follows up in a situation.
 *
 * @param row its name there: {@code J1}
 * @param kinds the pursuits in which it occurs
 * @param beginsWithEvent whether its clock starts with something that happened; else with a touch
 * @param event what starts it, in words
 * @param says what is polite, for a reader
 * @param mostToTop how many touches a C-level reader or owner gets at most
 * @param closureAfter business days after the last touch
 * @param connector whether somebody who knows them may be asked when nothing came back
 * @param research whether its first touch rests on a fact about them and a line on why it matters
 * @param evidence ids of what the numbers rest on
 */
public record Situation(
    String row,
    String title,
    Set<PursuitKind> kinds,
    boolean beginsWithEvent,
    String event,
    String says,
    List<Step> steps,
    int mostToTop,
    int closureAfter,
    Closure closure,
    boolean connector,
    boolean research,
    List<String> evidence) {

  public Situation {
    kinds = Set.copyOf(kinds);
    steps = List.copyOf(steps);
    evidence = List.copyOf(evidence);
  }

  /**
   * One touch of it.
   *
   * @param gap business days after the touch before, or after the event
   * @param afterPromise business days after the day they named, where they named one; null: the gap
   *     holds
   * @param channels by which one reaches them, the best first
   * @param ask the most that it asks, in minutes; 0: nothing
   * @param needsValue whether it brings something
   */
  public record Step(
      int gap,
      @Nullable Integer afterPromise,
      List<Channel> channels,
      int ask,
      boolean needsValue) {

    public Step {
      channels = List.copyOf(channels);
    }

    Step every(int businessDays) {
      return new Step(Math.max(gap, businessDays), afterPromise, channels, ask, needsValue);
    }
  }

  /** How it ends when nothing came back. */
  public enum Closure {
    /** Without a word. */
    NONE,
    /** Without a word, or with one that keeps the door open. */
    OPTIONAL,
    /** With a last letter that asks for nothing and keeps the door open. */
    RELEASE,
    /** Its last touch said that it was the last. */
    LAST,
    /** With the question whether to go on at all. */
    PERMISSION;

    static Optional<Closure> of(String word) {
      return Arrays.stream(values())
          .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }

  /** Whether it is about no matter in particular, so that a talk only begins its clock anew. */
  boolean isKeepingInTouch() {
    return closure == Closure.PERMISSION;
  }

  /** How often at most, in business days, where it is about no matter in particular; else 0. */
  public int leastEvery() {
    return isKeepingInTouch() ? steps.stream().mapToInt(Step::gap).max().orElse(0) : 0;
  }

  /** The same as seldom as the user wants it, and never more often than it was. */
  Situation every(@Nullable Integer businessDays) {
    if (businessDays == null || !isKeepingInTouch()) {
      return this;
    }
    return new Situation(
        row,
        title,
        kinds,
        beginsWithEvent,
        event,
        says,
        steps.stream().map(step -> step.every(businessDays)).toList(),
        mostToTop,
        Math.max(closureAfter, businessDays),
        closure,
        connector,
        research,
        evidence);
  }

  /** How many touches somebody of this rank gets. */
  int most(Rank rank) {
    return Caps.isTop(rank) ? Math.min(mostToTop, steps.size()) : steps.size();
  }
}
