package io.politely.ledger;

import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promises of a conversation, from either side, and which later message kept them. */
final class PromiseRules {

  private static final double ENOUGH = 0.6;

  private PromiseRules() {}

  static List<Promise> promises(Seat seat, Policy policy) {
    var promises = new ArrayList<Promise>();
    var messages = seat.messages();
    boolean weTakePart = messages.stream().anyMatch(seat::isOurs);
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      if (weTakePart || seat.isTo(message)) {
        promises.addAll(
            promisesIn(message, messages.subList(i + 1, messages.size()), seat, policy));
      }
    }
    return promises;
  }

  private static List<Promise> promisesIn(
      StoredMessage message, List<StoredMessage> later, Seat seat, Policy policy) {
    var from = message.from();
    if (from == null) {
      return List.of();
    }
    var kept = keptBy(message, later);
    var promises = new ArrayList<Promise>();
    for (var signal : message.reading().signals()) {
      if (signal.act() == Act.PROMISE && signal.confidence() >= ENOUGH) {
        promises.add(
            new Promise(
                message.id(),
                promises.size(),
                seat.isOurs(message),
                from,
                signal.quote(),
                message.sentAt(),
                due(message.sentAt(), signal.due(), policy),
                kept == null ? null : kept.sentAt(),
                kept == null ? null : kept.id()));
      }
    }
    return promises;
  }

  /** The day it names, or by policy some business days later. */
  static Instant due(Instant madeAt, @Nullable LocalDate named, Policy policy) {
    return named == null
        ? BusinessDays.after(madeAt, policy.promise(), policy.zone())
        : BusinessDays.endOf(named, policy.zone());
  }

  /** The next message of who promised, unless it only thanks or promises again. */
  private static @Nullable StoredMessage keptBy(StoredMessage promise, List<StoredMessage> later) {
    for (var message : later) {
      if (message.sender().equals(promise.sender()) && delivers(message)) {
        return message;
      }
    }
    return null;
  }

  private static boolean delivers(StoredMessage message) {
    var acts = message.reading().signals().stream().map(Signal::act).toList();
    return !acts.contains(Act.THANKS_ONLY) && !acts.contains(Act.PROMISE);
  }
}
