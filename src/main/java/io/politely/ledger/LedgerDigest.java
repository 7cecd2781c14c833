package io.politely.ledger;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.people.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything derived, as lines without ids: messages and persons are named by what they are, so
 * that two databases with the same mail have the same lines.
 */
@Component
class LedgerDigest {

  private static final int CONVERSATIONS_AT_ONCE = 500;

  private final LedgerStore store;
  private final DecisionStore decisions;
  private final Mail mail;
  private final People people;

  LedgerDigest(LedgerStore store, DecisionStore decisions, Mail mail, People people) {
    this.store = store;
    this.decisions = decisions;
    this.mail = mail;
    this.people = people;
  }

  String of(WorkspaceId workspace) {
    var digest = new LineDigest();
    lines(workspace, digest::add);
    return digest.hex();
  }

  /** The lines, in no particular order. */
  void lines(WorkspaceId workspace, Consumer<String> lines) {
    people.digestLines(workspace, person -> lines.accept("person | " + person));
    mail.digestLines(workspace, joined -> lines.accept("mail | " + joined));
    var batch = mail.changedConversations(workspace, 0, CONVERSATIONS_AT_ONCE);
    while (!batch.isEmpty()) {
      lines(workspace, batch, lines);
      batch =
          mail.changedConversations(
              workspace, batch.getLast().changeNumber(), CONVERSATIONS_AT_ONCE);
    }
  }

  private void lines(WorkspaceId workspace, List<Conversation> batch, Consumer<String> lines) {
    var ids = batch.stream().map(Conversation::id).toList();
    var moves = store.moves(workspace, ids);
    var promises = store.promises(workspace, ids);
    var debts = store.debts(workspace, ids);
    var decided = decisions(workspace, batch);
    for (var conversation : batch) {
      if (!conversation.messages().isEmpty()) {
        var id = conversation.id();
        new Pages(conversation, decided, lines)
            .write(
                moves.get(id),
                promises.getOrDefault(id, List.of()),
                debts.getOrDefault(id, List.of()));
      }
    }
  }

  private Map<MessageId, List<Decision>> decisions(
      WorkspaceId workspace, List<Conversation> batch) {
    var messages =
        batch.stream()
            .flatMap(conversation -> conversation.messages().stream())
            .map(StoredMessage::id)
            .toList();
    var decided = new HashMap<MessageId, List<Decision>>();
    decisions
        .inForce(workspace, messages)
        .forEach(decision ->
            decided.computeIfAbsent(decision.message(), _ -> new ArrayList<>()).add(decision));
    return decided;
  }

  /** The lines of one conversation, which is named by its messages. */
  private static final class Pages {

    private final Conversation conversation;
    private final Map<MessageId, List<Decision>> decided;
    private final Consumer<String> lines;
    private final Map<MessageId, String> hashes = new HashMap<>();
    private final String name;

    Pages(
        Conversation conversation, Map<MessageId, List<Decision>> decided, Consumer<String> lines) {
      this.conversation = conversation;
      this.decided = decided;
      this.lines = lines;
      conversation.messages().forEach(message -> hashes.put(message.id(), message.contentHash()));
      this.name = String.join(" ", hashes.values().stream().sorted().toList());
    }

    void write(@Nullable Move move, List<Promise> promises, List<Debt> debts) {
      line("conversation", name, conversation.subject());
      conversation.messages().forEach(this::message);
      if (move != null) {
        move(move);
      }
      promises.forEach(this::promise);
      debts.forEach(this::debt);
    }

    private void message(StoredMessage message) {
      var reading = message.reading();
      line(
          "message",
          message.contentHash(),
          message.sentAt(),
          message.from(),
          message.folders().stream().sorted().toList(),
          reading.kind(),
          reading.newestText(),
          reading.signals());
      decided.getOrDefault(message.id(), List.of()).forEach(this::decision);
    }

    private void move(Move move) {
      line(
          "move",
          name,
          MoveLabel.of(move).word(),
          move.since(),
          move.reason(),
          evidence(move.evidence()),
          move.with(),
          move.confidence(),
          due(move));
    }

    private String evidence(Evidence evidence) {
      return switch (evidence) {
        case Evidence.Words words -> hash(words.message()) + " " + words.quote();
        case Evidence.UserDecision _ -> "the user's decision";
      };
    }

    private static Optional<Object> due(Move move) {
      return switch (move) {
        case Move.Ours ours -> Optional.of(ours.due());
        case Move.Theirs theirs -> Optional.of(theirs.due());
        case Move.Scheduled scheduled -> Optional.of(scheduled.until());
        case Move.Nobodys _, Move.Closed _, Move.Unsure _ -> Optional.empty();
      };
    }

    private void promise(Promise promise) {
      var keptBy = promise.keptBy();
      line(
          "promise",
          hash(promise.message()),
          promise.position(),
          promise.byUs(),
          promise.promiser(),
          promise.quote(),
          promise.madeAt(),
          promise.due(),
          promise.keptAt(),
          keptBy == null ? "" : hash(keptBy));
    }

    private void debt(Debt debt) {
      line(
          "debt",
          hash(debt.evidence()),
          debt.kind(),
          debt.owedTo(),
          debt.since(),
          debt.due(),
          debt.reason());
    }

    private void decision(Decision decision) {
      line(
          "decision",
          hash(decision.message()),
          decision.verdict(),
          decision.until(),
          decision.note(),
          decision.decidedAt());
    }

    private String hash(MessageId message) {
      return Objects.requireNonNull(hashes.get(message));
    }

    private void line(@Nullable Object... fields) {
      lines.accept(
          String.join(" | ", Stream.of(fields).map(field -> String.valueOf(field)).toList()));
    }
  }
}
