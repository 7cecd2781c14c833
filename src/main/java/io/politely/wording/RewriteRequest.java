package io.politely.wording;

/**
 * What a language model would be asked, where the user has configured one: exactly the two texts
 * that the page shows, and nothing else. No name, address, history or conversation goes with them
 * but what stands in the letter.
 *
 * @param instructions how to write
 * @param letter the draft as the user sees it
 */
public record RewriteRequest(String instructions, String letter) {

  private static final String INSTRUCTIONS =
      """
      Rewrite the letter below so that it reads more naturally. Keep its language, its greeting and its sign-off, \
      every fact, date, number and link, the one thing that it asks, and the easy way to say no. Add nothing: no \
      praise, no urgency, no question, no fact. At most 125 words, plain text, no headings or lists. Answer with \
      the letter only.\
      """;

  /** Of a draft. */
  public static RewriteRequest of(String letter) {
    return new RewriteRequest(INSTRUCTIONS, letter);
  }

  /** All that the endpoint will see, as the page shows it. */
  public String shown() {
    return instructions + "\n\n" + letter;
  }
}
