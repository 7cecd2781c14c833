package io.politely.mailboxes;

import java.util.UUID;

/** A folder of a mailbox on a server. */
public record FolderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
