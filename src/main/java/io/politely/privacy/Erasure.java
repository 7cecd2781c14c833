package io.politely.privacy;

import io.politely.outbox.StopId;
import io.politely.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody is to be erased, or was. */
public sealed interface Erasure {

  ErasureId id();

  /**
   * They are to be erased, and can still be kept.
   *
   * @param due not before
   * @param stop what keeps mail from them until then; null: something else did before
   * @param byRule whether nobody asked for it but the {@link Retention}
   */
  record Pending(
      ErasureId id,
      PersonId person,
      Instant asked,
      Instant due,
      @Nullable StopId stop,
      boolean byRule)
      implements Erasure {}

  /** They are erased, and nothing tells who it was. */
  record Done(ErasureId id, Instant done, Removed removed) implements Erasure {}

  /**
   * How many of each are gone.
   *
   * @param mails of the outbox
   */
  record Removed(long messages, long mails, long drafts) {

    static final Removed NOTHING = new Removed(0, 0, 0);

    Removed plus(Removed other) {
      return new Removed(
          messages + other.messages(), mails + other.mails(), drafts + other.drafts());
    }
  }
}
