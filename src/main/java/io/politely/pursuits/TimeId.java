package io.politely.pursuits;

import java.util.UUID;

/** Time that somebody gave. */
public record TimeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
