package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.outbox.Stop.Scope;
import io.politely.outbox.Stop.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Stops: two transactions, one after the other. First the stop is committed, so that every gate
 * from now on sees it; then what waits is withdrawn. A gate that came before holds its row: it is
 * waited for, and counted. Only when this returns a page may say that it holds.
 */
@Component
public class Stopping {

  /** A row that a gate took in another order makes PostgreSQL give up one of the two. */
  private static final int ATTEMPTS = 5;

  private final Outbox outbox;
  private final ApplicationEventPublisher nudges;

  Stopping(Outbox outbox, ApplicationEventPublisher nudges) {
    this.outbox = outbox;
    this.nudges = nudges;
  }

  /**
   * Nothing is sent there any more.
   *
   * @param value an address, the id of a person, or a domain
   * @param reason a sentence, with the words that said so
   * @param by a member's id, or what noticed it
   * @throws IllegalArgumentException where the value is none
   */
  public Stopped stop(
      WorkspaceId workspace,
      Scope scope,
      String value,
      Source source,
      String reason,
      @Nullable MessageId message,
      String by) {
    var folded = Stop.normalized(scope, value);
    var stop = outbox.addStop(workspace, scope, folded, source, reason, message);
    for (int attempt = 1; ; attempt++) {
      try {
        var stopped = outbox.withdrawStopped(workspace, stop, scope, folded, by);
        nudges.publishEvent(new StopSet(workspace, scope, folded));
        return stopped;
      } catch (ConcurrencyFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Nothing is sent to whoever is behind an address: the person where one is known. */
  public Stopped stopWhoeverIsBehind(
      WorkspaceId workspace,
      EmailAddress address,
      Source source,
      String reason,
      @Nullable MessageId message,
      String by) {
    var person = outbox.personBehind(workspace, address);
    return person.isPresent()
        ? stop(workspace, Scope.PERSON, person.get(), source, reason, message, by)
        : stop(workspace, Scope.ADDRESS, address.value(), source, reason, message, by);
  }
}
