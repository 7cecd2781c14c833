package io.politely.pursuits;

import java.util.UUID;

/** A view that was kept. */
public record SavedViewId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
