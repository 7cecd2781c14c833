package io.politely.ledger;

import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.people.Mentions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: whose move it is, what was promised, what is owed, what was decided. */
@Service
public class Ledger {

  private final LedgerStore store;
  private final DecisionStore decisions;
  private final Bookkeeping bookkeeping;
  private final LedgerDigest digest;
  private final Mail mail;
  private final NewIds ids;

  Ledger(
      LedgerStore store,
      DecisionStore decisions,
      Bookkeeping bookkeeping,
      LedgerDigest digest,
      Mail mail,
      NewIds ids) {
    this.store = store;
    this.decisions = decisions;
    this.bookkeeping = bookkeeping;
    this.digest = digest;
    this.mail = mail;
    this.ids = ids;
  }

  /** Our move now, a snooze that is over included: broken promises first, then the longest wait. */
  @Transactional(readOnly = true)
  public List<Matter> ours(WorkspaceId workspace, Instant now, int limit) {
    return store.ours(workspace, now, limit);
  }

  /** Their move: broken promises first, then the longest wait. */
  @Transactional(readOnly = true)
  public List<Matter> theirs(WorkspaceId workspace, Instant now, int limit) {
    return store.theirs(workspace, now, limit);
  }

  /** Parked until a moment that is still to come, the next one first. */
  @Transactional(readOnly = true)
  public List<Matter> scheduled(WorkspaceId workspace, Instant now, int limit) {
    return store.scheduled(workspace, now, limit);
  }

  /** Where the messages do not tell: broken promises first, then the longest wait. */
  @Transactional(readOnly = true)
  public List<Matter> unsure(WorkspaceId workspace, Instant now, int limit) {
    return store.unsure(workspace, now, limit);
  }

  /**
   * All conversations, the newest message first.
   *
   * @param label only those of one move: ours, theirs, scheduled, nobodys, closed, unsure; null:
   *     all
   * @param after the end of the page before; what names no place starts anew
   */
  @Transactional(readOnly = true)
  public Page<Matter> newest(
      WorkspaceId workspace,
      @Nullable String label,
      Optional<String> after,
      Instant now,
      int limit) {
    return store.newest(workspace, label, MatterCursor.parse(after), now, limit);
  }

  /** How long each list is. */
  @Transactional(readOnly = true)
  public MoveCounts counts(WorkspaceId workspace, Instant now) {
    return store.counts(workspace, now);
  }

  /** How long the lists of open moves are: much quicker than counting the others, too. */
  @Transactional(readOnly = true)
  public OpenCounts openCounts(WorkspaceId workspace, Instant now) {
    return store.openCounts(workspace, now);
  }

  /** How many promises of ours were due and nothing kept. */
  @Transactional(readOnly = true)
  public long countBrokenPromises(WorkspaceId workspace, Instant now) {
    return store.countBrokenPromises(workspace, now);
  }

  /** Promises that nothing kept yet, broken or not, the next due first. */
  @Transactional(readOnly = true)
  public List<OpenPromise> openPromises(WorkspaceId workspace, boolean byUs, int limit) {
    return store.openPromises(workspace, byUs, limit);
  }

  /** What we owe and should have given before now, the oldest first. */
  @Transactional(readOnly = true)
  public List<OpenDebt> overdueDebts(WorkspaceId workspace, Instant now, int limit) {
    return store.openDebts(workspace, now, limit);
  }

  /** Whose move it is in a conversation; empty where the ledger has none. */
  @Transactional(readOnly = true)
  public Optional<Move> move(WorkspaceId workspace, ConversationId conversation) {
    return Optional.ofNullable(store.moves(workspace, List.of(conversation)).get(conversation));
  }

  /** Whose move it is in each of these; those the ledger does not have are absent. */
  @Transactional(readOnly = true)
  public Map<ConversationId, Move> moves(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    return store.moves(workspace, conversations);
  }

  /** The promises in each of these, in the order in which they were made. */
  @Transactional(readOnly = true)
  public Map<ConversationId, List<Promise>> promises(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    return store.promises(workspace, conversations);
  }

  /**
   * Conversations by their moves, for a search like {@code is:ours}.
   *
   * @param labels ours, theirs, scheduled, nobodys, closed, unsure
   */
  @Transactional(readOnly = true)
  public List<ConversationId> conversationsWith(
      WorkspaceId workspace, Set<String> labels, Instant now) {
    return store.withLabels(workspace, labels, now);
  }

