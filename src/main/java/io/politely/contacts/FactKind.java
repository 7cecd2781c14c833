package io.politely.contacts;

import java.util.Locale;

/** What a fact about somebody tells. */
public enum FactKind {
  /** What they do, and where. */
  ROLE,
  PHONE,
  /** An address of the web, profiles included. */
  LINK,
  /** A further mail address that a file names. */
  MAIL,
  NOTE,
  TAG,
  /** Where their clock hangs, by the user's word. */
  ZONE,
  /** The language they are written to in, by the user's word. */
  LANGUAGE,
  /** Why what is kept of them may be kept. */
  BASIS,
  /** How we met. */
  MET;

  /** Whether only the newest one holds. */
  public boolean isOne() {
    return this == ZONE || this == LANGUAGE || this == BASIS || this == MET;
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FactKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
