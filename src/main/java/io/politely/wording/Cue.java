package io.politely.wording;

import java.util.Arrays;

/** What a phrase does to its reader, or tells of the letter. */
enum Cue {
  BUMP("bump"),
  WAITING("waiting"),
  PLEASANTRY("pleasantry"),
  APOLOGY("apology"),
  FLATTERY("flattery"),
  FILLER("filler"),
  /** Tells them that they are watched, to have them answer. */
  TRACKING("tracking"),
  /** Ends a letter in the usual way, and is no nudge: "I look forward to your reply." */
  CLOSE("close"),
  THREAT("threat"),
  /** Somebody above the reader, whom it is one thing to name and another to {@link #GO_TO}. */
  BOSS("boss"),
  GO_TO("goTo"),
  /** Refers to an agreement or a conversation. */
  AGREED("agreed"),
  REPROACH("reproach"),
  URGENCY("urgency"),
  VISIT("visit"),
  /** Repeats what they said, to ask all the same. */
  DESPITE("despite"),
  /** Does not take their no for one. */
  REFUSES("refuses"),
  EASY_NO("easyNo"),
  ONE_WORD("oneWord"),
  MEET("meet"),
  /** A meal together. */
  MEAL("meal"),
  WORKSHOP("workshop"),
  FORWARD("forward"),
  WORK("work"),
  /** A question that takes thought. */
  OPEN("open"),
  /** Wants an answer without a question mark. */
  ASK("ask"),
  /** Takes an ask back, or only offers an answer. */
  ASKS_NOTHING("asksNothing"),
  NO_HURRY("noHurry"),
  /** Takes their no for granted, which is no reproach. */
  ACCEPTS_NO("acceptsNo"),
  /** Speaks of a letter as of any other thing: "the last reminder cost us a customer". */
  TOLD("told"),
  ATTACHED("attached"),
  REQUESTED("requested"),
  INTRODUCES("introduces"),
  /** Of the letters before this one, in the user's words: they said no. */
  SENT_NO("sentNo"),
  SENT_LATER("sentLater"),
  SENT_DATE("sentDate"),
  SENT_ASKED("sentAsked");

  private final String word;

  Cue(String word) {
    this.word = word;
  }

  /** Whether it says nothing but that an answer is wanted, that they are great, or nothing. */
  boolean isEmpty() {
    return compareTo(TRACKING) <= 0;
  }

  static Cue of(String word) {
    return Arrays.stream(values())
        .filter(cue -> cue.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of phrase: " + word));
  }
}
