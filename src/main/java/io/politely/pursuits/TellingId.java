package io.politely.pursuits;

import java.util.UUID;

/** One attempt to deliver an outcome. */
public record TellingId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
