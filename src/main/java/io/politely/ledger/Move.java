package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who must act next in a conversation, since when, and why.
 *
 * <p>Derived from messages and decisions, never from the clock: whether something is overdue, or a
 * snooze is over, is asked of a move with the present moment.
 */
public sealed interface Move {

  /** Since when it is so. */
  Instant since();

  /** Why, in a sentence that the user may read. */
  String reason();

  /** What shows it. */
  Evidence evidence();

  /** The other side: who waits for us, or whom we wait for; empty where there is nobody. */
  Optional<EmailAddress> with();

  /** How sure this is, 0…1; a decision of the user is 1. */
  double confidence();

  /** We owe the next message. {@code due}: by when, by our policy or our own promise. */
  record Ours(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence,
      Instant due)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }
  }

  /** They owe the next message. {@code due}: when what they promised, or a first nudge, is due. */
  record Theirs(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence,
      Instant due)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }

    Theirs because(String otherReason) {
      return new Theirs(since, otherReason, evidence, counterpart, confidence, due);
    }
  }

  /** Parked until a stated moment. */
  record Scheduled(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence,
      Instant until)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }
  }

  /** Nothing is owed. */
  record Nobodys(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }
  }

  /** Ended, by the user or by a word that ends it. */
  record Closed(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }
  }

  /** The messages do not tell; the user is asked instead of guessed for. */
  record Unsure(
      Instant since,
      String reason,
      Evidence evidence,
      @Nullable EmailAddress counterpart,
      double confidence)
      implements Move {

    @Override
    public Optional<EmailAddress> with() {
      return Optional.ofNullable(counterpart);
    }
  }
}
