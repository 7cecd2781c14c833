package io.politely.touches;

import java.util.UUID;

/** A promise that was made in a touch. */
public record TouchPromiseId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
