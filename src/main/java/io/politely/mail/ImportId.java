package io.politely.mail;

import java.util.UUID;

/** One run of reading mailboxes. */
public record ImportId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
