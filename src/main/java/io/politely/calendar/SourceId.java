package io.politely.calendar;

import java.util.UUID;

/** Identifies a source of events within a workspace. */
public record SourceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
