package io.politely.wording;

/** How the reader is likely to take a letter. */
public enum Politeness {
  POLITE,
  /** Civil, and still a bother: a bump without news, more than their place allows, a reproach. */
  BORDERLINE,
  /** It presses, threatens, pretends, or ignores what they said. */
  PUSHY
}
