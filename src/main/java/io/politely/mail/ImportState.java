package io.politely.mail;

/** How far an import is. */
public enum ImportState {
  /** Another import of the workspace is running. */
  WAITING,
  RUNNING,
  /** By the user, or because the program ended; it can go on. */
  STOPPED,
  DONE,
  /** It ended early, with a problem; it can go on once that is solved. */
  FAILED;

  /** Whether it can be told to go on. */
  public boolean isResumable() {
    return this == STOPPED || this == FAILED;
  }

  /** Whether nothing more happens by itself. */
  public boolean isOver() {
    return this != WAITING && this != RUNNING;
  }
}
