package io.politely.outbox;

import java.util.UUID;

/** An entry of do-not-contact. */
public record StopId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
