package io.politely.calendar;

/** What became of a part of a mail that is a calendar. */
public enum Received {
  /** It changed what is known. */
  TAKEN,
  /** All of it was known. */
  KNOWN,
  /** It is from somebody who may not say that: shown as mail, not believed. */
  NOT_BELIEVED,
  /** It tells nothing of meetings. */
  NOTHING
}
