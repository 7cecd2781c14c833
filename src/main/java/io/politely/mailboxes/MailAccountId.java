package io.politely.mailboxes;

import java.util.UUID;

/** A mailbox on a server. */
public record MailAccountId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
