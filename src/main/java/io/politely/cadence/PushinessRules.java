package io.politely.cadence;

import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much touches without an answer press on a person:
 *
 * <pre>
 * 100 · (1 − exp(−S · (L + ½·max(0, u − 2) + 0.7·G + ½·O) / (4 · (1 + 0.8·tie))))
 * </pre>
 *
 * <ul>
 *   <li>u: unanswered touches that they had not asked for; L: their load, Σ channel · ask · (1 −
 *       value) · 2^(−age / 10 business days);
 *   <li>G: how much these were too close, Σ max(0, 3 − gap) / 3, in business days;
 *   <li>O: the share outside working hours; S: how sensitive the rank is; tie: 0…1.
 * </ul>
 *
 * The constants are judgement, set so that three mails four business days apart stay below the red
 * band and a fourth bare one does not, as vendors' logs of cold mail and recruiters' practice have
 * it. Nothing of it was fitted to outcomes.
 */
final class PushinessRules {

  private static final double HALF_LIFE = 10;
  private static final double SHORTEST_GAP = 3;
  private static final double OF_MANY = 0.5;
  private static final double OF_GAPS = 0.7;
  private static final double OF_HOURS = 0.5;
  private static final double SCALE = 4;
  private static final double OF_TIE = 0.8;

  private PushinessRules() {}

  /**
   * What presses, before it is put on the scale.
   *
   * @param touches how many
   */
  private record Weight(int touches, double load, double many, double gaps, double hours) {

    double sum() {
      return load + many + gaps + hours;
    }
  }

  /**
   * Of touches that nothing human came after.
   *
   * @param unanswered in order of time; those after {@code asOf} are left out
   * @param tie how close we are, 0…1
   */
  static Pushiness of(
      List<Touched> unanswered, Instant asOf, Rank rank, double tie, TheirTime time) {
    var weight = weigh(unanswered, asOf, time);
    return weight.touches() == 0
        ? Pushiness.NONE
        : new Pushiness(onScale(weight, rank, tie), parts(weight, rank, tie));
  }

  /** The same as a number alone: a plan asks it for every slot it tries. */
  static double value(
      List<Touched> unanswered, Instant asOf, Rank rank, double tie, TheirTime time) {
    return onScale(weigh(unanswered, asOf, time), rank, tie);
  }

  private static double onScale(Weight weight, Rank rank, double tie) {
    return 100 * (1 - Math.exp(-rank.sensitivity() * weight.sum() / (SCALE * (1 + OF_TIE * tie))));
  }

  private static Weight weigh(List<Touched> unanswered, Instant asOf, TheirTime time) {
    int touches = 0;
    int approaches = 0;
    int outside = 0;
    double load = 0;
    double gaps = 0;
    Touched last = null;
    for (var touch : unanswered) {
      if (!touch.weighs() || touch.at().isAfter(asOf)) {
        continue;
      }
      touches++;
      load += load(touch, asOf, time);
      outside += time.isAtWork(touch.at()) ? 0 : 1;
      // What they asked for is no approach: it has its small load, and crowds nobody.
      if (touch.value() != ValueKind.REQUESTED) {
        approaches++;
        gaps += last == null ? 0 : tooClose(last, touch, time);
        last = touch;
      }
    }
    return new Weight(
        touches,
        load,
        OF_MANY * Math.max(0, approaches - 2),
        OF_GAPS * gaps,
        touches == 0 ? 0 : OF_HOURS * outside / touches);
  }

  private static double load(Touched touch, Instant asOf, TheirTime time) {
    double age = time.businessDaysBetween(touch.at(), asOf);
    return touch.channel().weight()
        * ask(touch.askMinutes())
        * (1 - value(touch.value()))
        * Math.pow(2, -age / HALF_LIFE);
  }

  private static double ask(@Nullable Integer minutes) {
    if (minutes == null || minutes == 0) {
      return 0.4;
    }
    return minutes <= 15 ? 1 : minutes < 60 ? 1.5 : 2;
  }

  private static double value(ValueKind kind) {
    return switch (kind) {
      case NONE -> 0;
      case FACT -> 0.3;
      case ARTEFACT, INTRO -> 0.4;
      case REQUESTED -> 0.6;
    };
  }

  private static double tooClose(Touched one, Touched next, TheirTime time) {
    double gap = time.businessDaysBetween(one.at(), next.at());
    return Math.max(0, SHORTEST_GAP - gap) / SHORTEST_GAP;
  }

  private static List<Pushiness.Part> parts(Weight weight, Rank rank, double tie) {
    double sum = weight.sum();
    var parts = new ArrayList<Pushiness.Part>();
    parts.add(
        new Pushiness.Part(
            weight.touches() == 1
                ? "One touch without an answer, by what it asks and how fresh it is"
                : weight.touches()
                    + " touches without an answer, by what they ask and how fresh they are",
            weight.load() / sum));
    if (weight.many() > 0) {
      parts.add(new Pushiness.Part("More than two without an answer", weight.many() / sum));
    }
    if (weight.gaps() > 0) {
      parts.add(new Pushiness.Part("Less than three business days apart", weight.gaps() / sum));
    }
    if (weight.hours() > 0) {
      parts.add(new Pushiness.Part("Outside their working hours", weight.hours() / sum));
    }
    parts.sort(Comparator.comparing(Pushiness.Part::share).reversed());
    if (rank.sensitivity() > 1) {
      parts.add(new Pushiness.Part("Counts " + rank.sensitivity() + "-fold for their place", 0));
    }
    if (tie > 0) {
      parts.add(
          new Pushiness.Part(
              "Eased because you know each other", -OF_TIE * tie / (1 + OF_TIE * tie)));
    }
    return parts;
  }
}
