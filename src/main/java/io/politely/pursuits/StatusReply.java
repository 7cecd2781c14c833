package io.politely.pursuits;

/** What became of an answer on a status page. */
public enum StatusReply {
  KEPT,
  /** Something was answered since the page was opened. */
  STALE,
  /** There are more answers than anybody needs. */
  TOO_MANY,
  /** The page is unknown, expired or revoked. */
  GONE
}
