package io.politely.outbox;

import java.util.UUID;

/** A mail that leaves, or left. */
public record OutgoingId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
