package io.politely.mail;

import java.util.List;

/**
 * A conversation with all its messages.
 *
 * @param changeNumber grows whenever the conversation changes; readers keep a cursor on it
 * @param messages oldest first; equal moments ordered by content hash
 */
public record Conversation(
    ConversationId id, long changeNumber, String subject, List<StoredMessage> messages) {

  public Conversation {
    messages = List.copyOf(messages);
  }
}
