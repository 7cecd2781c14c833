package io.politely.mail;

/** What a mailbox hands out: a message, something that could not be read as one, or a remark. */
public sealed interface SourceItem {

  /** A message as it came, without the quoting of the mailbox around it. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared; copying would cost
  record RawMessage(byte[] bytes, Origin origin) implements SourceItem {}

  /**
   * A message that could not be handed out whole.
   *
   * @param beginning at most its first megabyte
   * @param reason a sentence the user may read
   */
  @SuppressWarnings("ArrayRecordComponent") // as above
  record Unreadable(byte[] beginning, Origin origin, String reason) implements SourceItem {}

  /** A sentence for the import log. */
  record Remark(String sentence) implements SourceItem {}
}
