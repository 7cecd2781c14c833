package io.politely.patience;

/** Why an answer is likelier, or less likely, than to a first, plain letter. */
public enum Reason {
  /** How often they answer. */
  HABIT,
  /** What passed between the writer and them. */
  PAIR,
  /** When they wrote last. */
  ACTIVITY,
  /** How long they take. */
  PACE,
  /** What else waits for them. */
  LOAD,
  /** Whom it is addressed to. */
  ADDRESSING,
  /** Who else could answer. */
  COMPANY,
  /** Where it stands in its conversation. */
  DISCUSSION,
  /** What it says. */
  CONTENTS,
  /** Whose it is. */
  WRITER,
  /** On what day it was sent. */
  DAY,
  /** What has happened since. */
  SINCE
}
