package io.politely.ledger;

import io.politely.mail.MessageId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided about a conversation. It stands until newer mail from a person turns the
 * move (a reply ends a snooze and reopens what was settled), and can be undone.
 *
 * @param message the newest message of the conversation when it was decided
 * @param until for a snooze: when it comes back
 * @param note what the user wrote to it, or ""
 * @param before what the ledger said by itself when it was decided; null where that was not kept
 */
public record Decision(
    UUID id,
    MessageId message,
    Verdict verdict,
    @Nullable Instant until,
    String note,
    UUID decidedBy,
    Instant decidedAt,
    @Nullable Said before) {

  /** What the ledger said by itself when it was decided; empty where that was not kept. */
  public Optional<Said> said() {
    return Optional.ofNullable(before);
  }

  /** The ways to decide. */
  public enum Verdict {
    /** Done; nothing is owed any more. */
    SETTLED,
    /** Comes back at {@link Decision#until}. */
    SNOOZED,
    /** Somebody else's business: nobody's move for us. */
    NOT_MINE,
    /** Our move, whatever the reading says. */
    OURS,
    /** Their move, whatever the reading says. */
    THEIRS,
    /** Forget earlier decisions; the messages speak again. */
    REOPENED;

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verdict that a word stands for. */
    public static Optional<Verdict> of(String word) {
      return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
    }
  }
}