  /** A conversation with all that is known of it, of one moment; empty where there is none. */
  @Transactional(readOnly = true)
  public Optional<Seen> seen(WorkspaceId workspace, ConversationId id) {
    return mail.conversation(workspace, id)
        .map(conversation ->
            new Seen(
                conversation, mail.messageFacts(workspace, id), standing(workspace, conversation)));
  }

  /** All that is known of a conversation; empty until the ledger has caught up with it. */
  @Transactional(readOnly = true)
  public Optional<Standing> standing(WorkspaceId workspace, Conversation conversation) {
    var one = List.of(conversation.id());
    var messages = conversation.messages().stream().map(StoredMessage::id).toList();
    return move(workspace, conversation.id())
        .map(move ->
            new Standing(
                move,
                store.promises(workspace, one).getOrDefault(conversation.id(), List.of()),
                store.debts(workspace, one).getOrDefault(conversation.id(), List.of()),
                decisions.inForce(workspace, messages)));
  }

  /**
   * Decides a conversation, and folds it again.
   *
   * @param until when a snooze is over; null for every other verdict
   * @return the decision, for undoing it; empty where the workspace has no such conversation
   */
  @Transactional
  public Optional<DecisionId> decide(
      WorkspaceId workspace,
      ConversationId conversation,
      Verdict verdict,
      @Nullable Instant until,
      String note,
      MemberId by,
      Instant now) {
    if ((verdict == Verdict.SNOOZED) != (until != null)) {
      throw new IllegalArgumentException("A snooze, and nothing else, has an end");
    }
    return present(workspace, conversation)
        .map(found -> {
          var newest = found.messages().getLast();
          var id = new DecisionId(ids.next());
          decisions.add(
              workspace,
              new Decision(
                  id.value(),
                  newest.id(),
                  verdict,
                  until,
                  note.strip(),
                  by.value(),
                  now,
                  Said.of(bookkeeping.byItself(workspace, found))));
          bookkeeping.writeDownAgain(workspace, found.id());
          return id;
        });
  }

  /**
   * How far the ledger agrees with what the user said about whose move it is.
   *
   * @param newest of how many decisions, the newest
   */
  @Transactional(readOnly = true)
  public Agreement agreement(WorkspaceId workspace, int newest) {
    return bookkeeping.agreement(workspace, newest);
  }

  /** A conversation, or the one that it became part of: links to it live on. */
  private Optional<Conversation> present(WorkspaceId workspace, ConversationId conversation) {
    return mail.conversation(workspace, conversation)
        .or(() ->
            mail.mergedInto(workspace, conversation)
                .flatMap(kept -> mail.conversation(workspace, kept)));
  }

  /**
   * Takes a decision back, and folds its conversation again. Doing so twice changes nothing.
   *
   * @return the conversation; empty where the workspace has no such decision
   */
  @Transactional
  public Optional<ConversationId> undo(WorkspaceId workspace, DecisionId decision, Instant now) {
    var conversation =
        decisions
            .takeBack(workspace, decision, now)
            .flatMap(message -> mail.conversationOf(workspace, message));
    conversation.ifPresent(id -> bookkeeping.writeDownAgain(workspace, id));
    return conversation;
  }

  /**
   * When a promise is due, wherever it was made.
   *
   * @param named the day that it names; null: the policy says
   * @param zone where working days begin and end
   */
  public Instant promiseDue(Instant madeAt, @Nullable LocalDate named, ZoneId zone) {
    return bookkeeping.promiseDue(madeAt, named, zone);
  }

  /** Derives some of what changed in the mail; false when the ledger has caught up. */
  @Transactional
  public boolean catchUpSome(WorkspaceId workspace) {
    return bookkeeping.catchUpSome(workspace);
  }

  /** Derives everything again, from messages and decisions alone. Readers see all of it or none. */
  @Transactional
  public void rebuild(WorkspaceId workspace) {
    bookkeeping.forget(workspace);
    boolean more = true;
    while (more) {
      more = bookkeeping.catchUpSome(workspace);
    }
  }

  /**
   * Removes what is written down of messages that were erased. What is left of their conversations
   * is derived again when the ledger catches up.
   *
   * @param conversations those that the messages were in
   */
  @Transactional
  public void erase(
      WorkspaceId workspace,
      Collection<ConversationId> conversations,
      Collection<MessageId> messages,
      Mentions mentions) {
    bookkeeping.erase(workspace, conversations, messages, mentions);
  }

  /**
   * A fingerprint of everything derived, people included: equal for equal messages and decisions,
   * in whatever order and however often they came.
   */
  @Transactional(readOnly = true)
  public String digest(WorkspaceId workspace) {
    return digest.of(workspace);
  }
}
