package io.politely.privacy;

import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.database.Vacuum;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.MessageId;
import io.politely.outbox.Outbox;
import io.politely.outbox.Stop;
import io.politely.outbox.StopId;
import io.politely.outbox.Stopping;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.privacy.Asked.Accepted;
import io.politely.privacy.Asked.Refused;
import io.politely.privacy.Erasure.Pending;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Erases people: says that nothing of them is kept any more, looks through everything for them,
 * removes it in one transaction, and derives the rest again. See {@code
 * docs/decisions/0012-erasure.md}.
 */
@Component
public class Erasing {

  private static final Logger log = LoggerFactory.getLogger(Erasing.class);

  private static final int ATTEMPTS = 5;
  private static final MessageId BEGINNING = new MessageId(new UUID(0, 0));

  private final Privacy privacy;
  private final People people;
  private final Mail mail;
  private final MailCatchUp mailCatchUp;
  private final Importer importer;
  private final LedgerCatchUp ledgerCatchUp;
  private final Outbox outbox;
  private final Stopping stopping;
  private final Vacuum vacuum;
  private final NewIds ids;
  private final PrivacySettings settings;
  private final Clock clock;

  Erasing(
      Privacy privacy,
      People people,
      Mail mail,
      MailCatchUp mailCatchUp,
      Importer importer,
      LedgerCatchUp ledgerCatchUp,
      Outbox outbox,
      Stopping stopping,
      Vacuum vacuum,
      NewIds ids,
      PrivacySettings settings,
      Clock clock) {
    this.privacy = privacy;
    this.people = people;
    this.mail = mail;
    this.mailCatchUp = mailCatchUp;
    this.importer = importer;
    this.ledgerCatchUp = ledgerCatchUp;
    this.outbox = outbox;
    this.stopping = stopping;
    this.vacuum = vacuum;
    this.ids = ids;
    this.settings = settings;
    this.clock = clock;
  }

  /** How long somebody can still be kept. */
  public Duration delay() {
    return settings.delay();
  }

  /** Asks to erase somebody after the usual delay. Nothing is sent to them from now on. */
  public Asked ask(WorkspaceId workspace, PersonId person, MemberId by) {
    return ask(workspace, person, by, settings.delay());
  }

  /** The same, with another delay. */
  public Asked ask(WorkspaceId workspace, PersonId person, MemberId by, Duration delay) {
    return ask(workspace, person, by, delay, false);
  }

  /** The same, because the rule of the workspace says so. */
  Asked askByRule(WorkspaceId workspace, PersonId person, MemberId by) {
    return ask(workspace, person, by, settings.notice(), true);
  }

  private Asked ask(
      WorkspaceId workspace, PersonId person, MemberId by, Duration delay, boolean byRule) {
    var known = people.person(workspace, person);
    var objection = privacy.objection(workspace, person);
    if (known.isEmpty() || objection.isPresent()) {
      return new Refused(objection.orElse("There is no such person here."));
    }
    var shown = known.get();
    var now = clock.instant();
    privacy.ask(
        workspace,
        new Pending(
            new ErasureId(ids.next()),
            shown.id(),
            now,
            now.plus(delay),
            stop(workspace, shown.id(), by),
            byRule),
        by);
    return new Accepted(privacy.pending(workspace, shown.id()).orElseThrow());
  }

  /** Null where something stopped them before: that is not lifted when they are kept. */
  private @Nullable StopId stop(WorkspaceId workspace, PersonId person, MemberId by) {
    boolean wasStopped =
        outbox.doNotContact(workspace).stream()
            .anyMatch(
                it -> it.scope() == Stop.Scope.PERSON && it.value().equals(person.toString()));
    var stopped =
        stopping.stop(
            workspace,
            Stop.Scope.PERSON,
            person.toString(),
            Stop.Source.USER,
            "They are to be erased.",
            null,
            by.toString());
    log.info("{} mails to somebody who is to be erased were withdrawn", stopped.cancelled());
    return wasStopped ? null : stopped.id();
  }

  /**
   * Erases somebody now. When this returns {@code true} nothing of them is left, or they were kept.
   * {@code false}: a mail to them is on its way at this moment; try again.
   */
  public boolean erase(WorkspaceId workspace, ErasureId erasure) {
    var traces = privacy.begin(workspace, erasure, clock.instant());
    if (traces.isEmpty()) {
      return true;
    }
    if (outbox.isBeingSent(workspace, traces.get().addresses())) {
      return false;
    }
    var naming = lookThrough(workspace, new Mentions(traces.get()));
    if (!remove(workspace, erasure, traces.get(), naming)) {
      return true;
    }
    mailCatchUp.thread(workspace);
    ledgerCatchUp.catchUp(workspace);
    privacy.sweep(workspace, traces.get(), naming);
    importer.forgetUploads(workspace);
    vacuum.run();
    log.info("Somebody was erased, with {} messages", naming.size());
    return true;
  }

  private Set<MessageId> lookThrough(WorkspaceId workspace, Mentions mentions) {
    var naming = new HashSet<MessageId>();
    var looked = mail.lookFor(workspace, mentions, BEGINNING);
    while (looked.isPresent()) {
      naming.addAll(looked.get().naming());
      looked = mail.lookFor(workspace, mentions, looked.get().last());
    }
    return naming;
  }

  /** Others lock the same rows in their own order: PostgreSQL gives one of them up. */
  private boolean remove(
      WorkspaceId workspace, ErasureId erasure, Traces traces, Set<MessageId> messages) {
    for (int attempt = 1; ; attempt++) {
      try {
        return privacy.erase(workspace, erasure, traces, messages, clock.instant());
      } catch (ConcurrencyFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
