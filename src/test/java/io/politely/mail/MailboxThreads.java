package io.politely.mail;

import io.politely.evaluate.Mailboxes;
import io.politely.mail.JudgementRules.Texts;
import io.politely.reading.Quotation;
import io.politely.reading.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The conversations of whole mailboxes, read and threaded by the product's own rules. */
public final class MailboxThreads {

  private final Map<MessageId, StoredMessage> messages = new HashMap<>();
  private final List<Threadable> threadables = new ArrayList<>();
  private final Map<MessageId, Texts> texts = new HashMap<>();

  private MailboxThreads() {}

  /** All conversations, each with its messages, oldest first. */
  public static List<List<StoredMessage>> of(List<String> mailboxes) throws IOException {
    var threads = new MailboxThreads();
    for (var mailbox : mailboxes) {
      Mailboxes.forEach(mailbox, threads::add);
    }
    return threads.conversations();
  }

  /** A message as the ledger sees it once it is stored. */
  public static StoredMessage stored(ParsedMessage message) {
    var from = message.from();
    var name = message.internetId() == null ? message.contentHash() : message.internetId();
    return new StoredMessage(
        new MessageId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
        message.contentHash(),
        message.internetId(),
        message.sentAt(),
        from == null ? null : from.address(),
        message.fromName(),
        message.to().stream().map(Correspondent::address).toList(),
        message.cc().stream().map(Correspondent::address).toList(),
        message.subject(),
        Set.of(FolderRole.OTHER),
        message.listId(),
        Reader.read(message.letter()));
  }

  private void add(ParsedMessage parsed) {
    var message = stored(parsed);
    if (messages.putIfAbsent(message.id(), message) != null) {
      return;
    }
    var quotation = Quotation.of(Reader.zonesOf(parsed.letter()));
    texts.put(
        message.id(),
        new Texts(
            parsed.fromName(),
            message.reading().newestText(),
            quotation.attribution(),
            quotation.text()));
    threadables.add(
        new Threadable(
            message.id(),
            message.contentHash(),
            message.sentAt(),
            message.internetId(),
            parsed.inReplyTo(),
            parsed.references(),
            message.subject(),
            message.from(),
            message.to(),
            message.cc(),
            Set.of(),
            null));
  }

  private List<List<StoredMessage>> conversations() {
    var sorted = threadables.stream().sorted(Threadable.BY_TIME).toList();
    return ThreadRules.decide(sorted, texts, List.of()).groups().stream()
        .map(group ->
            group.members().stream().map(member -> messages.get(member.message().id())).toList())
        .toList();
  }
}
