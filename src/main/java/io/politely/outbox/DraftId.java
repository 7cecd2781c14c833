package io.politely.outbox;

import java.util.UUID;

/** Something that is being written. */
public record DraftId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
