package io.politely.ledger;

import io.politely.mail.Conversation;
import io.politely.mail.MessageFacts;
import io.politely.mail.MessageId;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation as its page shows it.
 *
 * @param facts of its messages
 * @param standing empty until the ledger has caught up with it
 */
public record Seen(
    Conversation conversation, Map<MessageId, MessageFacts> facts, Optional<Standing> standing) {

  public Seen {
    facts = Map.copyOf(facts);
  }
}
