package io.politely.privacy;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.cadence.Cadence;
import io.politely.calendar.Calendar;
import io.politely.contacts.Contacts;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Outbox;
import io.politely.patience.Patience;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.privacy.Erasure.Done;
import io.politely.privacy.Erasure.Pending;
import io.politely.privacy.Erasure.Removed;
import io.politely.pursuits.Pursuits;
import io.politely.touches.Touches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The module's front door: who is to be erased, and that somebody was. To ask for it, and to do it,
 * takes more than one transaction: see {@link Erasing}.
 */
@Service
public class Privacy {

  private static final int DONE_SHOWN = 100;

  private final ErasureStore store;
  private final People people;
  private final Mail mail;
  private final Mailboxes mailboxes;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Pursuits pursuits;
  private final Contacts contacts;
  private final Touches touches;
  private final Patience patience;
  private final Cadence cadence;
  private final Calendar calendar;
  private final Interviews interviews;
  private final Accounts accounts;

  Privacy(
      ErasureStore store,
      People people,
      Mail mail,
      Mailboxes mailboxes,
      Ledger ledger,
      Outbox outbox,
      Pursuits pursuits,
      Contacts contacts,
      Touches touches,
      Patience patience,
      Cadence cadence,
      Calendar calendar,
      Interviews interviews,
      Accounts accounts) {
    this.store = store;
    this.people = people;
    this.mail = mail;
    this.mailboxes = mailboxes;
    this.ledger = ledger;
    this.outbox = outbox;
    this.pursuits = pursuits;
    this.contacts = contacts;
    this.touches = touches;
    this.patience = patience;
    this.cadence = cadence;
    this.calendar = calendar;
    this.interviews = interviews;
    this.accounts = accounts;
  }

  /** What is held about somebody; empty where the workspace has no such person. */
  @Transactional(readOnly = true)
  public Optional<Held> held(WorkspaceId workspace, PersonId person) {
    return people
        .traces(workspace, person)
        .map(traces -> {
          var naming = mail.naming(workspace, traces.addresses());
          return new Held(
              traces.addresses().stream().sorted().toList(),
              traces.names().stream().sorted().toList(),
              naming.messages(),
              naming.withOthers(),
              pursuits.of(workspace, traces.shownAs()).size());
        });
  }

  /** That somebody is to be erased; empty where nobody asked for it. */
  @Transactional(readOnly = true)
  public Optional<Pending> pending(WorkspaceId workspace, PersonId person) {
    return store.pendingOf(workspace, person);
  }

  /** Who is to be erased, the next due first. */
  @Transactional(readOnly = true)
  public List<Pending> pending(WorkspaceId workspace) {
    return store.pending(workspace);
  }

  /** That people were erased, the last first. */
  @Transactional(readOnly = true)
  public List<Done> done(WorkspaceId workspace) {
    return store.done(workspace, DONE_SHOWN);
  }

  /** How long candidates are kept; empty: until somebody erases them. */
  @Transactional(readOnly = true)
  public Optional<Retention> retention(WorkspaceId workspace) {
    return store.retention(workspace);
  }

  /** Says how long candidates are kept; null: until somebody erases them. */
  @Transactional
  public void retain(WorkspaceId workspace, @Nullable Retention rule, Instant now) {
    if (rule == null) {
      store.removeRetention(workspace);
    } else {
      store.retain(workspace, rule, now);
    }
  }

  @Transactional(readOnly = true)
  Map<PersonId, Instant> lastKept(WorkspaceId workspace) {
    return store.lastKept(workspace);
  }

  /** Keeps somebody who was to be erased; empty where there is no such erasure any more. */
  @Transactional
  public Optional<Pending> keep(WorkspaceId workspace, ErasureId erasure, Instant now) {
    var kept = store.keep(workspace, erasure, now);
    kept.ifPresent(it -> people.letAllIn(workspace, erasure.value()));
    kept.flatMap(it -> Optional.ofNullable(it.stop()))
        .ifPresent(stop -> outbox.lift(workspace, stop));
    return kept;
  }

  /**
   * Keeps mail of and to somebody again who was erased: what comes from now on, and what is
   * imported again. False where they were not erased.
   */
  @Transactional
  public boolean letIn(WorkspaceId workspace, EmailAddress address) {
    var erasure = people.letIn(workspace, address);
    erasure.ifPresent(it -> mail.letIn(workspace, it));
    return erasure.isPresent();
  }

  /** Why somebody cannot be erased; empty where they can. */
  @Transactional(readOnly = true)
  Optional<String> objection(WorkspaceId workspace, PersonId person) {
    var traces = people.traces(workspace, person);
    if (traces.isEmpty()) {
      return Optional.of("There is no such person here.");
    }
    var own = accounts.ownAddresses(workspace);
    return traces.get().mailboxes().stream()
            .anyMatch(one -> own.stream().anyMatch(it -> it.withoutTag().equals(one)))
        ? Optional.of("One of these addresses is yours: you cannot erase yourself.")
        : Optional.empty();
  }

  @Transactional
  void ask(WorkspaceId workspace, Pending erasure, MemberId by) {
    store.add(workspace, erasure, by.value());
  }

  /**
   * From now on nothing of them is kept that comes. Whoever stores something at this moment is
   * waited for, so that all there is can be looked through then.
   *
   * @return empty where they were kept, or are gone
   */
  @Transactional
  Optional<Traces> begin(WorkspaceId workspace, ErasureId erasure, Instant now) {
    var pending = store.lock(workspace, erasure);
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    var traces = people.traces(workspace, pending.get().person());
    if (traces.isEmpty()) {
      store.finish(workspace, erasure, now); // they went together with somebody merged with them
    } else {
      people.keepOut(workspace, erasure.value(), traces.get().mailboxes(), now);
    }
    return traces;
  }

  /** Removes them from every module, or from none. False where they were kept meanwhile. */
  @Transactional
  boolean erase(
      WorkspaceId workspace,
      ErasureId erasure,
      Traces traces,
      Set<MessageId> messages,
      Instant now) {
    if (store.lock(workspace, erasure).isEmpty()) {
      return false;
    }
    people.isAnybodyErased(workspace); // whoever stores mail at this moment is waited for
    var mentions = new Mentions(traces);
    var conversations = mail.erase(workspace, erasure.value(), messages, mentions);
    ledger.erase(workspace, conversations, messages, mentions);
    mailboxes.erase(workspace, messages);
    var letters = outbox.erase(workspace, traces, messages);
    contacts.erase(workspace, traces);
    interviews.erase(workspace, traces);
    calendar.erase(workspace, traces);
    cadence.erase(workspace, traces);
    touches.erase(workspace, traces);
    patience.erase(workspace, traces);
    var remembered = pursuits.erase(workspace, traces, now);
    people.erase(workspace, traces, remembered);
    store.count(
        workspace, erasure, new Removed(messages.size(), letters.mails(), letters.drafts()));
    store.finish(workspace, erasure, now);
    return true;
  }

  /** What others wrote down of them while they were erased. */
  @Transactional
  void sweep(WorkspaceId workspace, Traces traces, Set<MessageId> messages) {
    outbox.erase(workspace, traces, messages);
  }
}
