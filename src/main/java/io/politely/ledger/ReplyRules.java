package io.politely.ledger;

import io.politely.ledger.Turn.Parked;
import io.politely.ledger.Turn.TheyAnswer;
import io.politely.ledger.Turn.TheyAsk;
import io.politely.ledger.Turn.TheyPromise;
import io.politely.ledger.Turn.Tone;
import io.politely.ledger.Turn.Want;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Intent;
import io.politely.reading.Kind;
import io.politely.reading.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an answer to an approach does to the move: a no or a "stop" ends it, a yes, an offer or
 * another's name asks us to go on, an agreed time parks it until then.
 */
final class ReplyRules {

  private ReplyRules() {}

  /** How calendars begin the subject of a meeting that was called off. */
  private static final List<String> CALLED_OFF =
      List.of(
          "canceled:",
          "cancelled:",
          "canceled event",
          "cancelled event",
          "abgesagt:",
          "annulé",
          "cancelado:",
          "cancelada:",
          "annullato:",
          "geannuleerd:");

  /** A question beside a no has to be this sure to stay open. */
  private static final double SURE = 0.65;

  /** Empty where the sentences alone decide. {@code asks}: it also asks us something. */
  static Optional<Turn> turn(StoredMessage message, boolean asks) {
    // On mailing lists people agree and disagree about things, not about approaches.
    if (message.reading().kind() != Kind.HUMAN
        && message.reading().kind() != Kind.CALENDAR_ANSWER) {
      return Optional.empty();
    }
    return switch (Intent.of(message.reading().signals())) {
      case STOP -> wantsAnswer(message) ? Optional.empty() : ends(message, Act.STOP);
      case REJECTION -> wantsAnswer(message) ? Optional.empty() : ends(message, Act.REJECTION);
      case NOT_INTERESTED -> wantsAnswer(message) ? Optional.empty() : ends(message, Act.REFUSAL);
      case WRONG_PERSON -> refers(message, asks);
      case OFFER -> promises(message) ? Optional.empty() : goesOn(message, Act.OFFER, Want.REPLY);
      case INTERESTED -> takesUp(message, asks);
      case SCHEDULING ->
          asks && !asksOnlyForThat(message)
              ? Optional.empty()
              : isCalledOff(message) ? calledOff(message) : meets(message);
      case NOT_NOW -> wantsAnswer(message) ? Optional.empty() : putsOff(message);
      case REQUEST, QUESTION, PROMISE, THANKS_ONLY, FYI -> Optional.empty();
    };
  }

  private static boolean wantsAnswer(StoredMessage message) {
    return message.reading().signals().stream()
        .anyMatch(signal ->
            (signal.act() == Act.QUESTION || signal.act() == Act.ASK)
                && signal.confidence() >= SURE);
  }

  private static Optional<Turn> ends(StoredMessage message, Act act) {
    return TurnRules.strongest(message, act)
        .map(signal -> new TheyAnswer(message, signal.quote(), Tone.DONE));
  }

  private static Optional<Turn> goesOn(StoredMessage message, Act act, Want want) {
    return TurnRules.strongest(message, act)
        .map(signal -> new TheyAsk(message, want, signal.quote(), null, signal.confidence()));
  }

  /** Another's name is ours to take up; without one it is a no, unless they ask or promise. */
  private static Optional<Turn> refers(StoredMessage message, boolean asks) {
    if (message.reading().contact().isPresent()) {
      return goesOn(message, Act.REFERRAL, Want.TURN_TO);
    }
    return asks || promises(message) ? Optional.empty() : ends(message, Act.REFERRAL);
  }

  /** A yes is ours to take up, unless they do so themselves. */
  private static Optional<Turn> takesUp(StoredMessage message, boolean asks) {
    boolean question =
        message.reading().signals().stream().anyMatch(signal -> signal.act() == Act.QUESTION);
    var promise = TurnRules.strongest(message, Act.PROMISE);
    if (promise.isPresent() && !question) {
      return promise.map(
          signal -> new TheyPromise(message, signal.quote(), signal.due(), signal.confidence()));
    }
    return asks || promise.isPresent()
        ? Optional.empty()
        : goesOn(message, Act.INTEREST, Want.REPLY);
  }

  /** "Call me on Friday": the time itself is all that is asked for. */
  private static boolean asksOnlyForThat(StoredMessage message) {
    var times =
        message.reading().signals().stream()
            .filter(signal -> signal.act() == Act.SCHEDULING && signal.due() != null)
            .map(Signal::quote)
            .toList();
    return message.reading().signals().stream()
        .filter(signal -> signal.act() == Act.ASK || signal.act() == Act.QUESTION)
        .allMatch(signal -> signal.act() == Act.ASK && times.contains(signal.quote()));
  }

  /** In a calendar's words, or in a sentence beside which no other time is named. */
  private static boolean isCalledOff(StoredMessage message) {
    var subject = message.subject().strip().toLowerCase(Locale.ROOT);
    var off = TurnRules.strongest(message, Act.CANCELLATION);
    return off.isPresent()
        && (CALLED_OFF.stream().anyMatch(subject::startsWith)
            || message.reading().signals().stream()
                .noneMatch(signal ->
                    signal.act() == Act.SCHEDULING
                        && signal.due() != null
                        && !signal.quote().equals(off.get().quote())));
  }

  /** Another time is ours to propose, unless they promise to. */
  private static Optional<Turn> calledOff(StoredMessage message) {
    return promises(message)
        ? Optional.empty()
        : goesOn(message, Act.CANCELLATION, Want.OTHER_TIME);
  }

  private static Optional<Turn> putsOff(StoredMessage message) {
    return message.reading().signals().stream()
        .filter(signal -> signal.act() == Act.POSTPONEMENT)
        .flatMap(signal -> parked(message, signal).stream())
        .findFirst();
  }

  private static Optional<Turn> meets(StoredMessage message) {
    return message.reading().signals().stream()
        .filter(signal -> signal.act() == Act.SCHEDULING)
        .flatMap(signal -> parked(message, signal).stream())
        .findFirst();
  }

  private static Optional<Turn> parked(StoredMessage message, Signal signal) {
    return Optional.ofNullable(signal.due())
        .map(day -> new Parked(message, signal.quote(), day, signal.confidence()));
  }

  private static boolean promises(StoredMessage message) {
    return TurnRules.strongest(message, Act.PROMISE).isPresent();
  }
}
