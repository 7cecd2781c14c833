package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.util.List;

/**
 * The addresses that seem to be the owner's own.
 *
 * @param addresses the most used first; empty when nothing tells
 * @param reason why, a sentence the user may read
 */
public record OwnAddresses(List<EmailAddress> addresses, String reason) {

  public OwnAddresses {
    addresses = List.copyOf(addresses);
  }
}
