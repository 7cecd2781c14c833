package io.politely.ledger;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import io.politely.evaluate.Mailboxes;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.MailboxThreads;
import io.politely.mail.ParsedMessage;
import io.politely.mail.StoredMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whose move it is in labelled conversations, decided by the ledger's own rules. */
public final class WhoseMoveSuite {

  private static final List<String> SCORED = List.of("OURS", "THEIRS", "NOBODY");

  private final Map<String, StoredMessage> messages = new HashMap<>();
  private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
  private final Policy policy = new PolicyFile().in(ZoneOffset.UTC);

  private WhoseMoveSuite() {}

  /** Runs over a file of labels and the mailboxes that hold their messages. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var suite = new WhoseMoveSuite();
    var rows = JsonLines.read(files.getFirst());
    var wanted = new HashSet<String>();
    for (var row : rows) {
      row.get("message_ids").forEach(id -> wanted.add(bare(id.asString())));
    }
    for (var mailbox : files.subList(1, files.size())) {
      Mailboxes.forEach(mailbox, message -> suite.keep(message, wanted));
    }
    int missing = 0;
    int shown = 0;
    for (var row : rows) {
      var conversation = suite.conversation(row);
      if (conversation == null) {
        missing++;
        continue;
      }
      var label = row.get("label").isNull() ? "-" : row.get("label").asString();
      var owner = new EmailAddress(row.get("owner").asString());
      var move = MoveRules.fold(conversation, Set.of(owner), List.of(), suite.policy).move();
      suite
          .confusion
          .computeIfAbsent(label, _ -> new TreeMap<>())
          .merge(name(move), 1, Integer::sum);
      if (!label.equals(name(move)) && !label.equals("-") && shown++ < errors) {
        show(row, label, move);
      }
    }
    System.err.printf("%d rows, %d without their messages%n", rows.size(), missing);
    return suite.figures(rows.size());
  }

  private void keep(ParsedMessage message, Set<String> wanted) {
    var id = message.internetId();
    if (id != null && wanted.contains(id)) {
      messages.putIfAbsent(id, MailboxThreads.stored(message));
    }
  }

  private @Nullable Conversation conversation(JsonNode row) {
    var found = new ArrayList<StoredMessage>();
    for (var id : row.get("message_ids")) {
      var message = messages.get(bare(id.asString()));
      if (message != null) {
        found.add(message);
      }
    }
    return found.isEmpty()
        ? null
        : new Conversation(
            new ConversationId(new UUID(0, 1)), 1, found.getFirst().subject(), found);
  }

  private static String name(Move move) {
    return switch (move) {
      case Move.Ours _ -> "OURS";
      case Move.Theirs _ -> "THEIRS";
      case Move.Scheduled _ -> "SCHEDULED";
      case Move.Nobodys _, Move.Closed _ -> "NOBODY";
      case Move.Unsure _ -> "UNSURE";
    };
  }

  private Map<String, Object> figures(int rows) {
    var figures = new TreeMap<String, Object>();
    var perLabel = new TreeMap<String, Object>();
    double f1 = 0;
    for (var label : SCORED) {
      var counts = new Counts();
      confusion.forEach((gold, found) ->
          found.forEach((name, times) -> {
            for (int i = 0; i < times && !gold.equals("-"); i++) {
              counts.add(gold.equals(label), name.equals(label));
            }
          }));
      f1 += counts.f1();
      perLabel.put(
          label,
          Map.of("precision", counts.precision(), "recall", counts.recall(), "f1", counts.f1()));
    }
    int judged = count("", "", false);
    figures.put("n", rows);
    figures.put("scored", SCORED.stream().mapToInt(label -> count(label, "", true)).sum());
    figures.put("macroF1", Counts.ratio(f1, SCORED.size()));
    figures.put("perLabel", perLabel);
    figures.put("accuracy", Counts.ratio(right(), judged));
    figures.put("unsureShare", Counts.ratio(count("", "UNSURE", false), judged));
    figures.put("confusion", confusion);
    return figures;
  }

  private int right() {
    return confusion.keySet().stream().mapToInt(label -> count(label, label, true)).sum();
  }

  /** Cases with a gold label; "" and false stand for any. */
  private int count(String gold, String found, boolean thisGold) {
    int count = 0;
    for (var row : confusion.entrySet()) {
      boolean counts = !row.getKey().equals("-") && (!thisGold || row.getKey().equals(gold));
      for (var cell : row.getValue().entrySet()) {
        count += counts && (found.isEmpty() || cell.getKey().equals(found)) ? cell.getValue() : 0;
      }
    }
    return count;
  }

  private static void show(JsonNode row, String label, Move move) {
    System.err.printf(
        "%s is %s (%s)%n    read as %s: %s %s%n",
        row.get("id").asString(),
        label,
        row.get("quote").asString(),
        name(move),
        move.reason(),
        move.evidence());
  }

  private static String bare(String id) {
    return id.strip().replace("<", "").replace(">", "");
  }
}
