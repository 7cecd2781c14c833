package io.politely.people;

/** What one message shows about one of its addresses. */
public enum AddressEvidence {
  /**
   * It was named in a header, which says nothing more. So are the senders of out-of-office notes.
   */
  NAMED,
  /** It wrote this message by hand. */
  WROTE,
  /** It wrote this message by machine: a newsletter, a notification. */
  WROTE_AUTOMATICALLY,
  /** This message travelled through it: the address of a mailing list. */
  CARRIED_AS_LIST
}
