package io.politely.cli;

/**
 * A command cannot do what it was asked for, for a reason that the user can mend.
 *
 * <p>The message is one sentence for the user; it is all that is printed.
 */
final class CommandFailed extends RuntimeException {

  CommandFailed(String sentence) {
    super(sentence);
  }
}
