package io.politely.people;

import java.util.UUID;

/** A person, across all their addresses. */
public record PersonId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
