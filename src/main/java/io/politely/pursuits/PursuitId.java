package io.politely.pursuits;

import java.util.UUID;

/** A job, a search or a deal. */
public record PursuitId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
