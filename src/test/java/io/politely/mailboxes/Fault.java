package io.politely.mailboxes;

/**
 * What may go wrong between an IMAP server and us. The place at which it does comes from a seed.
 */
enum Fault {
  /** The connection is accepted and closed. */
  CLOSED_AT_ONCE,
  /** The same with a reset. */
  RESET_AT_ONCE,
  /** Accepted, but nobody says anything. */
  SILENT,
  /** Closed after a line. */
  CLOSED_AFTER_LINE,
  RESET_AFTER_LINE,
  /** Nothing comes any more after a line, and the connection stays. */
  STALLED_AFTER_LINE,
  /** Closed in the middle of a line. */
  CLOSED_IN_LINE,
  /** Closed in the middle of a message. */
  CLOSED_IN_LITERAL,
  RESET_IN_LITERAL,
  STALLED_IN_LITERAL,
  /** A message has fewer bytes than announced; what follows takes their place. */
  SHORT_LITERAL,
  /** A message has more bytes than announced. */
  LONG_LITERAL,
  /** A message of two gigabytes is announced. */
  HUGE_LITERAL,
  /** A line that means nothing comes in between. */
  GARBAGE_LINE,
  /** Random bytes come in between. */
  GARBAGE_BYTES,
  /** A line without an end. */
  ENDLESS_LINE,
  /** A line is lost. */
  LOST_LINE,
  /** A line comes twice. */
  DOUBLED_LINE,
  /** The server says goodbye. */
  BYE,
  /** What was asked for is refused for now. */
  REFUSED_FOR_NOW,
  /** Every byte takes its time. */
  TRICKLING,
  /** Another number of messages than there are. */
  WRONG_COUNT,
  /** One UID less than there are. */
  LOST_UID,
  /** Our words do not arrive any more. */
  DEAF
}
