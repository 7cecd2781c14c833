package io.politely.ledger;

import io.politely.ledger.Turn.Doubt;
import io.politely.ledger.Turn.Parked;
import io.politely.ledger.Turn.TheyAnswer;
import io.politely.ledger.Turn.TheyAsk;
import io.politely.ledger.Turn.TheyLeaveOpen;
import io.politely.ledger.Turn.TheyPromise;
import io.politely.ledger.Turn.Tone;
import io.politely.ledger.Turn.Want;
import io.politely.ledger.Turn.WeAnswer;
import io.politely.ledger.Turn.WeAsk;
import io.politely.ledger.Turn.WePromise;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Kind;
import io.politely.reading.Signal;
import java.util.List;
import java.util.Optional;

/** Reads what each message does to the move, from our seat. */
final class TurnRules {

  /** An opinion about something handed in asks for a change, but less surely than a request. */
  private static final double OPINION = 0.95;

  /** So much concerns us what is put to us alone, or nearly. */
  private static final double ADDRESSED = 0.8;

  private final Seat seat;
  private final Policy policy;

  TurnRules(Seat seat, Policy policy) {
    this.seat = seat;
    this.policy = policy;
  }

  /** What the message does. {@code earlier}: the messages that count before it, oldest first. */
  Turn turn(StoredMessage message, List<StoredMessage> earlier) {
    return seat.isOurs(message) ? ourTurn(message, earlier) : theirTurn(message, earlier);
  }

  private Turn ourTurn(StoredMessage message, List<StoredMessage> earlier) {
    var partner = seat.partnerOf(message);
    var postponed = strongest(message, Act.POSTPONEMENT);
    var parked = postponed.flatMap(signal -> parked(message, signal));
    var asked = strongestRequest(message);
    if (asked.isPresent()) {
      var signal = asked.get();
      return new WeAsk(
          message, Want.REPLY, partner, signal.quote(), signal.due(), signal.confidence());
    }
    var promise = strongest(message, Act.PROMISE);
    if (parked.isPresent() && promise.filter(it -> outdoes(it, postponed)).isEmpty()) {
      return parked.get();
    }
    if (promise.isPresent() && !seat.isNote(message)) {
      var signal = promise.get();
      boolean returns = Returns.isReturn(signal.quote()) && !owesAnswer(earlier);
      if (signal.due() != null && (returns || isFarAway(message, signal))) {
        return parked(message, signal).orElseThrow();
      }
      return new WePromise(message, partner, signal.quote(), signal.due(), signal.confidence());
    }
    var meeting = strongest(message, Act.SCHEDULING).flatMap(signal -> parked(message, signal));
    if (meeting.isPresent()) {
      return meeting.get();
    }
    var submission = strongest(message, Act.SUBMISSION);
    if (submission.isPresent()) {
      var signal = submission.get();
      return new WeAsk(
          message, Want.DECISION, partner, signal.quote(), signal.due(), signal.confidence());
    }
    var objection = strongest(message, Act.OBJECTION);
    boolean theirWork = earlier.stream().anyMatch(past -> !seat.isOurs(past) && handsIn(past));
    if (objection.isPresent() && !says(message, Act.DONE) && (theirWork || reviews(message))) {
      var signal = objection.get();
      return new WeAsk(
          message, Want.CHANGE, partner, signal.quote(), null, signal.confidence() * OPINION);
    }
    return new WeAnswer(message);
  }

  /** One sentence may read as both: "I'll send it on Monday at the latest". */
  private static boolean outdoes(Signal promise, Optional<Signal> postponed) {
    return postponed
        .filter(it -> it.quote().equals(promise.quote()) && it.confidence() < promise.confidence())
        .isPresent();
  }

  /** Whether they wrote last and asked us something: then "I'll be in touch" is a debt. */
  private boolean owesAnswer(List<StoredMessage> earlier) {
    return !earlier.isEmpty()
        && !seat.isOurs(earlier.getLast())
        && strongestRequest(earlier.getLast()).isPresent();
  }

  private Turn theirTurn(StoredMessage message, List<StoredMessage> earlier) {
    double concern = Addressing.concern(seat, message, earlier);
    var request = requestOfUs(message, concern);
    var reply =
        concern > 0.5 ? ReplyRules.turn(message, request.isPresent()) : Optional.<Turn>empty();
    if (reply.isPresent()) {
      return reply.get();
    }
    var later = concern > 0 ? putOff(message, request) : Optional.<Turn>empty();
    if (later.isPresent()) {
      return later.get();
    }
    if (request.isPresent()) {
      var signal = request.get();
      return new TheyAsk(
          message,
          Want.REPLY,
          signal.quote(),
          signal.due(),
          signal.confidence() * share(signal, concern));
    }
    boolean ourWork = earlier.stream().anyMatch(past -> seat.isOurs(past) && handsIn(past));
    var objection = strongest(message, Act.OBJECTION);
    var tone = tone(message);
    if (ourWork && objection.isPresent() && tone == Tone.PLAIN && concern > 0.5) {
      var signal = objection.get();
      return new TheyAsk(
          message, Want.CHANGE, signal.quote(), null, signal.confidence() * OPINION * concern);
    }
    if (concern > 0) {
      var promise = strongest(message, Act.PROMISE);
      if (promise.isPresent()) {
        var signal = promise.get();
        return new TheyPromise(
            message, signal.quote(), signal.due(), signal.confidence() * concern);
      }
      var submission = strongest(message, Act.SUBMISSION);
      if (submission.isPresent() && concern > 0.5) {
        var signal = submission.get();
        return new TheyAsk(
            message, Want.DECISION, signal.quote(), null, signal.confidence() * concern);
      }
    }
    var doubt = tone == Tone.PLAIN ? doubt(message, earlier, concern) : Optional.<Doubt>empty();
    return doubt
        .<Turn>map(why -> new TheyLeaveOpen(message, Vagueness.quote(message), why))
        .orElseGet(() -> new TheyAnswer(message, firstWords(message), tone));
  }

