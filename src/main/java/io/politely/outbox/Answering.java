package io.politely.outbox;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.Exchange;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParsedMessage;
import io.politely.mail.StoredMessage;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.outbox.AnswerRules.Recipients;
import io.politely.reading.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the messages that letters answer. */
@Component
class Answering {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  /** A clock that was seen longer ago says little about where somebody is. */
  private static final Duration CLOCK_IS_GOOD_FOR = Duration.ofDays(180);

  private final Mail mail;
  private final MessageParser parser;
  private final Accounts accounts;

  Answering(Mail mail, MessageParser parser, Accounts accounts) {
    this.mail = mail;
    this.parser = parser;
    this.accounts = accounts;
  }

  /**
   * What an answer to a conversation begins with: to all, from the mailbox that was written to.
   *
   * @param wanted which message it answers; null: the newest that waits for one
   */
  Optional<DraftText> begin(
      WorkspaceId workspace,
      ConversationId conversation,
      @Nullable MessageId wanted,
      List<MailAccount> mailboxes) {
    var own = accounts.ownAddresses(workspace);
    return mail.conversation(workspace, conversation)
        .flatMap(found ->
            wanted == null
                ? AnswerRules.answered(found.messages(), own)
                : found.messages().stream().filter(it -> it.id().equals(wanted)).findFirst())
        .map(message -> {
          var replyTo =
              parsed(workspace, message.id()).flatMap(it -> it.letter().header("reply-to"));
          var recipients =
              AnswerRules.recipients(
                  message,
                  replyTo.map(line -> Addressees.of(line).addresses()).orElse(List.of()),
                  own);
          return answer(message, recipients, mailboxes);
        });
  }

  private static DraftText answer(
      StoredMessage message, Recipients recipients, List<MailAccount> mailboxes) {
    return new DraftText(
        account(message, mailboxes),
        Addressees.line(recipients.to()),
        Addressees.line(recipients.cc()),
        "",
        AnswerRules.subject(message.subject()),
        "",
        message.id(),
        true,
        Leaving.NOW,
        "");
  }

  /** The mailbox that the message came to or from, else the first. */
  private static @Nullable MailAccountId account(
      StoredMessage message, List<MailAccount> mailboxes) {
    return mailboxes.stream()
        .filter(mailbox ->
            message.to().contains(mailbox.address())
                || message.cc().contains(mailbox.address())
                || mailbox.address().equals(message.from()))
        .findFirst()
        .or(() -> mailboxes.stream().findFirst())
        .map(MailAccount::id)
        .orElse(null);
  }

  /** The message that a letter answers, as the letter needs it; empty where it is gone. */
  Optional<Answered> answered(WorkspaceId workspace, MessageId id, ZoneId zone) {
    var conversation =
        mail.conversationOf(workspace, id).flatMap(it -> mail.conversation(workspace, it));
    var parsed = parsed(workspace, id);
    return conversation.isEmpty() || parsed.isEmpty()
        ? Optional.empty()
        : Optional.of(answered(id, conversation.get(), parsed.get(), zone));
  }

  private static Answered answered(
      MessageId id, Conversation conversation, ParsedMessage message, ZoneId zone) {
    var from = message.from();
    var name =
        !message.fromName().isBlank()
            ? message.fromName()
            : from == null ? "somebody" : from.address().value();
    return new Answered(
        id,
        conversation.id(),
        message.internetId(),
        message.references().isEmpty() ? message.inReplyTo() : message.references(),
        conversation.messages().stream()
            .map(StoredMessage::internetId)
            .filter(Objects::nonNull)
            .distinct()
            .toList(),
        "On %s, %s wrote:"
            .formatted(
                WRITTEN.format(message.sentAt().atZone(zone)),
                name.replaceAll("\\p{Cntrl}+", " ").strip()),
        Reader.zonesOf(message.letter()).body().replace("\r", ""));
  }

  /** What time it is where somebody is, by the newest message that they wrote themselves. */
  Optional<TheirClock> clockOf(WorkspaceId workspace, EmailAddress address, Instant now) {
    return mail.exchanges(workspace, List.of(address), now.minus(CLOCK_IS_GOOD_FOR)).stream()
        .filter(exchange -> exchange.byThem() && exchange.kind().isPersonal())
        .findFirst()
        .map(Exchange::message)
        .flatMap(message -> parsed(workspace, message))
        .map(message -> message.letter().sentAt())
        .map(written -> new TheirClock(written.getOffset(), written.toInstant()));
  }

  private Optional<ParsedMessage> parsed(WorkspaceId workspace, MessageId message) {
    return mail.raw(workspace, message)
        .flatMap(raw ->
            parser.parse(raw, null) instanceof Parsed(var parsed)
                ? Optional.of(parsed)
                : Optional.empty());
  }
}
