package io.politely.calendar;

import java.util.Locale;

/** What tells of events. */
public enum SourceKind {
  FILE,
  FEED,
  /** A calendar on a CalDAV server. */
  SERVER,
  /** Invitations. */
  MAIL;

  /** The word for it in tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SourceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether what it no longer tells of is gone: a file is only what was so once. */
  boolean tellsAll() {
    return this == FEED || this == SERVER;
  }

  /** Whether it is asked again and again. */
  public boolean isAsked() {
    return this == FEED || this == SERVER;
  }
}
