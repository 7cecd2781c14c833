package io.politely.pursuits;

import java.util.UUID;

/** Something that was shown or sent for a pursuit. */
public record MaterialId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
