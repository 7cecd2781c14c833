package io.politely.touches;

import java.util.UUID;

/** Something that was logged. */
public record TouchId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
