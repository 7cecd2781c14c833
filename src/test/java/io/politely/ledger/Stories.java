package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.FolderRole;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Contact;
import io.politely.reading.Kind;
import io.politely.reading.Reading;
import io.politely.reading.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations for tests, seen from Grace's seat, one message a day from Monday on. */
final class Stories {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final EmailAddress GRACE = new EmailAddress("grace@example.com");
  static final EmailAddress LINUS = new EmailAddress("linus@example.net");
  static final EmailAddress LIST = new EmailAddress("talk@lists.example.org");
  static final Policy POLICY = new PolicyFile().in(ZoneOffset.UTC);

  private Stories() {}

  static Folded fold(StoredMessage... messages) {
    return fold(List.of(), messages);
  }

  static Folded fold(List<Decision> decisions, StoredMessage... messages) {
    var conversation =
        new Conversation(new ConversationId(new UUID(0, 1)), 1, "Any subject", List.of(messages));
    return MoveRules.fold(conversation, Set.of(GRACE), decisions, POLICY);
  }

  /** The message of a day, the first being Monday's. */
  static Draft message(int day) {
    return new Draft(day);
  }

  /** A message being made up. */
  static final class Draft {

    private final int day;
    private final List<Signal> signals = new ArrayList<>();
    private EmailAddress from = ADA;
    private List<EmailAddress> to = List.of(GRACE);
    private List<EmailAddress> cc = List.of();
    private Set<FolderRole> folders = Set.of(FolderRole.INBOX);
    private Kind kind = Kind.HUMAN;
    private @Nullable String listId;
    private @Nullable String text;

    private Draft(int day) {
      this.day = day;
    }

    Draft from(EmailAddress sender) {
      from = sender;
      return this;
    }

    Draft to(EmailAddress... recipients) {
      to = List.of(recipients);
      return this;
    }

    Draft cc(EmailAddress... recipients) {
      cc = List.of(recipients);
      return this;
    }

    Draft in(Set<FolderRole> roles) {
      folders = roles;
      return this;
    }

    Draft kind(Kind written) {
      kind = written;
      return this;
    }

    Draft onList() {
      listId = "talk.lists.example.org";
      kind = Kind.LIST;
      return this;
    }

    Draft text(String newest) {
      text = newest;
      return this;
    }

    Draft says(Act act, String words) {
      signals.add(new Signal(act, words, null, 0.9));
      return this;
    }

    Draft says(Act act, String words, LocalDate due) {
      signals.add(new Signal(act, words, due, 0.9));
      return this;
    }

    Draft names(Act act, String words, @Nullable LocalDate due, Contact contact) {
      signals.add(new Signal(act, words, due, contact, 0.9));
      return this;
    }

    StoredMessage built() {
      var local = from.local();
      var name = Character.toUpperCase(local.charAt(0)) + local.substring(1);
      return new StoredMessage(
          new MessageId(new UUID(day, from.hashCode())),
          "hash-" + day + "-" + local,
          day + "." + local + "@example.org",
          MONDAY.plus(Duration.ofDays(day - 1L)),
          from,
          name,
          to,
          cc,
          "Any subject",
          folders,
          listId,
          new Reading(kind, text == null ? "Text of the day " + day : text, signals));
    }
  }
}
