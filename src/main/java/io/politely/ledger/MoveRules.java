package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Turn.Parked;
import io.politely.ledger.Turn.TheyAnswer;
import io.politely.ledger.Turn.TheyAsk;
import io.politely.ledger.Turn.TheyLeaveOpen;
import io.politely.ledger.Turn.TheyPromise;
import io.politely.ledger.Turn.Tone;
import io.politely.ledger.Turn.WeAnswer;
import io.politely.ledger.Turn.WeAsk;
import io.politely.ledger.Turn.WePromise;
import io.politely.mail.Conversation;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose move it is. The same messages and decisions always give the same answer, in
 * whatever order they are handed in.
 *
 * <p>Each message of a person becomes a {@link Turn}; the turns are folded, oldest first, into what
 * is open. A message that creates an obligation replaces what was open; one that creates none
 * closes what it answers. What the user decided stands until a later message turns the move again.
 */
final class MoveRules {

  /** A delivery report leaves little doubt. */
  private static final double RETURNED = 0.9;

  private final Seat seat;
  private final Policy policy;
  private final Sentence sentence;
  private @Nullable Turn open;
  private @Nullable Decision decided;
  private @Nullable Turn last;

  private MoveRules(Seat seat, Policy policy) {
    this.seat = seat;
    this.policy = policy;
    this.sentence = new Sentence(policy.zone());
  }

  /** The move, the promises and the debts of a conversation, seen from the owner's seat. */
  static Folded fold(
      Conversation conversation,
      Set<EmailAddress> ownAddresses,
      List<Decision> decisions,
      Policy policy) {
    if (conversation.messages().isEmpty()) {
      throw new IllegalArgumentException("A conversation has at least one message");
    }
    var seat = new Seat(conversation, ownAddresses);
    var rules = new MoveRules(seat, policy);
    var move = rules.move(conversation, standing(decisions));
    var promises = PromiseRules.promises(seat, policy);
    return new Folded(move, promises, DebtRules.debts(move, promises, seat, policy));
  }

  /** The newest decision that was not taken back. */
  private static @Nullable Decision standing(List<Decision> decisions) {
    var newest =
        decisions.stream()
            .max(Comparator.comparing(Decision::decidedAt).thenComparing(Decision::id))
            .orElse(null);
    return newest == null || newest.verdict() == Decision.Verdict.REOPENED ? null : newest;
  }

  private Move move(Conversation conversation, @Nullable Decision decision) {
    var turnRules = new TurnRules(seat, policy);
    var earlier = new ArrayList<StoredMessage>();
    int decidedBefore = decision == null ? -1 : firstAfter(decision);
    for (var message : seat.messages()) {
      if (earlier.size() == decidedBefore) {
        decided = decision;
      }
      var turn = turnRules.turn(message, List.copyOf(earlier));
      take(turn);
      last = turn;
      earlier.add(message);
    }
    if (decision != null && earlier.size() == decidedBefore) {
      decided = decision;
    }
    return decided == null ? moveOf(open, conversation) : moveOf(decided);
  }

  /** How many messages there were when the user decided. */
  private int firstAfter(Decision decision) {
    var messages = seat.messages();
    int after = 0;
    for (int i = 0; i < messages.size(); i++) {
      boolean seen =
          messages.get(i).id().equals(decision.message())
              || !messages.get(i).sentAt().isAfter(decision.decidedAt());
      after = seen ? i + 1 : after;
    }
    return after;
  }

  private void take(Turn turn) {
    switch (turn) {
      case TheyAsk ask -> replace(ask);
      case WeAsk ask -> replace(ask);
      case TheyPromise promise -> replace(promise);
      case WePromise promise -> replace(promise);
      case Parked parked -> replace(parked);
      case WeAnswer _ -> answeredByUs();
      case TheyAnswer answer -> answered(answer);
      case TheyLeaveOpen unclear -> leftOpen(unclear);
    }
  }

  private void replace(Turn turn) {
    boolean foreign = decided != null && decided.verdict() == Decision.Verdict.NOT_MINE;
    if (foreign && !(turn instanceof TheyAsk) && !(turn instanceof WeAsk)) {
      return;
    }
    decided = null;
    open = turn;
  }

  /** We wrote without asking: nothing is open on our side, theirs stays. */
  private void answeredByUs() {
    if (decided != null && decided.verdict() == Decision.Verdict.OURS) {
      decided = null;
    }
    boolean waiting = open instanceof WeAsk || open instanceof TheyPromise;
    open = waiting ? open : null;
  }

