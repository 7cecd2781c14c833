package io.politely.privacy;

import java.util.UUID;

/** An erasure, asked for or done. */
public record ErasureId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
