package io.politely.reading;

/** Who is behind a message: a person, or something that writes by itself. */
public enum Kind {
  /** Written by a person to persons. */
  HUMAN,
  /** Written by a person to a mailing list. */
  LIST,
  /** An out-of-office note or another automatic answer. */
  AUTOMATIC_REPLY,
  /** A delivery report: the message did not (yet) arrive. */
  BOUNCE,
  /** A mail provider reports that somebody marked our message as unwanted. */
  COMPLAINT,
  /** Bulk mail, notifications and newsletters: nobody waits for an answer. */
  NEWSLETTER;

  /** Whether a person wrote it; only such a message can turn the move. */
  public boolean isPersonal() {
    return this == HUMAN || this == LIST;
  }
}
