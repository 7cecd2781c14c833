package io.politely.database;

/**
 * The database cannot be used, and the user can do something about it.
 *
 * <p>The message is one sentence for the user: what was tried, on what, and what to do.
 */
public final class DatabaseUnavailable extends RuntimeException {

  public DatabaseUnavailable(String sentence) {
    super(sentence);
  }

  public DatabaseUnavailable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
