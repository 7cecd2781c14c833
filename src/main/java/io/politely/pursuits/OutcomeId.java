package io.politely.pursuits;

import java.util.UUID;

/** How a pursuit ended for one person. */
public record OutcomeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