  /** A person wrote without asking: what we waited for is there; what we owe another stays. */
  private void answered(TheyAnswer answer) {
    endWaiting();
    boolean stillOurs =
        switch (open) {
          case TheyAsk ask -> isSameWriter(ask.message(), answer.message()) && !answer.settles();
          // A thank-you is no release: what we promised is still to come.
          case WePromise _ -> answer.tone() != Tone.DONE;
          case null, default -> false;
        };
    open = stillOurs ? open : null;
  }

  /** What we owe stays; whether what we waited for is there, only the user can say. */
  private void leftOpen(TheyLeaveOpen unclear) {
    endWaiting();
    boolean ours = open instanceof TheyAsk || open instanceof WePromise;
    open = ours ? open : unclear;
  }

  /** Whoever said that it is their move, or snoozed it, did so until they write. */
  private void endWaiting() {
    if (decided != null
        && (decided.verdict() == Decision.Verdict.THEIRS
            || decided.verdict() == Decision.Verdict.SNOOZED)) {
      decided = null;
    }
  }

  private static boolean isSameWriter(StoredMessage one, StoredMessage other) {
    return one.sender().equals(other.sender());
  }

  private Move moveOf(@Nullable Turn turn, Conversation conversation) {
    return switch (turn) {
      case null -> nobodys(conversation);
      case TheyAsk ask -> ours(ask);
      case WeAsk ask -> unlessEnded(unlessReturned(ask, unlessAway(theirs(ask))));
      case TheyPromise promise -> unlessEnded(unlessAway(theirs(promise)));
      case WePromise promise -> ours(promise);
      case Parked parked -> scheduled(parked, sentence.parked(seat, parked));
      case TheyLeaveOpen unclear ->
          new Move.Unsure(
              unclear.message().sentAt(),
              sentence.leftOpen(unclear),
              words(unclear, unclear.quote()),
              unclear.message().from(),
              policy.enough());
      case WeAnswer _, TheyAnswer _ -> nobodys(conversation);
    };
  }

  private Move scheduled(Parked parked, String reason) {
    return new Move.Scheduled(
        parked.message().sentAt(),
        reason,
        words(parked, parked.quote()),
        partner(parked.message()),
        parked.confidence(),
        BusinessDays.endOf(parked.until(), policy.zone()));
  }

  /** A program may say no, or that the matter is over: then nobody is waited for. */
  private Move unlessEnded(Move move) {
    if (!(move instanceof Move.Theirs theirs)) {
      return move;
    }
    for (var notice : seat.notices()) {
      var end =
          TurnRules.strongest(notice, Act.REJECTION)
              .or(() -> TurnRules.strongest(notice, Act.DONE))
              .orElse(null);
      if (end != null && !notice.sentAt().isBefore(theirs.since())) {
        return new Move.Nobodys(
            notice.sentAt(),
            sentence.ended(notice),
            new Evidence.Words(notice.id(), end.quote()),
            theirs.counterpart(),
            end.confidence());
      }
    }
    return move;
  }

  /** Nobody is waited for who is away. */
  private Move unlessAway(Move move) {
    return move instanceof Move.Theirs theirs
        ? AbsenceRules.away(seat, theirs, policy)
            .<Move>map(away -> scheduled(away, sentence.away(away)))
            .orElseGet(() -> withStandIn(theirs))
        : move;
  }

  /** They are away for how long nobody knows, but somebody else answers meanwhile. */
  private Move withStandIn(Move.Theirs theirs) {
    return AbsenceRules.standingIn(seat, theirs)
        .map(notice ->
            theirs.because(
                sentence.standIn(
                    theirs.reason(), notice, AbsenceRules.standIn(notice).orElseThrow())))
        .orElse(theirs);
  }

  /**
   * What never arrived cannot be answered: the address has to be put right, or we prove who we are.
   */
  private Move unlessReturned(WeAsk ask, Move move) {
    var sentAt = ask.message().sentAt();
    if (seat.addressees(ask.message()) > 1) {
      return move; // the others may have it
    }
    return seat.returned().stream()
        .filter(report -> !report.sentAt().isBefore(sentAt))
        .findFirst()
        .<Move>map(report ->
            new Move.Ours(
                report.sentAt(),
                sentence.returned(report),
                new Evidence.Words(report.id(), quote(report)),
                ask.of(),
                RETURNED,
                BusinessDays.after(report.sentAt(), policy.answer(), policy.zone())))
        .orElse(move);
  }

