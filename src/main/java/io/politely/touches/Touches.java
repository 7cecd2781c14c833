package io.politely.touches;

import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.ledger.Ledger;
import io.politely.mail.ConversationId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.pursuits.PursuitId;
import io.politely.touches.NewTouch.NewPromise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: what passed between us and people beside mail, and was promised. */
@Service
public class Touches {

  private static final int MOST = 200;
  private static final int MOST_OF_MANY = 20_000;

  private final TouchStore store;
  private final TouchErasureStore erasure;
  private final Ledger ledger;
  private final NewIds ids;

  Touches(TouchStore store, TouchErasureStore erasure, Ledger ledger, NewIds ids) {
    this.store = store;
    this.erasure = erasure;
    this.ledger = ledger;
    this.ids = ids;
  }

  /** Keeps a touch. The conversations that it answers are settled in the ledger. */
  @Transactional
  public TouchId log(WorkspaceId workspace, NewTouch fresh, MemberId by, Instant now) {
    var id = new TouchId(ids.next());
    store.add(workspace, id, fresh, null, by, now);
    fill(workspace, id, fresh, by, now);
    return id;
  }

  /**
   * Keeps a touch in a corrected form. To remove the corrected one brings the former back.
   *
   * @return empty where there is no such touch, or not any more
   */
  @Transactional
  public Optional<TouchId> correct(
      WorkspaceId workspace, TouchId former, NewTouch fresh, MemberId by, Instant now) {
    if (!remove(workspace, former, now)) {
      return Optional.empty();
    }
    var id = new TouchId(ids.next());
    store.add(workspace, id, fresh, former, by, now);
    fill(workspace, id, fresh, by, now);
    store.promises(workspace, former).forEach(promise -> keepAgain(workspace, id, promise));
    return Optional.of(id);
  }

  private void fill(WorkspaceId workspace, TouchId id, NewTouch fresh, MemberId by, Instant now) {
    for (var promise : fresh.promises()) {
      store.add(workspace, id, new TouchPromiseId(ids.next()), promise);
    }
    for (var conversation : fresh.answers()) {
      settle(workspace, id, conversation, by, now);
    }
  }

  /** What was kept stays so; only what is open can be corrected. */
  private void keepAgain(WorkspaceId workspace, TouchId touch, TouchPromise promise) {
    var keptAt = promise.keptAt();
    if (keptAt != null) {
      var id = new TouchPromiseId(ids.next());
      store.add(
          workspace,
          touch,
          id,
          new NewPromise(promise.byUs(), promise.person(), promise.words(), promise.due()));
      store.end(workspace, id, "kept", keptAt);
    }
  }

  private void settle(
      WorkspaceId workspace, TouchId id, ConversationId conversation, MemberId by, Instant now) {
    ledger
        .decide(workspace, conversation, Verdict.SETTLED, null, "Answered beside mail.", by, now)
        .ifPresent(decision -> store.answers(workspace, id, conversation, decision));
  }

  /** Takes a touch back, with its promises and what it settled. False where there is none. */
  @Transactional
  public boolean takeBack(WorkspaceId workspace, TouchId touch, Instant now) {
    return remove(workspace, touch, now);
  }

  /**
   * Takes a correction back: the former touch stands again.
   *
   * @return the former; empty where this corrected none
   */
  @Transactional
  public Optional<TouchId> takeCorrectionBack(
      WorkspaceId workspace, TouchId touch, MemberId by, Instant now) {
    var former = store.replacedBy(workspace, touch);
    if (former.isEmpty() || !remove(workspace, touch, now)) {
      return Optional.empty();
    }
    restore(workspace, former.get(), by, now);
    return former;
  }

  /** Brings a touch back that was taken back. False where there is none. */
  @Transactional
  public boolean bringBack(WorkspaceId workspace, TouchId touch, MemberId by, Instant now) {
    return restore(workspace, touch, by, now);
  }

