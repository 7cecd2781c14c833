package io.politely.interviews;

/** What the words of a debrief are taken as signs of; which words, {@link DebriefWords} knows. */
enum DebriefCue {
  // ---- the visit
  ARRIVED,
  ENTERED,
  SCHEDULED,
  STARTED,
  ENDED,
  ON_TIME,
  EARLY,
  LATE,
  /** "No, that's wrong": what follows stands instead of what was said. */
  CORRECTS,
  /** A time on the listener's clock, or of a train. */
  OTHER_CLOCK,
  VIDEO,
  /** "For two": the time for which it was set. */
  SET_FOR,
  // ---- the people
  ROLE,
  /** "She runs the plant scheduling". */
  RUNS,
  FROM,
  ABSENT,
  MET,
  WHOLE_TIME,
  AGAIN,
  /** Somebody of the candidate's own past. */
  OF_MINE,
  // ---- the questions
  /** Somebody asks the candidate. */
  ASKED,
  /** The candidate asks. */
  I_ASKED,
  /** "Three real ones", "the usual stuff": questions follow. */
  SEVERAL,
  /** A sentence that begins like a question. */
  ASKS,
  /** "Second", "then": the next question. */
  NEXT_QUESTION,
  /** The candidate speaks: what was asked is over. */
  I_SAID,
  /** They speak. */
  THEY_SAID,
  /** Words between the asking and what is asked. */
  FILLER,
  GOOD,
  FINE,
  WEAK,
  // ---- the mood
  VIBE,
  POSITIVE,
  NEGATIVE,
  NEUTRAL,
  MIXED,
  OVERALL,
  // ---- what comes next
  NEXT,
  CONTACT,
  /** "I'll send", "my turn": the candidate does it. */
  I_DO,
  /** "You'll call them": whoever is told does it. */
  YOU_DO,
  // ---- whether they would accept
  WOULD_I,
  NOT_YET,
  HEDGE,
  YES,
  NO,
  IF,
  MONEY,
  BASE,
  MOVE,
  // ---- the rest
  PROMISE,
  WORRY,
  FACT,
  HE,
  SHE,
  THEY
}
