package io.politely.mail;

/** What told when a message was written, the most trusted first. */
public enum SentAtSource {
  /** Its Date header. */
  DATE,
  /** The newest Received header, where Date is missing or absurd. */
  RECEIVED,
  /** The line that separates messages in an mbox. */
  ENVELOPE,
  /** Nothing: it counts as written at the beginning of 1970. */
  UNKNOWN
}
