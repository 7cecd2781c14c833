package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Intent;
import io.politely.reading.Kind;
import io.politely.reading.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Hears who wants no more mail. A report is believed only about addresses that we wrote to in that
 * conversation, so that nobody can stop our mail to somebody else.
 */
final class StopRules {

  private static final int MOST_LOOKED_AT = 200_000;

  /** RFC 3464 and RFC 5965, and what some large providers say instead. */
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?im)^(?:final-recipient|original-recipient|original-rcpt-to|x-failed-recipients|removal-recipient):["
              + " \\t]*(?:rfc822;)?[ \\t]*<?([^\\s<>;,]+@[^\\s<>;,]+)");

  private StopRules() {}

  /**
   * What the messages of a conversation say.
   *
   * @param own addresses that are ours
   * @param raw a report as it came, in ISO 8859-1; asked for reports only
   */
  static List<Heard> heard(
      Conversation conversation, Set<EmailAddress> own, Function<StoredMessage, String> raw) {
    var heard = new ArrayList<Heard>();
    for (var message : conversation.messages()) {
      boolean isOurs = message.sender().filter(own::contains).isPresent();
      if (!isOurs) {
        heard.addAll(heardIn(message, written(conversation, own), raw));
      }
    }
    return heard;
  }

  private static List<Heard> heardIn(
      StoredMessage message, Set<EmailAddress> written, Function<StoredMessage, String> raw) {
    var kind = message.reading().kind();
    var sender = message.from();
    if (kind == Kind.HUMAN && message.listId() == null && sender != null) {
      return Intent.of(message.reading().signals()) == Intent.STOP
          ? List.of(
              new Heard(
                  sender,
                  Stop.Source.STOP,
                  "They wrote: “%s”".formatted(words(message.reading().signals())),
                  message.id()))
          : List.of();
    }
    if (kind == Kind.BOUNCE) {
      return reported(
          message, written, raw, Stop.Source.BOUNCE, "Nobody has this address any more.");
    }
    if (kind == Kind.COMPLAINT) {
      return reported(
          message,
          written,
          raw,
          Stop.Source.COMPLAINT,
          "Their provider says that they marked a mail of ours as unwanted.");
    }
    return List.of();
  }

  private static List<Heard> reported(
      StoredMessage message,
      Set<EmailAddress> written,
      Function<StoredMessage, String> raw,
      Stop.Source source,
      String reason) {
    var named = recipients(raw.apply(message));
    // A complaint may hide whose it is; where we wrote to one address only, it is that one.
    boolean isHidden = named.isEmpty() && source == Stop.Source.COMPLAINT && written.size() == 1;
    named.retainAll(written);
    var meant = isHidden ? written : named;
    return meant.stream().map(address -> new Heard(address, source, reason, message.id())).toList();
  }

  /** Whom we wrote to. */
  private static Set<EmailAddress> written(Conversation conversation, Set<EmailAddress> own) {
    var written = new LinkedHashSet<EmailAddress>();
    for (var message : conversation.messages()) {
      if (message.sender().filter(own::contains).isPresent()) {
        written.addAll(message.to());
        written.addAll(message.cc());
      }
    }
    written.removeAll(own);
    return written;
  }

  private static Set<EmailAddress> recipients(String raw) {
    var found = new LinkedHashSet<EmailAddress>();
    var names = RECIPIENT.matcher(raw.substring(0, Math.min(raw.length(), MOST_LOOKED_AT)));
    while (names.find() && found.size() < 100) {
      EmailAddress.parse(names.group(1).toLowerCase(Locale.ROOT)).ifPresent(found::add);
    }
    return found;
  }

  private static String words(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> signal.act() == Act.STOP)
        .map(Signal::quote)
        .findFirst()
        .orElse("");
  }
}