  private boolean remove(WorkspaceId workspace, TouchId touch, Instant now) {
    if (!store.remove(workspace, touch, now)) {
      return false;
    }
    store
        .answers(workspace, touch)
        .forEach(answer -> ledger.undo(workspace, answer.decision(), now));
    return true;
  }

  private boolean restore(WorkspaceId workspace, TouchId touch, MemberId by, Instant now) {
    if (!store.bringBack(workspace, touch)) {
      return false;
    }
    store
        .answers(workspace, touch)
        .forEach(answer -> settle(workspace, touch, answer.conversation(), by, now));
    return true;
  }

  /** A touch; empty where there is none, or none any more. */
  @Transactional(readOnly = true)
  public Optional<Touch> touch(WorkspaceId workspace, TouchId touch) {
    return store.touch(workspace, touch);
  }

  /** The conversations that the user said it answers. */
  @Transactional(readOnly = true)
  public List<ConversationId> answered(WorkspaceId workspace, TouchId touch) {
    return store.answers(workspace, touch).stream().map(TouchStore.Answer::conversation).toList();
  }

  /** Those with any of these persons, the newest first, two hundred at most. */
  @Transactional(readOnly = true)
  public List<Touch> with(WorkspaceId workspace, Collection<PersonId> persons) {
    return store.of(workspace, persons, MOST);
  }

  /** The same of many persons, as plans need it: by person, the newest first. */
  @Transactional(readOnly = true)
  public Map<PersonId, List<Touch>> histories(WorkspaceId workspace, Collection<PersonId> persons) {
    var histories = new HashMap<PersonId, List<Touch>>();
    for (var touch : store.of(workspace, persons, MOST_OF_MANY)) {
      touch
          .persons()
          .forEach(person -> histories.computeIfAbsent(person, _ -> new ArrayList<>()).add(touch));
    }
    return histories;
  }

  /** When something last passed between us and each of these; notes are no contact. */
  @Transactional(readOnly = true)
  public Map<PersonId, Instant> lastContacts(WorkspaceId workspace, Collection<PersonId> persons) {
    return store.lastContacts(workspace, persons);
  }

  /** Those about a pursuit, the newest first, two hundred at most. */
  @Transactional(readOnly = true)
  public List<Touch> about(WorkspaceId workspace, PursuitId pursuit) {
    return store.of(workspace, pursuit, MOST);
  }

  /** The newest of all. */
  @Transactional(readOnly = true)
  public List<Touch> newest(WorkspaceId workspace, int limit) {
    return store.newest(workspace, limit);
  }

  /** The promises made to or by somebody, the open ones first, then the next due. */
  @Transactional(readOnly = true)
  public List<TouchPromise> promises(WorkspaceId workspace, PersonId person) {
    return store.promises(workspace, person, MOST);
  }

  /** The promises made in a touch. */
  @Transactional(readOnly = true)
  public List<TouchPromise> promises(WorkspaceId workspace, TouchId touch) {
    return store.promises(workspace, touch);
  }

  /** Ours that are open, and theirs that are overdue: the next due first. */
  @Transactional(readOnly = true)
  public List<TouchPromise> openPromises(WorkspaceId workspace, Instant now, int limit) {
    return store.openPromises(workspace, now, limit);
  }

  /** Says that a promise was kept. False where it is not open. */
  @Transactional
  public boolean keep(WorkspaceId workspace, TouchPromiseId promise, Instant now) {
    return store.end(workspace, promise, "kept", now);
  }

  /** Says that a promise binds nobody any more, or was none. False where it is not open. */
  @Transactional
  public boolean drop(WorkspaceId workspace, TouchPromiseId promise, Instant now) {
    return store.end(workspace, promise, "dropped", now);
  }

  /** Opens a promise again that was kept or dropped. False where there is none. */
  @Transactional
  public boolean reopen(WorkspaceId workspace, TouchPromiseId promise) {
    return store.reopen(workspace, promise);
  }

  /** Removes what was logged with somebody, and takes them out of what was logged with others. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    erasure.erase(workspace, traces, new Mentions(traces));
  }
}
