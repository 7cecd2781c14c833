package io.politely.contacts;

import io.politely.kernel.EmailAddress;
import java.util.List;

/**
 * A row of a file, with what is asked of it again and again.
 *
 * @param hash by which it is known the second time
 * @param addresses those that it names; the first is the one under which it is kept
 */
record SourceRow(String hash, Contact contact, List<EmailAddress> addresses) {

  SourceRow {
    addresses = List.copyOf(addresses);
  }

  static SourceRow of(Contact contact) {
    return new SourceRow(contact.hash(), contact, contact.addresses());
  }

  /** The address under which it is kept. */
  EmailAddress address() {
    return addresses.getFirst();
  }
}
