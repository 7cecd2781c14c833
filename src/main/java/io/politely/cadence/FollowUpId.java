package io.politely.cadence;

import java.util.UUID;

/** Identifies a cadence within a workspace. */
public record FollowUpId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
