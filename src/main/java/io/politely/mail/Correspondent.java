package io.politely.mail;

import io.politely.kernel.EmailAddress;

/**
 * One mailbox in From, To or Cc.
 *
 * @param name its display name, decoded, or ""
 */
public record Correspondent(EmailAddress address, String name) {

  // A name is shown on one line and kept in a key.
  private static final int LONGEST_NAME = 200;

  public Correspondent {
    name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }
}
