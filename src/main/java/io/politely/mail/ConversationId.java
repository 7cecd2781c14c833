package io.politely.mail;

import java.util.UUID;

/** A conversation: messages joined by reply headers, or by judgement with a stated confidence. */
public record ConversationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
