package io.politely.reading;

/** What a sentence does to the one who reads it. */
public enum Act {
  /** Requests an action: "please send me the deck". */
  ASK,
  /** Wants an answer: "does Tuesday work?" */
  QUESTION,
  /** The writer commits to something: "I'll get back to you by Friday". */
  PROMISE,
  /** The message is nothing but thanks or a farewell; nobody owes an answer to it. */
  THANKS_ONLY
}
