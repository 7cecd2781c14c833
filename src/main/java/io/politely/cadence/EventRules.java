package io.politely.cadence;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.FolderRole;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Intent;
import io.politely.reading.Kind;
import io.politely.reading.Signal;
import io.politely.wording.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a conversation means for plans: whom we approached in it, and what came back. */
final class EventRules {

  /** Whoever writes to more people at once approaches nobody in particular. */
  private static final int MOST_RECIPIENTS = 20;

  private static final Comparator<StoredMessage> OLDEST_FIRST =
      Comparator.comparing(StoredMessage::sentAt).thenComparing(StoredMessage::contentHash);

  private EventRules() {}

  /**
   * What a letter of ours asks and brings.
   *
   * @param askMinutes what a yes costs its reader; null where nothing is asked
   */
  record Content(@Nullable Integer askMinutes, ValueKind value) {}

  /**
   * Nothing of a conversation in which we wrote nothing: it is with nobody whom we approached.
   *
   * @param contents what letters of ours ask and bring
   */
  static List<Event> of(
      Conversation conversation, Set<EmailAddress> own, Function<StoredMessage, Content> contents) {
    var messages =
        conversation.messages().stream().filter(EventRules::counts).sorted(OLDEST_FIRST).toList();
    if (messages.stream().noneMatch(message -> isOurs(message, own))) {
      return List.of();
    }
    var events = new ArrayList<Event>();
    boolean answers = false;
    for (var message : messages) {
      if (isOurs(message, own)) {
        var to = message.to().stream().filter(it -> !own.contains(it)).distinct().toList();
        if (!to.isEmpty() && to.size() <= MOST_RECIPIENTS) {
          var content = contents.apply(message);
          for (var address : to) {
            events.add(sent(conversation, message, address, answers, content));
          }
          answers = false;
        }
      } else if (message.from() != null) {
        events.add(came(conversation, message, message.from()));
        answers |= message.reading().kind().isPersonal();
      }
    }
    return List.copyOf(events);
  }

  /** Not drafts, bulk mail, or reports on deliveries: the outbox knows what came back. */
  private static boolean counts(StoredMessage message) {
    var kind = message.reading().kind();
    boolean isDraft =
        !message.folders().isEmpty()
            && message.folders().stream().allMatch(FolderRole.DRAFTS::equals);
    return !isDraft && (kind.isPersonal() || kind.isAutomaticAnswer());
  }

  private static boolean isOurs(StoredMessage message, Set<EmailAddress> own) {
    return message.from() != null && own.contains(message.from());
  }

  private static Event sent(
      Conversation conversation,
      StoredMessage message,
      EmailAddress to,
      boolean answers,
      Content content) {
    return new Event(
        message.id(),
        to.value(),
        conversation.id(),
        message.internetId(),
        message.sentAt(),
        true,
        answers ? "answer" : "touch",
        content.askMinutes(),
        content.value(),
        null,
        null,
        null);
  }

  private static Event came(Conversation conversation, StoredMessage message, EmailAddress from) {
    var reading = message.reading();
    var kind = reading.kind();
    var promised =
        reading.signals().stream()
            .filter(signal -> signal.act() == Act.PROMISE && signal.due() != null)
            .map(Signal::due)
            .findFirst()
            .orElse(null);
    return new Event(
        message.id(),
        from.value(),
        conversation.id(),
        message.internetId(),
        message.sentAt(),
        false,
        kind.isPersonal() ? "reply" : kind == Kind.OUT_OF_OFFICE ? "absence" : "automatic",
        null,
        ValueKind.NONE,
        kind.isPersonal() ? intent(reading.signals()) : null,
        Intent.earliest(reading.signals()),
        promised);
  }

  /** A no that names the day on which to come back is a "not now". */
  private static Intent intent(List<Signal> signals) {
    var intent = Intent.of(signals);
    return intent == Intent.NOT_INTERESTED && Intent.earliest(signals) != null
        ? Intent.NOT_NOW
        : intent;
  }
}
