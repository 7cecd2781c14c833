package io.politely.mail;

/** What became of the bytes of a message. */
public sealed interface ParseResult {

  /** They are a message. */
  record Parsed(ParsedMessage message) implements ParseResult {}

  /**
   * They cannot be read within the limits.
   *
   * @param reason a sentence the user may read
   */
  record Refused(String reason) implements ParseResult {}
}
