package io.politely.reading;

/** What a part of a message body is. */
public enum Zone {
  /** What its writer added. */
  NEWEST,
  /** The line that greets: "Hi Ada,". */
  GREETING,
  /** The words that take leave, and the name below them: "Best regards, Grace". */
  CLOSING,
  /** Older text, quoted. */
  QUOTED,
  /** What introduces quoted text: "On Monday Ada wrote:", or a block of mail headers. */
  ATTRIBUTION,
  /** A message passed on. */
  FORWARDED,
  /** Name, title, telephone, the footer of a device or of a mailing list. */
  SIGNATURE,
  /** Legal small print. */
  DISCLAIMER;

  /** Whether the writer of the message wrote it for this message. */
  public boolean isWritten() {
    return this == NEWEST || this == GREETING || this == CLOSING;
  }
}