  /**
   * They park the matter, in so many words or by a request for a far day: "ping me in two months".
   * Another request in the same message is for now.
   */
  private Optional<Turn> putOff(StoredMessage message, Optional<Signal> request) {
    var postponement = strongest(message, Act.POSTPONEMENT);
    boolean elsewhere =
        request.isPresent()
            && postponement.filter(it -> it.quote().equals(request.get().quote())).isEmpty();
    if (elsewhere) {
      return request
          .filter(signal -> isFarAway(message, signal))
          .flatMap(it -> parked(message, it));
    }
    return postponement.map(signal ->
        parked(message, signal)
            .orElseGet(() -> new TheyLeaveOpen(message, signal.quote(), Doubt.SOMETIME)));
  }

  /** Beyond this a day is no deadline for an answer but the day on which to write again. */
  private boolean isFarAway(StoredMessage message, Signal signal) {
    return signal.due() != null
        && BusinessDays.endOf(signal.due(), policy.zone())
            .isAfter(BusinessDays.after(message.sentAt(), policy.farAway(), policy.zone()));
  }

  private Tone tone(StoredMessage message) {
    return says(message, Act.THANKS_ONLY)
        ? Tone.THANKS
        : says(message, Act.DONE) ? Tone.DONE : Tone.PLAIN;
  }

  /** Only a person who writes to us, and not to a crowd, is asked about. */
  private static Optional<Doubt> doubt(
      StoredMessage message, List<StoredMessage> earlier, double concern) {
    if (concern < ADDRESSED || message.reading().kind() != Kind.HUMAN) {
      return Optional.empty();
    }
    if (Vagueness.isVague(message.reading().newestText())) {
      return Optional.of(Doubt.VAGUE);
    }
    boolean opens = earlier.isEmpty();
    return opens && Vagueness.isTerse(message.reading().newestText())
        ? Optional.of(Doubt.TERSE)
        : Optional.empty();
  }

  /** The request that is put to us: by name, or to everybody the message addresses. */
  private Optional<Signal> requestOfUs(StoredMessage message, double concern) {
    Signal best = null;
    double bestWeight = 0;
    for (var signal : message.reading().signals()) {
      if (signal.act() != Act.ASK && signal.act() != Act.QUESTION) {
        continue;
      }
      double weight = signal.confidence() * share(signal, concern);
      if (weight > bestWeight) {
        best = signal;
        bestWeight = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  private double share(Signal signal, double concern) {
    return switch (Addressing.vocative(seat, signal.quote())) {
      case US -> 1;
      case SOMEBODY_ELSE -> 0;
      case EVERYBODY, NOBODY -> concern;
    };
  }

  private static Optional<Signal> strongestRequest(StoredMessage message) {
    var ask = strongest(message, Act.ASK);
    var question = strongest(message, Act.QUESTION);
    if (ask.isEmpty() || question.isEmpty()) {
      return ask.or(() -> question);
    }
    return ask.get().confidence() >= question.get().confidence() ? ask : question;
  }

  private static Optional<Turn> parked(StoredMessage message, Signal signal) {
    return Optional.ofNullable(signal.due())
        .map(day -> new Parked(message, signal.quote(), day, signal.confidence()));
  }

  private static boolean handsIn(StoredMessage message) {
    return says(message, Act.SUBMISSION);
  }

  /** A remark about a patch, told by its subject even where the patch itself is not at hand. */
  private static boolean reviews(StoredMessage message) {
    return message.subject().contains("[PATCH") || message.subject().contains("[RFC");
  }

  private static boolean says(StoredMessage message, Act act) {
    return strongest(message, act).isPresent();
  }

  static Optional<Signal> strongest(StoredMessage message, Act act) {
    Signal best = null;
    for (var signal : message.reading().signals()) {
      boolean better = best == null || signal.confidence() > best.confidence();
      best = signal.act() == act && better ? signal : best;
    }
    return Optional.ofNullable(best);
  }

  private static String firstWords(StoredMessage message) {
    return message.reading().signals().stream().findFirst().map(Signal::quote).orElse("");
  }
}
