package io.politely.wording;

/** How well writer and reader know each other. */
public enum Closeness {
  /** They have never exchanged a word. */
  COLD,
  /** They have, a little or long ago. */
  WEAK,
  /** They are in touch. */
  WARM,
  /** They know and help each other. */
  STRONG
}
