package io.politely.ledger;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.people.Mentions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds conversations with the user's decisions, and writes down what results. */
@Component
class Bookkeeping {

  private static final int CONVERSATIONS_AT_ONCE = 500;

  private final LedgerStore store;
  private final DecisionStore decisions;
  private final Mail mail;
  private final Accounts accounts;
  private final PolicyFile policies;

  Bookkeeping(
      LedgerStore store,
      DecisionStore decisions,
      Mail mail,
      Accounts accounts,
      PolicyFile policies) {
    this.store = store;
    this.decisions = decisions;
    this.mail = mail;
    this.accounts = accounts;
    this.policies = policies;
  }

  /** Writes down the next conversations past the cursor; false when there are none. */
  boolean catchUpSome(WorkspaceId workspace) {
    long cursor = store.lockCursor(workspace);
    var changed = mail.changedConversations(workspace, cursor, CONVERSATIONS_AT_ONCE);
    if (changed.isEmpty()) {
      return false;
    }
    writeDown(workspace, changed);
    store.setCursor(workspace, changed.getLast().changeNumber());
    return true;
  }

  /** Forgets everything derived, so that all of it is derived again. */
  void forget(WorkspaceId workspace) {
    store.lockCursor(workspace);
    store.removeAll(workspace);
    store.setCursor(workspace, 0);
  }

  /** Folds one conversation again, after a decision; the cursor stays. */
  void writeDownAgain(WorkspaceId workspace, ConversationId conversation) {
    store.lockCursor(workspace);
    writeDown(workspace, mail.conversations(workspace, List.of(conversation)));
  }

  /**
   * Removes what was derived and decided from messages that are gone; the rest is derived again.
   */
  void erase(
      WorkspaceId workspace,
      Collection<ConversationId> conversations,
      Collection<MessageId> messages,
      Mentions mentions) {
    store.lockCursor(workspace);
    store.replace(workspace, List.of(), List.copyOf(conversations));
    decisions.remove(workspace, messages);
    var noted = decisions.removeFromNotes(workspace, mentions);
    var changed = Set.copyOf(mail.conversationsOf(workspace, noted).values());
    writeDown(workspace, mail.conversations(workspace, changed));
  }

  /** What the messages of a conversation say, whatever the user decided. */
  Move byItself(WorkspaceId workspace, Conversation conversation) {
    var own = accounts.ownAddresses(workspace);
    return MoveRules.fold(conversation, own, List.of(), policies.in(zone(workspace))).move();
  }

  /**
   * Decisions that say whose move it is, compared with what the present rules make of the messages
   * that there were when the user decided.
   */
  Agreement agreement(WorkspaceId workspace, int newest) {
    var all = decisions.newest(workspace, newest);
    var telling = all.stream().filter(one -> !Example.agreeing(one.verdict()).isEmpty()).toList();
    var places = mail.conversationsOf(workspace, telling.stream().map(Decision::message).toList());
    var found =
        mail.conversations(workspace, Set.copyOf(places.values())).stream()
            .collect(toMap(Conversation::id, identity()));
    var own = accounts.ownAddresses(workspace);
    var policy = policies.in(zone(workspace));
    var examples = new ArrayList<Example>();
    for (var decision : telling) {
      var place = places.get(decision.message());
      var whole = place == null ? null : found.get(place);
      if (whole == null) {
        continue;
      }
      var then = asOf(decision, whole);
      var now = MoveRules.fold(then, own, List.of(), policy).move();
      examples.add(new Example(whole.id(), whole.subject(), decision, now));
    }
    long silent = all.stream().filter(one -> one.verdict() != Verdict.REOPENED).count();
    return new Agreement(examples, (int) silent - telling.size());
  }

  /** The conversation as it was known when the user decided. */
  private static Conversation asOf(Decision decision, Conversation whole) {
    var known =
        whole.messages().stream()
            .filter(message ->
                message.id().equals(decision.message())
                    || !message.sentAt().isAfter(decision.decidedAt()))
            .toList();
    return new Conversation(whole.id(), whole.changeNumber(), whole.subject(), known);
  }

  private void writeDown(WorkspaceId workspace, List<Conversation> conversations) {
    var own = accounts.ownAddresses(workspace);
    var policy = policies.in(zone(workspace));
    var decided = decisions(workspace, conversations);
    var entries = new ArrayList<Entry>();
    var gone = new ArrayList<ConversationId>();
    for (var conversation : conversations) {
      if (conversation.messages().isEmpty()) {
        gone.add(conversation.id());
        continue;
      }
      var folded =
          MoveRules.fold(
              conversation, own, decided.getOrDefault(conversation.id(), List.of()), policy);
      entries.add(
          new Entry(
              conversation.id(),
              conversation.subject(),
              conversation.messages().getLast().sentAt(),
              folded));
    }
    store.replace(workspace, entries, gone);
  }

  private Map<ConversationId, List<Decision>> decisions(
      WorkspaceId workspace, List<Conversation> conversations) {
    var conversationOf = new HashMap<MessageId, ConversationId>();
    for (var conversation : conversations) {
      for (var message : conversation.messages()) {
        conversationOf.put(message.id(), conversation.id());
      }
    }
    return decisions.inForce(workspace, conversationOf.keySet()).stream()
        .collect(
            groupingBy(decision -> Objects.requireNonNull(conversationOf.get(decision.message()))));
  }

  /** Where the owner's days begin and end. */
  private ZoneId zone(WorkspaceId workspace) {
    var members = accounts.members(workspace);
    return members.isEmpty() ? ZoneOffset.UTC : members.getFirst().zone();
  }

  /** When a promise is due that was made then. */
  Instant promiseDue(Instant madeAt, @Nullable LocalDate named, ZoneId zone) {
    return PromiseRules.due(madeAt, named, policies.in(zone));
  }
}
