package io.politely.pursuits.web;

import io.politely.ledger.Move;
import io.politely.pursuits.OwedOutcome;
import org.jspecify.annotations.Nullable;

/** Who acts next, as it is said to somebody outside. */
public enum StatusTurn {
  OURS("It is our turn: you hear from us."),
  OURS_WITH_OUTCOME("It is our turn: we owe you an outcome."),
  THEIRS("It is your turn: we wait to hear from you."),
  NOBODYS("Nobody has to do anything right now."),
  TOLD("Nobody’s: you were told how it ended.");

  private final String said;

  StatusTurn(String said) {
    this.said = said;
  }

  /** The sentence. */
  public String said() {
    return said;
  }

  /**
   * Whose turn it is. What was decided and not told changes nothing here: an outcome is owed before
   * and after.
   *
   * @param owed the outcome that is owed, by either side; null: none is
   * @param isTold whether an outcome reached them
   * @param newest the move of the newest conversation with them; null: there is none
   */
  static StatusTurn of(@Nullable OwedOutcome owed, boolean isTold, @Nullable Move newest) {
    if (owed != null) {
      return owed.byUs() ? OURS_WITH_OUTCOME : THEIRS;
    }
    if (isTold) {
      return TOLD;
    }
    return switch (newest) {
      case Move.Ours _ -> OURS;
      case Move.Theirs _ -> THEIRS;
      case null, default -> NOBODYS;
    };
  }
}
