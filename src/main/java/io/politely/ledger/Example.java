package io.politely.ledger;

import io.politely.ledger.Decision.Verdict;
import io.politely.mail.ConversationId;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation of which the user said whose move it is, with what the ledger says of it by
 * itself.
 *
 * @param decision what the user said, and what the ledger said at that moment
 * @param now what the present rules say of the messages that there were then
 */
public record Example(ConversationId conversation, String subject, Decision decision, Move now) {

  /**
   * The labels that agree with a verdict; empty for one that says nothing about the messages.
   *
   * <p>Settled and snoozed are such: who settles what was answered by telephone does not say that
   * it was read wrongly.
   */
  static Set<String> agreeing(Verdict verdict) {
    return switch (verdict) {
      case OURS -> Set.of("ours");
      case THEIRS -> Set.of("theirs");
      case NOT_MINE -> Set.of("nobodys", "closed");
      case SETTLED, SNOOZED, REOPENED -> Set.of();
    };
  }

  /** Whether the ledger had said the same before the user did; empty where that was not kept. */
  public Optional<Boolean> agreedThen() {
    return decision.said().map(said -> agrees(said.label()));
  }

  /** Whether the present rules say the same as the user. */
  public boolean agreesNow() {
    return agrees(labelNow());
  }

  /** What the user said, in words: "your move". */
  public String userSaid() {
    return switch (decision.verdict()) {
      case OURS -> MoveLabel.OURS.phrase();
      case THEIRS -> MoveLabel.THEIRS.phrase();
      case NOT_MINE -> "not yours to answer";
      case SETTLED, SNOOZED, REOPENED -> throw new IllegalStateException("Says nothing of a move");
    };
  }

  /** What the ledger had said before, in words; empty where that was not kept. */
  public Optional<String> saidThen() {
    return decision.said().map(said -> MoveLabel.of(said.label()).phrase());
  }

  /** What the present rules say: ours, theirs, scheduled, nobodys, closed, unsure. */
  public String labelNow() {
    return MoveLabel.of(now).word();
  }

  /** What the present rules say, in words. */
  public String saysNow() {
    return MoveLabel.of(now).phrase();
  }

  private boolean agrees(String label) {
    return agreeing(decision.verdict()).contains(label);
  }
}
