package io.politely.ledger;

import io.politely.mail.ConversationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the ledger writes down for one conversation.
 *
 * @param lastAt when its newest message was written
 */
record Entry(ConversationId conversation, String subject, Instant lastAt, Folded folded) {

  /** When the first promise is due that one side gave and nothing kept. */
  Optional<Instant> firstPromiseDue(boolean byUs) {
    return folded.promises().stream()
        .filter(promise -> promise.byUs() == byUs && promise.keptAt() == null)
        .map(Promise::due)
        .min(Comparator.naturalOrder());
  }
}
