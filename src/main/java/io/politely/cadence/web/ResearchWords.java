package io.politely.cadence.web;

/**
 * What only the user knows before a letter of a situation, as its page asks for it.
 *
 * @param head above the fields, before the first letter
 * @param about why, a sentence
 * @param fact the first field
 * @param source the second; "" where there is none
 * @param relevance the third
 * @param isAsked whether the letter makes no sense without it
 */
public record ResearchWords(
    String head,
    String about,
    String fact,
    String factHint,
    String source,
    String relevance,
    String relevanceHint,
    boolean isAsked) {

  static ResearchWords of(String row) {
    return switch (row) {
      case "J4" ->
          new ResearchWords(
              "Whom you want to meet",
              "It stands in the letter, with a text that your helper can forward as it is.",
              "Their name",
              "“Grace Hopper”",
              "",
              "A few words about you to forward",
              "Two or three sentences: who you are, and what you would like to ask.",
              true);
      case "J5" ->
          new ResearchWords(
              "Who brought you together",
              "They are thanked, and go to Bcc.",
              "The first name of who introduced you",
              "“Alan”",
              "",
              "Why it matters to them",
              "A sentence that links what you bring to that.",
              true);
      case "R2" ->
          new ResearchWords(
              "What the client is to decide",
              "Where the candidates stand, and two choices.",
              "Where the candidates stand",
              "A sentence: “Two have met you, one waits for a date.”",
              "The first choice",
              "The second choice",
              "A few words: “go on with Ada”",
              true);
      default ->
          new ResearchWords(
              "Before the first letter",
              "One fact about them, and why what you bring matters to them. Then it is no"
                  + " stranger’s mail.",
              "One fact about them",
              "A sentence: “You moved the Leeds team to rail last spring.”",
              "Where it is from",
              "Why it matters to them",
              "A sentence that links what you bring to that.",
              false);
    };
  }
}
