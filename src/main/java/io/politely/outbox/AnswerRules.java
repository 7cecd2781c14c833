package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.mail.FolderRole;
import io.politely.mail.StoredMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer begins with: which message it answers, to whom it goes, and its subject. */
public final class AnswerRules {

  /** "Re:" in the languages and spellings of mail programs, any number of times. */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)^(?:\\s*(?:re|aw|antw|sv|vs|rif|odp|ynt)\\s*(?:\\[\\d+])?\\s*[:：])+\\s*");

  private AnswerRules() {}

  /** Whom an answer goes to. */
  public record Recipients(List<EmailAddress> to, List<EmailAddress> cc) {

    public Recipients {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
    }
  }

  /**
   * The message that an answer to a conversation answers: the newest one that a person wrote to us,
   * else the newest of all; drafts do not count.
   *
   * @param messages oldest first
   */
  public static Optional<StoredMessage> answered(
      List<StoredMessage> messages, Collection<EmailAddress> own) {
    var sent =
        messages.reversed().stream()
            .filter(message -> !message.folders().equals(Set.of(FolderRole.DRAFTS)))
            .toList();
    return sent.stream()
        .filter(message -> message.reading().kind().isPersonal())
        .filter(message -> message.sender().filter(from -> !own.contains(from)).isPresent())
        .findFirst()
        .or(() -> sent.stream().findFirst());
  }

  /**
   * Everybody whom the message was between, but us. An answer to our own message goes where that
   * went.
   *
   * @param replyTo where its writer wants answers, empty where that is not said
   */
  public static Recipients recipients(
      StoredMessage message, List<EmailAddress> replyTo, Collection<EmailAddress> own) {
    boolean isOurs = message.sender().filter(own::contains).isPresent();
    var writer = replyTo.isEmpty() ? message.sender().stream().toList() : replyTo;
    var to = without(own, List.of(), isOurs ? message.to() : writer);
    var cc = new ArrayList<>(message.cc());
    if (!isOurs) {
      cc.addAll(0, message.to());
    }
    return new Recipients(to, without(own, to, cc));
  }

  /** "Re:" before a subject, once. */
  public static String subject(String subject) {
    return "Re: " + REPLY.matcher(subject).replaceFirst("").strip();
  }

  private static List<EmailAddress> without(
      Collection<EmailAddress> own, List<EmailAddress> others, List<EmailAddress> addresses) {
    return addresses.stream()
        .filter(address -> !own.contains(address) && !own.contains(address.withoutTag()))
        .filter(address -> !others.contains(address))
        .distinct()
        .toList();
  }
}
