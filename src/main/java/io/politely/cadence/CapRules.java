package io.politely.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The invariant of the workspace: whether one more touch to a person is allowed at a moment,
 * counted over everything that everybody here did and planned, by every channel. The planner asks
 * it for each slot, and whatever is sent is held against it again when it is approved.
 */
final class CapRules {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);

  /** Beyond this many days nothing is planned. */
  private static final int FARTHEST = 200;

  private CapRules() {}

  /**
   * Everything that speaks against a touch, in the order of {@link Breach.Kind}.
   *
   * @param notBefore the first day on which they may be approached, or null
   */
  static List<Breach> breaches(
      Touched touch, Facts facts, @Nullable LocalDate notBefore, Caps caps) {
    var breaches = new ArrayList<Breach>();
    var time = facts.time();
    if (!facts.stop().isEmpty()) {
      breaches.add(
          new Breach(Breach.Kind.STOP, "Nobody writes to them any more: " + facts.stop(), null));
    }
    tooEarly(touch, time, notBefore)
        .ifPresent(until ->
            breaches.add(
                new Breach(
                    Breach.Kind.NOT_BEFORE,
                    "They are not to be approached before %s."
                        .formatted(Days.said(time.date(until))),
                    until)));
    tooClose(touch, facts, caps)
        .ifPresent(other ->
            breaches.add(
                new Breach(
                    Breach.Kind.GAP,
                    (other.isPlanned()
                                ? "Something else is planned to reach them on %s"
                                : "They were last approached on %s")
                            .formatted(Days.said(time.date(other.at())))
                        + ", and %d business days lie between two touches.".formatted(caps.gap()),
                    apart(other, time, caps))));
    crowded(touch, facts, caps)
        .ifPresent(until ->
            breaches.add(
                new Breach(
                    Breach.Kind.UNANSWERED,
                    "They had as many touches without an answer as anybody here may make: %d in"
                            .formatted(caps.unansweredIn30Days(facts.rank()))
                        + " thirty days, %d in ninety.".formatted(caps.unansweredIn90Days()),
                    until)));
    if (!time.isAtWork(touch.at())) {
      breaches.add(
          new Breach(
              Breach.Kind.OFF_HOURS,
              "It would reach them outside their working hours.",
              time.nextAtWork(touch.at())));
    }
    red(touch, facts, caps)
        .ifPresent(after ->
            breaches.add(
                new Breach(
                    Breach.Kind.RED,
                    "Pushiness would be %d of 100, and from %d on it is too much."
                        .formatted(after.intValue(), (int) caps.red()),
                    tomorrow(touch, time))));
    return List.copyOf(breaches);
  }

  /** The first moment from one on at which nothing speaks against a touch; empty: none is near. */
  static Optional<Instant> firstAllowed(
      Touched touch, Facts facts, @Nullable LocalDate notBefore, Caps caps, Instant from) {
    if (!facts.stop().isEmpty()) {
      return Optional.empty();
    }
    var time = facts.time();
    var last = time.date(from).plusDays(FARTHEST);
    var at = time.nextAtWork(from);
    while (!time.date(at).isAfter(last)) {
      var until = blockedUntil(at(touch, at), facts, notBefore, caps);
      if (until.isEmpty()) {
        return Optional.of(at);
      }
      var next = time.nextAtWork(until.get());
      at = next.isAfter(at) ? next : tomorrow(at(touch, at), time);
    }
    return Optional.empty();
  }

  private static Optional<Instant> blockedUntil(
      Touched touch, Facts facts, @Nullable LocalDate notBefore, Caps caps) {
    var time = facts.time();
    return tooEarly(touch, time, notBefore)
        .or(() -> tooClose(touch, facts, caps).map(other -> apart(other, time, caps)))
        .or(() -> crowded(touch, facts, caps))
        .or(() -> red(touch, facts, caps).map(_ -> tomorrow(touch, time)));
  }

  static Touched at(Touched touch, Instant at) {
    return new Touched(
        at, touch.channel(), touch.askMinutes(), touch.value(), touch.kind(), touch.isPlanned());
  }

  private static Instant tomorrow(Touched touch, TheirTime time) {
    return time.morningOf(time.date(touch.at()).plusDays(1));
  }

  private static Instant apart(Touched other, TheirTime time, Caps caps) {
    return time.morningOf(time.plus(other.at(), caps.gap()));
  }

  private static Optional<Instant> tooEarly(
      Touched touch, TheirTime time, @Nullable LocalDate notBefore) {
    return notBefore != null && time.date(touch.at()).isBefore(notBefore)
        ? Optional.of(time.morningOf(notBefore))
        : Optional.empty();
  }

  /** The last one that is too near, before or after: what is planned keeps its distance, too. */
  private static Optional<Touched> tooClose(Touched touch, Facts facts, Caps caps) {
    var time = facts.time();
    var day = time.date(touch.at());
    return facts
        .history()
        .weighing(touch.at())
        .filter(other -> {
          var there = time.date(other.at());
          return there.isAfter(day)
              ? time.workingDaysAfter(day, there) < caps.gap()
              : time.workingDaysAfter(there, day) < caps.gap();
        })
        .max(Comparator.comparing(Touched::at));
  }

  /** Until when there are too many, with it and with what is planned behind it. */
  private static Optional<Instant> crowded(Touched touch, Facts facts, Caps caps) {
    var all =
        Stream.concat(facts.history().weighing(touch.at()).map(Touched::at), Stream.of(touch.at()))
            .sorted()
            .toList();
    return crowded(all, touch.at(), MONTH, caps.unansweredIn30Days(facts.rank()))
        .or(() -> crowded(all, touch.at(), QUARTER, caps.unansweredIn90Days()));
  }

  private static Optional<Instant> crowded(
      List<Instant> all, Instant at, Duration window, int most) {
    Instant until = null;
    for (int i = most; i < all.size(); i++) {
      var end = all.get(i);
      var first = all.get(i - most);
      if (!end.isBefore(at) && first.isAfter(end.minus(window))) {
        until = first.plus(window).plusSeconds(1);
      }
    }
    return Optional.ofNullable(until);
  }

  /** How much would press right after it, or after one planned behind it, where it is too much. */
  private static Optional<Double> red(Touched touch, Facts facts, Caps caps) {
    var all =
        Stream.concat(facts.history().weighing(touch.at()), Stream.of(touch))
            .sorted(Comparator.comparing(Touched::at))
            .toList();
    for (var one : all) {
      if (!one.at().isBefore(touch.at())) {
        double after = PushinessRules.value(all, one.at(), facts.rank(), facts.tie(), facts.time());
        if (after >= caps.red()) {
          return Optional.of(after);
        }
      }
    }
    return Optional.empty();
  }

  /** How much would press on them right after a touch. */
  static Pushiness pushiness(Touched touch, Facts facts) {
    return pushiness(touch.at(), facts.with(facts.history().with(touch)));
  }

  /** How much presses on them at a moment. */
  static Pushiness pushiness(Instant asOf, Facts facts) {
    return PushinessRules.of(
        facts.history().unanswered(asOf), asOf, facts.rank(), facts.tie(), facts.time());
  }
}
