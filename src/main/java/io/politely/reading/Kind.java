package io.politely.reading;

/** Who is behind a message: a person, or something that writes by itself. */
public enum Kind {
  /** Written by a person to persons. */
  HUMAN,
  /** Written by a person to a mailing list. */
  LIST,
  /** A person's calendar accepts, declines or proposes another time. */
  CALENDAR_ANSWER,
  /** Somebody is away, and a program says so. */
  OUT_OF_OFFICE,
  /** Another automatic answer: an acknowledgement, a receipt, news of an application. */
  AUTOMATIC_REPLY,
  /** A program asks the sender to prove that he is a person. */
  CHALLENGE,
  /** A delivery report: nobody has this address, or its host is unknown. */
  BOUNCE,
  /** A delivery report: the message was refused, or found no room or a suspended account. */
  SOFT_BOUNCE,
  /** A delivery report: the message has not arrived yet, and is still tried. */
  DELAY,
  /** A mail provider reports that somebody marked our message as unwanted, or signs him off. */
  COMPLAINT,
  /** Bulk mail, notifications and newsletters: nobody waits for an answer. */
  NEWSLETTER;

  /** Whether a person is behind it; only such a message can turn the move. */
  public boolean isPersonal() {
    return this == HUMAN || this == LIST || this == CALENDAR_ANSWER;
  }

  /** Whether a program answered an earlier message in somebody's place. */
  public boolean isAutomaticAnswer() {
    return this == OUT_OF_OFFICE || this == AUTOMATIC_REPLY || this == CHALLENGE;
  }

  /** Whether it reports on the delivery of an earlier message. */
  public boolean isDeliveryReport() {
    return this == BOUNCE || this == SOFT_BOUNCE || this == DELAY;
  }
}
