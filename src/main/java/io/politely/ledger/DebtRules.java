package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What we owe, by rows D1, D2 and D10 of the policy. */
final class DebtRules {

  private static final List<String> INTRODUCTION =
      List.of("intro:", "introduction", "introducing", "connecting you", "vorstellung", "intro to");

  private DebtRules() {}

  static List<Debt> debts(Move move, List<Promise> promises, Seat seat, Policy policy) {
    var debts = new ArrayList<Debt>();
    if (move instanceof Move.Ours ours
        && ours.counterpart() != null
        && ours.evidence() instanceof Evidence.Words words
        && !isPromise(words, promises)) {
      debts.add(answer(ours, ours.counterpart(), words, seat));
    }
    for (var promise : promises) {
      if (promise.byUs() && promise.keptAt() == null) {
        promised(promise, seat).forEach(debts::add);
      }
    }
    return debts;
  }

  /** How many business days this message may wait for our answer. */
  static int patience(StoredMessage message, Policy policy) {
    return isIntroduction(message) ? policy.introduction() : policy.answer();
  }

  private static Debt answer(
      Move.Ours ours, EmailAddress counterpart, Evidence.Words words, Seat seat) {
    boolean introduction =
        seat.messages().stream()
            .anyMatch(message -> message.id().equals(words.message()) && isIntroduction(message));
    return new Debt(
        introduction ? "D2" : "D1",
        counterpart,
        ours.since(),
        ours.due(),
        ours.reason(),
        words.message());
  }

  private static List<Debt> promised(Promise promise, Seat seat) {
    return seat.messages().stream()
        .filter(message -> message.id().equals(promise.message()))
        .flatMap(message -> Optional.ofNullable(seat.partnerOf(message)).stream())
        .map(partner -> debt(promise, partner))
        .toList();
  }

  private static Debt debt(Promise promise, EmailAddress partner) {
    return new Debt(
        "D10",
        partner,
        promise.madeAt(),
        promise.due(),
        "You promised: " + promise.quote(),
        promise.message());
  }

  private static boolean isPromise(Evidence.Words words, List<Promise> promises) {
    MessageId message = words.message();
    return promises.stream()
        .anyMatch(
            promise -> promise.message().equals(message) && promise.quote().equals(words.quote()));
  }

  private static boolean isIntroduction(StoredMessage message) {
    var subject = message.subject().toLowerCase(Locale.ROOT);
    var text = message.reading().newestText();
    var beginning = text.substring(0, Math.min(text.length(), 600)).toLowerCase(Locale.ROOT);
    return INTRODUCTION.stream()
        .anyMatch(word -> subject.contains(word) || beginning.contains(word));
  }
}
