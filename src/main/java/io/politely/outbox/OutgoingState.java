package io.politely.outbox;

import java.util.Locale;

/** How far a mail came; see {@code docs/decisions/0008-never-twice.md}. */
public enum OutgoingState {
  /** Approved; its time has not come. */
  PLANNED,
  /** Its time has come. */
  DUE,
  /** A node talks to the server about it; nothing final has been said. */
  CLAIMED,
  /** Past the gate: the final dot may be on its way. */
  DISPATCHING,
  /** The server accepted it. */
  SENT,
  /** The server refused it for good. */
  FAILED,
  /** The server may have accepted it. Resolved by evidence or by a person, never by sending. */
  IN_DOUBT,
  /** Withdrawn by the user, or by a stop. */
  CANCELLED;

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a word stands for. */
  static OutgoingState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether nothing more happens to it. */
  public boolean isFinal() {
    return this == SENT || this == FAILED || this == CANCELLED;
  }
}
