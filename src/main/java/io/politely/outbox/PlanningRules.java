package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.kernel.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/** What a message must be before it can be planned; the last look at its bytes. */
final class PlanningRules {

  /** RFC 5321: the longest line, without CR LF. */
  private static final int LONGEST_LINE = 998;

  private static final int LARGEST = 35_000_000;
  private static final int MOST_RECIPIENTS = 100;

  private PlanningRules() {}

  /** Why it cannot be planned, one sentence for the user. */
  static Optional<String> refusal(Approved mail) {
    var recipients = mail.recipients();
    if (recipients.isEmpty()) {
      return Optional.of("Say whom it is for.");
    }
    if (recipients.size() > MOST_RECIPIENTS) {
      return Optional.of("A mail goes to at most %d people.".formatted(MOST_RECIPIENTS));
    }
    for (var address : recipients) {
      if (!isSendable(address)) {
        return Optional.of("No mail can be sent to %s.".formatted(address));
      }
    }
    if (!mail.lateAt().isAfter(mail.dueAt())) {
      return Optional.of("A mail needs some time in which it may leave.");
    }
    return flaw(mail.bytes().toArray(), mail.internetId());
  }

  /** What an SMTP command can carry without quoting: nothing that ends it or begins another. */
  private static boolean isSendable(EmailAddress address) {
    return address
        .value()
        .matches(
            "[!-~&&[^<>()\\[\\],;:\\\\\"@]]+@[a-z0-9.-]+|[!-~&&[^<>()\\[\\],;:\\\\\"@]]+@\\[[0-9.]+]");
  }

  private static Optional<String> flaw(byte[] bytes, String internetId) {
    if (bytes.length > LARGEST) {
      return Optional.of("It is larger than most servers take: send a link to the attachments.");
    }
    if (!endsLinesWell(bytes)) {
      return Optional.of(
          "Its lines do not end as they must, so servers would read it differently.");
    }
    var text = new String(bytes, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    var headers = "\r\n" + (end < 0 ? text : text.substring(0, end + 2)).toLowerCase(Locale.ROOT);
    if (headers.contains("\r\nbcc:") || headers.contains("\r\nresent-bcc:")) {
      return Optional.of("Blind copies must not stand in it.");
    }
    var ownId = "\r\nmessage-id: <" + internetId.toLowerCase(Locale.ROOT) + ">\r\n";
    return headers.contains(ownId)
            && headers.indexOf("\r\nmessage-id:", headers.indexOf(ownId) + 1) < 0
        ? Optional.empty()
        : Optional.of("It does not have the identity that was made for it.");
  }

  /** CR and LF only together, seven bits, no line too long, the last line ended. */
  private static boolean endsLinesWell(byte[] bytes) {
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\r') {
        if (i + 1 == bytes.length || bytes[i + 1] != '\n') {
          return false;
        }
        i++;
        length = 0;
      } else if (b == '\n' || b <= 0 || ++length > LONGEST_LINE) {
        return false;
      }
    }
    return bytes.length > 1 && bytes[bytes.length - 1] == '\n';
  }
}
