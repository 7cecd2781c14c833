package io.politely.ledger;

import io.politely.mail.MessageId;
import java.util.UUID;

/** What shows a move: the words of a message, or what the user decided. */
public sealed interface Evidence {

  /** A message, and the words in it that decide ("" where the message as a whole does). */
  record Words(MessageId message, String quote) implements Evidence {}

  /** A decision of the user. */
  record UserDecision(UUID decision) implements Evidence {}
}
