package io.politely.pursuits;

import java.util.UUID;

/** A status page for somebody outside. */
public record StatusLinkId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
