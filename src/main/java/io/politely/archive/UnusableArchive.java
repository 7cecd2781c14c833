package io.politely.archive;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be imported; its message is a sentence that says why. Nothing is kept of it.
 */
public final class UnusableArchive extends Exception {

  private static final long serialVersionUID = 1;

  UnusableArchive(String sentence) {
    super(sentence);
  }

  UnusableArchive(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
