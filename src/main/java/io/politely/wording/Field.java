package io.politely.wording;

import java.util.Arrays;

/** What a draft can say of a person and an occasion, if it is known. */
public enum Field {
  FIRST_NAME("firstName", Shape.NAME, "their first name"),
  FULL_NAME("fullName", Shape.NAME, "their whole name"),
  COMPANY("company", Shape.NAME, "their company"),
  /** The title of a job, search or deal, as both sides would call it. */
  PURSUIT("pursuit", Shape.PHRASE, "what it is about: the title of the job, search or deal"),
  /** The day of the application, interview, meeting or hand-over. */
  EVENT_DAY("eventDay", Shape.DAY, "the day on which it took place"),
  /** The day that they named: of a decision, or from which on to write again. */
  PROMISED_DAY("promisedDay", Shape.DAY, "the day that they named"),
  /** Until when an answer is early enough. */
  ANSWER_BY("answerBy", Shape.DAY, "the day by which an answer is early enough"),
  DAYS_SINCE("daysSince", Shape.COUNT, "how many days have passed"),
  VALUE_TITLE("valueTitle", Shape.PHRASE, "something of use to them: choose a value item"),
  VALUE_WORDS("valueWords", Shape.SENTENCE, "what they can do with it, in a sentence"),
  VALUE_LINK("valueLink", Shape.LINK, "where the value item lies"),
  FACT("fact", Shape.SENTENCE, "one fact about them, in a sentence, from your own research"),
  RELEVANCE("relevance", Shape.SENTENCE, "why it concerns them, in a sentence"),
  PROOF("proof", Shape.SENTENCE, "something you achieved that bears on it, in a sentence"),
  INSIGHT("insight", Shape.SENTENCE, "what you took from talking with them, in a sentence"),
  STATUS("status", Shape.SENTENCE, "where the candidates stand, in one or two sentences"),
  NEXT_STEP("nextStep", Shape.PHRASE, "the next step that was agreed"),
  CHOICE_ONE("choiceOne", Shape.PHRASE, "the first of two choices"),
  CHOICE_TWO("choiceTwo", Shape.PHRASE, "the second of two choices"),
  PAY("pay", Shape.PHRASE, "the pay band"),
  TEAM("team", Shape.SENTENCE, "a sentence on the team"),
  /** Who introduces, or introduced; the reader where a helper is asked. */
  CONNECTOR("connector", Shape.NAME, "the first name of who introduces you"),
  /** Whom the reader is asked to introduce us to. */
  TARGET("target", Shape.NAME, "the name of the person you want to meet"),
  /** A text about us to forward, of at most 90 words. */
  BLURB("blurb", Shape.SENTENCE, "a short text about you that can be forwarded as it is"),
  MY_NAME("myName", Shape.NAME, "your name");

  /** How a value is fitted into its sentence. */
  enum Shape {
    NAME,
    /** Stands within a sentence. */
    PHRASE,
    /** One or more whole sentences in the user's own words. */
    SENTENCE,
    LINK,
    DAY,
    COUNT
  }

  private final String word;
  private final Shape shape;
  private final String said;

  Field(String word, Shape shape, String said) {
    this.word = word;
    this.shape = shape;
    this.said = said;
  }

  /** Its name in templates. */
  public String word() {
    return word;
  }

  /** What is wanted, as a user is told. */
  public String said() {
    return said;
  }

  Shape shape() {
    return shape;
  }

  static Field of(String word) {
    return Arrays.stream(values())
        .filter(field -> field.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No field of drafts: " + word));
  }
}
