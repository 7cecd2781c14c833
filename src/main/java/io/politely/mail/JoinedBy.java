package io.politely.mail;

/** What put a message into its conversation. */
public enum JoinedBy {
  /** Not threaded yet. */
  WAITING,
  /** It opened the conversation, or opens a branch whose parent is missing. */
  ROOT,
  /** Its reply headers, or it is a copy of a message that is in it. */
  HEADERS,
  /** The thread id of a mail provider. */
  PROVIDER,
  /** Subject, people, quoted text and time, with a stated confidence. */
  JUDGEMENT,
  /** The user said so. */
  USER
}
