package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote and wants to send.
 *
 * @param subject one line
 * @param body plain text, without signature and quotation
 * @param answers the message that it answers; null: it begins a conversation
 */
public record NewLetter(
    List<EmailAddress> to,
    List<EmailAddress> cc,
    List<EmailAddress> bcc,
    String subject,
    String body,
    @Nullable Answered answers,
    List<Enclosure> enclosures) {

  private static final int MOST_RECIPIENTS = 100;
  private static final int LONGEST_SUBJECT = 900;
  private static final int LONGEST_BODY = 500_000;
  static final int MOST_BYTES_ENCLOSED = 20 << 20;

  public NewLetter {
    to = to.stream().distinct().toList();
    cc = cc.stream().distinct().toList();
    bcc = bcc.stream().distinct().toList();
    subject = oneLine(subject);
    body = readable(body);
    enclosures = List.copyOf(enclosures);
  }

  /** Everybody whom it goes to, each once, in order of their addresses. */
  public List<EmailAddress> recipients() {
    var all = new TreeSet<EmailAddress>(to);
    all.addAll(cc);
    all.addAll(bcc);
    return List.copyOf(all);
  }

  /** Which message it answers, where it does. */
  public Optional<Answered> answered() {
    return Optional.ofNullable(answers);
  }

  /** Why it cannot be sent as it is; empty where it can. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    var recipients = recipients();
    if (recipients.isEmpty()) {
      problems.add("Say whom it goes to.");
    }
    if (recipients.size() > MOST_RECIPIENTS) {
      problems.add("A letter goes to at most %d people.".formatted(MOST_RECIPIENTS));
    }
    if (!recipients.stream().allMatch(EmailAddress::takesMail)) {
      problems.add("No mail address is known of one of them: find it first, or call.");
    }
    recipients.stream()
        .filter(address -> !isSendable(address) && address.takesMail())
        .forEach(address -> problems.add("Mail cannot be sent to “%s”.".formatted(address)));
    if (subject.length() > LONGEST_SUBJECT) {
      problems.add("The subject is too long.");
    }
    if (body.isBlank()) {
      problems.add("Write something first.");
    }
    if (body.length() > LONGEST_BODY) {
      problems.add("The text is longer than half a million characters: attach it instead.");
    }
    long enclosed = enclosures.stream().mapToLong(one -> one.content().length).sum();
    if (enclosed > MOST_BYTES_ENCLOSED) {
      problems.add("The attachments are larger than 20 MB together.");
    }
    return List.copyOf(problems);
  }

  /**
   * Whether an address can stand in a header and an envelope as it is: printable ASCII without the
   * characters that separate addresses there.
   */
  private static boolean isSendable(EmailAddress address) {
    return address.local().matches("[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
        && !address.local().startsWith(".")
        && !address.local().endsWith(".")
        && !address.local().contains("..")
        && address.domain().matches("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");
  }

  /**
   * Words with one space between: no line end of any script, no half of a character, and nothing
   * that a reader would take for an encoded word.
   */
  private static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isSpace(c) ? ' ' : c)
        .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
        .forEach(line::appendCodePoint);
    return line.toString().replace("=?", "= ?").strip();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == 0xfeff
        || Character.getType(c) == Character.SURROGATE;
  }

  /** Line ends as one character, and nothing that controls a terminal or a protocol. */
  private static String readable(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
        .stripTrailing();
  }
}
