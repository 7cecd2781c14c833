package io.politely.outbox;

/** How an attempt to send one mail ended. Sentences may be read by the user. */
sealed interface Outcome {

  /** The server answered the final dot with yes. */
  record Sent() implements Outcome {}

  /** Certainly not accepted; another attempt may succeed. */
  record Again(String sentence) implements Outcome {}

  /** Certainly not accepted, and it never will be. */
  record Failed(String sentence) implements Outcome {}

  /** The gate did not open; no dot left. */
  record Withheld() implements Outcome {}

  /** The dot left, and no clear answer came. */
  record InDoubt(String sentence) implements Outcome {}

  /** The account does not let us in, so none of its mails can leave; a person must look. */
  record Locked(String sentence) implements Outcome {}
}
