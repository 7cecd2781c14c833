package io.politely.pursuits;

import java.util.UUID;

/** Something that a posting or a client asks for. */
public record RequirementId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
