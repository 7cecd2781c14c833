package io.politely.cadence;

import java.util.UUID;

/** Identifies a value item within a workspace. */
public record ItemId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
