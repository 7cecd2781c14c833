package io.politely.mailboxes;

import io.politely.kernel.Edge;
import org.jspecify.annotations.Nullable;

/** A connection that cannot be made or used any more. */
@Edge
final class MailServerException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient ConnectionProblem problem;
  private final boolean nonsense;

  MailServerException(ConnectionProblem problem, @Nullable Throwable cause) {
    this(problem, cause, false);
  }

  MailServerException(ConnectionProblem problem, @Nullable Throwable cause, boolean nonsense) {
    super(problem.sentence(), cause);
    this.problem = problem;
    this.nonsense = nonsense;
  }

  /** Whether what the server said cannot be understood, though the line is good. */
  boolean isNonsense() {
    return nonsense;
  }

  ConnectionProblem problem() {
    return problem;
  }
}
