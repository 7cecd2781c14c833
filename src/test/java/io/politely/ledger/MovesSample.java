package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.MailboxThreads;
import io.politely.mail.StoredMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Prints conversations that are said to be our move, for a person to read: a mailbox without
 * labels, seen from the seat of one who writes there. Each conversation is cut after one of its
 * messages; which cut and which conversations, only the hashes of the messages decide.
 */
public final class MovesSample {

  private static final int MOST_SHOWN = 2_000;

  private final Set<EmailAddress> own;
  private final Policy policy = new PolicyFile().in(ZoneOffset.UTC);
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Sampled> ours = new ArrayList<>();

  private record Sampled(List<StoredMessage> messages, Move move) {

    String hash() {
      return messages.getFirst().contentHash();
    }
  }

  private MovesSample(EmailAddress owner) {
    own = Set.of(owner);
  }

  /** The owner's address, then mailboxes; {@code shown} conversations go to standard error. */
  public static Map<String, Object> run(List<String> arguments, int shown) throws IOException {
    var sample = new MovesSample(new EmailAddress(arguments.getFirst()));
    MailboxThreads.of(arguments.subList(1, arguments.size())).forEach(sample::judge);
    sample.ours.stream()
        .sorted(Comparator.comparing(Sampled::hash))
        .limit(shown)
        .forEach(MovesSample::show);
    return new TreeMap<>(sample.counts);
  }

  private void judge(List<StoredMessage> messages) {
    var hash = messages.getFirst().contentHash();
    int cut = Integer.parseInt(hash.substring(0, 6), 16) % messages.size() + 1;
    var shown = messages.subList(0, cut);
    if (shown.stream().noneMatch(this::concernsUs)) {
      return;
    }
    var conversation =
        new Conversation(new ConversationId(new UUID(0, 1)), 1, shown.getFirst().subject(), shown);
    var move = MoveRules.fold(conversation, own, List.of(), policy).move();
    counts.merge(move.getClass().getSimpleName(), 1, Integer::sum);
    if (move instanceof Move.Ours) {
      ours.add(new Sampled(shown, move));
    }
  }

  private boolean concernsUs(StoredMessage message) {
    return (message.from() != null && own.contains(message.from()))
        || message.to().stream().anyMatch(own::contains)
        || message.cc().stream().anyMatch(own::contains);
  }

  private static void show(Sampled sampled) {
    System.err.printf(
        "######## %s%n%s %s%n",
        sampled.hash().substring(0, 8), sampled.move().reason(), sampled.move().evidence());
    var deciding =
        sampled.move().evidence() instanceof Evidence.Words words ? words.message() : null;
    int from = 0;
    for (int i = 0; i < sampled.messages().size(); i++) {
      from = sampled.messages().get(i).id().equals(deciding) ? i : from;
    }
    for (var message : sampled.messages().subList(from, sampled.messages().size())) {
      var text = message.reading().newestText();
      System.err.printf(
          "---- %s | to %s | cc %s | %s%n%s%n",
          message.from(),
          message.to(),
          message.cc(),
          message.subject(),
          text.substring(0, Math.min(MOST_SHOWN, text.length())));
    }
  }
}
