package io.politely.mail;

/** What became of something that a server delivered. */
public sealed interface Delivered {

  /** It is a message here, new or known before. */
  record Stored(MessageId message) implements Delivered {}

  /**
   * It could not be read, and lies in the quarantine.
   *
   * @param reason a sentence the user may read
   */
  record SetAside(String reason) implements Delivered {}

  /** It names somebody who was erased, or is a notice of our own, and is not kept. */
  record LeftOut() implements Delivered {}
}
