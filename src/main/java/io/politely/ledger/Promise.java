package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * "I'll get back to you by Friday", from either side.
 *
 * @param message where it was made
 * @param position which promise of that message, from 0
 * @param byUs whether we made it
 * @param promiser who made it
 * @param quote the words
 * @param due when it was to be kept: the day it names, or by policy three business days later
 * @param keptAt when a later message kept it, or null while it is open or broken
 * @param keptBy the message that kept it, or null
 */
public record Promise(
    MessageId message,
    int position,
    boolean byUs,
    EmailAddress promiser,
    String quote,
    Instant madeAt,
    Instant due,
    @Nullable Instant keptAt,
    @Nullable MessageId keptBy) {

  /** Whether it was due before {@code now} and nothing kept it. */
  public boolean isBroken(Instant now) {
    return keptAt == null && due.isBefore(now);
  }
}
