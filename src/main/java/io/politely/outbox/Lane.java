package io.politely.outbox;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail after the other over one line: talks to the server, asks the gate, writes down
 * what came of it. That a mail was sent is written together with the next one's gate, so a lane is
 * at most one mail ahead of what is written; if it ends there, that mail is in doubt.
 */
@Edge
final class Lane implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final WorkspaceId workspace;
  private final MailAccount account;
  private final SmtpLine line;
  private final Gate gate;
  private final Settling settling;
  private final Mailboxes mailboxes;
  private final OutboxSettings settings;
  private Settling.@Nullable Begun before;

  Lane(
      WorkspaceId workspace,
      MailAccount account,
      SmtpLine line,
      Gate gate,
      Settling settling,
      Mailboxes mailboxes,
      OutboxSettings settings) {
    this.workspace = workspace;
    this.account = account;
    this.line = line;
    this.gate = gate;
    this.settling = settling;
    this.mailboxes = mailboxes;
    this.settings = settings;
  }

  /** Sends a mail, or finds out that it must not. False: this account lets nothing leave now. */
  boolean send(Claimed mail) {
    var broken = new AtomicInteger();
    var outcome =
        line.send(
            mail,
            () -> {
              try {
                return gate.opens(mail);
              } catch (RuntimeException e) {
                broken.incrementAndGet();
                log.warn("The gate could not be asked; the mail stays", e);
                return false;
              }
            });
    close();
    switch (outcome) {
      case Outcome.Sent() ->
          before = settling.begin(workspace, Settlement.sent(mail, !account.savesSentItself()));
      case Outcome.Again(String sentence) -> settle(Settlement.again(mail, sentence, pause(mail)));
      case Outcome.Failed(String sentence) ->
          settle(Settlement.of(mail, OutgoingState.FAILED, sentence));
      case Outcome.InDoubt(String sentence) ->
          settle(Settlement.of(mail, OutgoingState.IN_DOUBT, sentence));
      case Outcome.Withheld() when broken.get() > 0 ->
          // It may be past the gate for the database; but no dot left, and only we can know.
          settle(Settlement.again(mail, "The database did not answer.", Duration.ofSeconds(1)));
      case Outcome.Withheld() -> withhold(mail);
      case Outcome.Locked(String sentence) -> {
        settle(Settlement.again(mail, sentence, AFTER_TROUBLE));
        var _ = mailboxes.needsAttention(workspace, account.id(), sentence);
        return false;
      }
    }
    return true;
  }

  private void withhold(Claimed mail) {
    var facts = settling.untilDone(() -> gate.facts(mail));
    if (facts.isEmpty()) {
      return;
    }
    switch (GateRules.judge(facts.get())) {
      case GateRules.Verdict.Hold(String reason) -> settle(Settlement.held(mail, reason));
      case GateRules.Verdict.Wait(String reason, Duration pause) ->
          settle(Settlement.again(mail, reason, pause));
      case GateRules.Verdict.Cancel(String reason) ->
          settle(Settlement.of(mail, OutgoingState.CANCELLED, reason));
      case GateRules.Verdict.Leave() -> {}
    }
  }

  private Duration pause(Claimed mail) {
    var fixed = settings.retry();
    return fixed != null
        ? fixed
        : BackoffRules.pause(mail.attempts(), ThreadLocalRandom.current().nextDouble());
  }

  private void settle(Settlement said) {
    settling.write(workspace, said);
  }

  /** Returns when everything is written. */
  @Override
  public void close() {
    var begun = before;
    before = null;
    if (begun != null) {
      begun.finish();
    }
  }
}
