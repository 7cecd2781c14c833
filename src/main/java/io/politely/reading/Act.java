package io.politely.reading;

/** What a sentence does to the one who reads it. */
public enum Act {
  /** Requests an action: "please send me the deck". */
  ASK,
  /** Wants an answer: "does Tuesday work?" */
  QUESTION,
  /** The writer commits to something: "I'll get back to you by Friday". */
  PROMISE,
  /** Hands something in for a decision: a patch, a proposal, the report of a fault. */
  SUBMISSION,
  /** Disagrees with what the other did, or wants it changed. */
  OBJECTION,
  /** Says that what was open is settled: "applied", "fixed", "I sent it yesterday". */
  DONE,
  /** Parks the matter until a later day or event: "let us talk after the holidays". */
  POSTPONEMENT,
  /** Wants no further contact, or to be deleted: "take me off your list". */
  STOP,
  /** Declines an approach, a favour or an offer: "not interested". */
  REFUSAL,
  /** Tells that somebody or something was not chosen: "we went with another candidate". */
  REJECTION,
  /** The good end: the job, the order, the signature. */
  OFFER,
  /** Wants to go on: "tell me more". */
  INTEREST,
  /** Somebody else is the one to ask: "you want Dana in procurement". */
  REFERRAL,
  /** Proposes, confirms, moves or cancels a time. */
  SCHEDULING,
  /** Calls a time off, and names no other one. */
  CANCELLATION,
  /** Of an automatic reply: says when its writer is away; its day is the first one back. */
  ABSENCE,
  /** Of an automatic reply: who answers meanwhile. */
  STAND_IN,
  /** The message is nothing but thanks or a farewell; nobody owes an answer to it. */
  THANKS_ONLY
}
