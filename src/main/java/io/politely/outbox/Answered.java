package io.politely.outbox;

import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that a letter answers.
 *
 * @param internetId its Message-ID without angle brackets; null where it has none
 * @param references the Message-IDs that it refers to, oldest first
 * @param threadIds the Message-IDs of its whole conversation
 * @param attribution what introduces the quotation: "On Monday, Ada wrote:"
 * @param quoted its text, quoted below the letter; "" for none
 */
public record Answered(
    MessageId message,
    ConversationId conversation,
    @Nullable String internetId,
    List<String> references,
    List<String> threadIds,
    String attribution,
    String quoted) {

  public Answered {
    references = List.copyOf(references);
    threadIds = List.copyOf(threadIds);
  }

  /** The same without quoting anything. */
  Answered unquoted() {
    return new Answered(message, conversation, internetId, references, threadIds, attribution, "");
  }
}