  /** What a program asks, or else what its report is about. */
  private static String quote(StoredMessage report) {
    return TurnRules.strongest(report, Act.REFERRAL)
        .or(() -> TurnRules.strongest(report, Act.ASK))
        .map(Signal::quote)
        .orElse(report.subject());
  }

  private Move ours(TheyAsk ask) {
    var reason = sentence.theyAsk(ask);
    var evidence = words(ask, ask.quote());
    var since = ask.message().sentAt();
    if (ask.confidence() < policy.enough()) {
      return unsureOrNobodys(ask, reason, evidence, ask.confidence());
    }
    var due =
        ask.due() == null
            ? BusinessDays.after(since, DebtRules.patience(ask.message(), policy), policy.zone())
            : BusinessDays.endOf(ask.due(), policy.zone());
    return new Move.Ours(since, reason, evidence, ask.message().from(), ask.confidence(), due);
  }

  private Move ours(WePromise promise) {
    var since = promise.message().sentAt();
    return new Move.Ours(
        since,
        sentence.wePromise(promise),
        words(promise, promise.quote()),
        promise.to(),
        promise.confidence(),
        PromiseRules.due(since, promise.due(), policy));
  }

  private Move theirs(WeAsk ask) {
    var since = ask.message().sentAt();
    var reason = sentence.weAsk(ask);
    var evidence = words(ask, ask.quote());
    if (ask.confidence() < policy.enough()) {
      return unsureOrNobodys(ask, reason, evidence, ask.confidence());
    }
    var due =
        ask.due() == null
            ? BusinessDays.after(since, policy.firstNudge(), policy.zone())
            : BusinessDays.endOf(ask.due(), policy.zone());
    return new Move.Theirs(since, reason, evidence, ask.of(), ask.confidence(), due);
  }

  private Move theirs(TheyPromise promise) {
    var since = promise.message().sentAt();
    return new Move.Theirs(
        since,
        sentence.theyPromise(promise),
        words(promise, promise.quote()),
        promise.message().from(),
        promise.confidence(),
        PromiseRules.due(since, promise.due(), policy));
  }

  /** Between a guess and a good reason lies a band where the user is asked. */
  private Move unsureOrNobodys(Turn turn, String reason, Evidence evidence, double confidence) {
    var since = turn.message().sentAt();
    var partner = partner(turn.message());
    return confidence >= policy.enough() * policy.doubt()
        ? new Move.Unsure(since, reason, evidence, partner, confidence)
        : new Move.Nobodys(since, sentence.notForUs(turn), evidence, partner, 1 - confidence);
  }

  private Move nobodys(Conversation conversation) {
    if (last == null) {
      var newest = conversation.messages().getLast();
      return new Move.Nobodys(
          newest.sentAt(),
          "No person wrote to you here.",
          new Evidence.Words(newest.id(), ""),
          newest.from(),
          0.95);
    }
    var quote = last instanceof TheyAnswer answer ? answer.quote() : "";
    return new Move.Nobodys(
        last.message().sentAt(),
        sentence.nothingOpen(seat, last),
        words(last, quote),
        partner(last.message()),
        last instanceof TheyAnswer answer && answer.settles() ? 0.9 : 0.7);
  }

  private Move moveOf(Decision decision) {
    var since = decision.decidedAt();
    var evidence = new Evidence.UserDecision(decision.id());
    var partner = last == null ? null : partner(last.message());
    var note = decision.note().isBlank() ? "" : ": " + decision.note().strip();
    return switch (decision.verdict()) {
      case SETTLED -> new Move.Closed(since, "You settled it" + note, evidence, partner, 1);
      case NOT_MINE ->
          new Move.Nobodys(since, "You said it is not yours" + note, evidence, partner, 1);
      case OURS ->
          new Move.Ours(
              since,
              "You said it is your move" + note,
              evidence,
              partner,
              1,
              BusinessDays.after(since, policy.answer(), policy.zone()));
      case THEIRS ->
          new Move.Theirs(
              since,
              "You said it is their move" + note,
              evidence,
              partner,
              1,
              BusinessDays.after(since, policy.firstNudge(), policy.zone()));
      case SNOOZED -> {
        var until = decision.until();
        yield new Move.Scheduled(
            since, "You put it off" + note, evidence, partner, 1, until == null ? since : until);
      }
      case REOPENED -> throw new IllegalStateException("A reopened conversation has no decision");
    };
  }

  private @Nullable EmailAddress partner(StoredMessage message) {
    return seat.isOurs(message) ? seat.partnerOf(message) : message.from();
  }

  private static Evidence words(Turn turn, String quote) {
    return new Evidence.Words(turn.message().id(), quote);
  }
}
