package io.politely.kernel;

import java.util.UUID;

/** The tenant boundary: one owner or team and everything they keep. Leads every key. */
public record WorkspaceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
