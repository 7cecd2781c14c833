package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What threading needs of a message.
 *
 * @param previous the conversation it was in before, or null
 * @param hints thread ids that providers gave to its copies
 */
record Threadable(
    MessageId id,
    String contentHash,
    Instant sentAt,
    @Nullable String internetId,
    List<String> inReplyTo,
    List<String> references,
    String subject,
    @Nullable EmailAddress from,
    List<EmailAddress> to,
    List<EmailAddress> cc,
    Set<String> hints,
    @Nullable ConversationId previous) {

  /** The one order in which messages are threaded, whatever order they arrived in. */
  static final Comparator<Threadable> BY_TIME =
      Comparator.comparing(Threadable::sentAt).thenComparing(Threadable::contentHash);

  Threadable {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    hints = Set.copyOf(hints);
  }

  boolean hasReplyHeaders() {
    return !inReplyTo.isEmpty() || !references.isEmpty();
  }

  /**
   * The chain of ancestors it names, the parent last: References, then the first of In-Reply-To,
   * each id once.
   */
  List<String> ancestors() {
    var chain = new LinkedHashSet<>(references);
    if (!inReplyTo.isEmpty()) {
      chain.add(inReplyTo.getFirst());
    }
    return List.copyOf(chain);
  }

  /** Everybody who wrote or got it. */
  Set<EmailAddress> everybody() {
    var all = new LinkedHashSet<EmailAddress>(to);
    all.addAll(cc);
    if (from != null) {
      all.add(from);
    }
    return all;
  }
}
