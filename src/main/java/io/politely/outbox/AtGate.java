package io.politely.outbox;

/**
 * A mail whose body is on the server and whose dot is not.
 *
 * @param token under which it was claimed
 * @param recipients the envelope that was given to the server, sorted, with blanks between
 * @param hash SHA-256 of the bytes that were given to it, in hexadecimal digits
 */
record AtGate(OutgoingId id, long token, String recipients, String hash) implements Entry {

  static AtGate of(Claimed mail) {
    return new AtGate(
        mail.id(), mail.token(), String.join(" ", mail.recipients()), mail.bytes().hash());
  }
}
