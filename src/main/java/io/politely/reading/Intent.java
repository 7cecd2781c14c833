package io.politely.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message as a whole means for our next step; of several, the one that decides it. */
public enum Intent {
  /** No further contact. */
  STOP,
  /** We, or whom or what we proposed, were not chosen. */
  REJECTION,
  NOT_INTERESTED,
  /** Somebody else is to be asked. */
  WRONG_PERSON,
  /** Later: see {@link #earliest}. */
  NOT_NOW,
  /** The job, the order, the signature. */
  OFFER,
  SCHEDULING,
  REQUEST,
  QUESTION,
  PROMISE,
  INTERESTED,
  THANKS_ONLY,
  /** Information; nothing is expected. */
  FYI;

  /** A yes that stands this much behind a no or a "later" is courtesy. */
  private static final double CLEARLY = 0.12;

  /** A request this sure is answered before any question. */
  private static final double SURE = 0.7;

  /** Of a message of a person, from what its sentences do. */
  public static Intent of(List<Signal> signals) {
    var best = strongest(signals);
    if (has(best, Act.STOP)) {
      return STOP;
    }
    double no = Math.max(confidence(best, Act.REJECTION), confidence(best, Act.REFUSAL));
    if (no > 0 && confidence(best, Act.OFFER) <= no) {
      return confidence(best, Act.REJECTION) >= confidence(best, Act.REFUSAL)
          ? REJECTION
          : NOT_INTERESTED;
    }
    if (has(best, Act.REFERRAL)) {
      return WRONG_PERSON;
    }
    boolean later = has(best, Act.POSTPONEMENT);
    boolean dated = later && dated(signals, Act.POSTPONEMENT) != null;
    if (later
        && (dated
            || confidence(best, Act.INTEREST) < confidence(best, Act.POSTPONEMENT) + CLEARLY)) {
      return NOT_NOW;
    }
    if (has(best, Act.OFFER)) {
      return OFFER;
    }
    if (has(best, Act.SCHEDULING) || has(best, Act.CANCELLATION)) {
      return SCHEDULING;
    }
    return has(best, Act.INTEREST) ? INTERESTED : asking(best);
  }

  private static Intent asking(Map<Act, Signal> best) {
    double ask = confidence(best, Act.ASK);
    double question = confidence(best, Act.QUESTION);
    if (ask > 0 || question > 0) {
      return ask >= Math.min(question, SURE) ? REQUEST : QUESTION;
    }
    if (has(best, Act.PROMISE)) {
      return PROMISE;
    }
    return has(best, Act.THANKS_ONLY) || has(best, Act.DONE) ? THANKS_ONLY : FYI;
  }

  /** The first day on which they may be approached again; null where they set no limit. */
  public static @Nullable LocalDate earliest(List<Signal> signals) {
    for (var act : List.of(Act.ABSENCE, Act.POSTPONEMENT, Act.SCHEDULING)) {
      var day = dated(signals, act);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static @Nullable LocalDate dated(List<Signal> signals, Act act) {
    for (var signal : signals) {
      if (signal.act() == act && signal.due() != null) {
        return signal.due();
      }
    }
    return null;
  }

  private static Map<Act, Signal> strongest(List<Signal> signals) {
    var strongest = new EnumMap<Act, Signal>(Act.class);
    for (var signal : signals) {
      strongest.merge(
          signal.act(),
          signal,
          (one, other) -> one.confidence() >= other.confidence() ? one : other);
    }
    return strongest;
  }

  private static boolean has(Map<Act, Signal> best, Act act) {
    return best.containsKey(act);
  }

  private static double confidence(Map<Act, Signal> best, Act act) {
    var signal = best.get(act);
    return signal == null ? 0 : signal.confidence();
  }
}
