package io.politely.mailboxes;

import io.politely.kernel.Edge;

/** The server answered one command with no; the connection goes on. */
@Edge
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  private final String said;

  RefusedException(String said) {
    super(said);
    this.said = ServerWords.readable(said);
  }

  /** What the server said, in one short line. */
  String said() {
    return said;
  }

  /** Whether it may answer another time. */
  boolean isForNow() {
    return ServerWords.isForNow(said);
  }
}
