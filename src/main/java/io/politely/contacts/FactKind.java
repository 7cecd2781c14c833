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
  TAG;

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FactKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
