package io.politely.ledger;

import io.politely.ledger.Turn.Parked;
import io.politely.ledger.Turn.TheyAnswer;
import io.politely.ledger.Turn.TheyAsk;
import io.politely.ledger.Turn.TheyPromise;
import io.politely.ledger.Turn.Want;
import io.politely.ledger.Turn.WeAnswer;
import io.politely.ledger.Turn.WeAsk;
import io.politely.ledger.Turn.WePromise;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Signal;
import java.util.List;
import java.util.Optional;

/** Reads what each message does to the move, from our seat. */
final class TurnRules {

  /** An opinion about something handed in asks for a change, but less surely than a request. */
  private static final double OPINION = 0.95;

  private final Seat seat;

  TurnRules(Seat seat) {
    this.seat = seat;
  }

  /** What the message does. {@code earlier}: the messages that count before it, oldest first. */
  Turn turn(StoredMessage message, List<StoredMessage> earlier) {
    return seat.isOurs(message) ? ourTurn(message, earlier) : theirTurn(message, earlier);
  }

  private Turn ourTurn(StoredMessage message, List<StoredMessage> earlier) {
    var partner = seat.partnerOf(message);
    var parked = parked(message);
    var asked = strongestRequest(message);
    if (asked.isPresent()) {
      var signal = asked.get();
      return new WeAsk(
          message, Want.REPLY, partner, signal.quote(), signal.due(), signal.confidence());
    }
    if (parked.isPresent()) {
      return parked.get();
    }
    var promise = strongest(message, Act.PROMISE);
    if (promise.isPresent()) {
      var signal = promise.get();
      return new WePromise(message, partner, signal.quote(), signal.due(), signal.confidence());
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

  private Turn theirTurn(StoredMessage message, List<StoredMessage> earlier) {
    double concern = Addressing.concern(seat, message, earlier);
    var request = requestOfUs(message, concern);
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
    boolean done = says(message, Act.DONE) || says(message, Act.THANKS_ONLY);
    if (ourWork && objection.isPresent() && !done && concern > 0.5) {
      var signal = objection.get();
      return new TheyAsk(
          message, Want.CHANGE, signal.quote(), null, signal.confidence() * OPINION * concern);
    }
    if (concern > 0) {
      var parked = parked(message);
      if (parked.isPresent()) {
        return parked.get();
      }
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
    return new TheyAnswer(message, firstWords(message), done);
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
      case NOBODY -> concern;
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

  private static Optional<Turn> parked(StoredMessage message) {
    return strongest(message, Act.POSTPONEMENT)
        .flatMap(signal ->
            Optional.ofNullable(signal.due())
                .map(day -> new Parked(message, signal.quote(), day, signal.confidence())));
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
