package io.politely.mail;

import java.util.Optional;
import java.util.Set;

/**
 * Which headers a letter keeps: what its writer and the writer's program said, not what the servers
 * on its way added. Only these are read, and all of these are hashed.
 */
final class LetterHeaders {

  private static final Set<String> KEPT =
      Set.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "date",
          "subject",
          "message-id",
          "in-reply-to",
          "references",
          "thread-topic",
          "thread-index",
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "content-language",
          "auto-submitted",
          "precedence",
          "importance",
          "mailing-list",
          "feedback-id",
          "x-mailer",
          "x-beenthere",
          "x-loop",
          "x-mailgun-tag",
          "x-precedence",
          "x-vacation",
          "x-failed-recipients",
          "x-ms-exchange-generated-message-source",
          "x-ms-exchange-inbox-rules-loop",
          "x-mailing-list",
          "x-campaign",
          "x-campaign-id",
          "x-mailgun-sid",
          "x-sg-eid",
          "x-ses-outgoing",
          "x-csa-complaints",
          "x-notifications",
          "x-cron-env",
          "x-github-reason");

  private static final String NULL_PATH = "<>";

  private LetterHeaders() {}

  /** Whether a letter keeps a header, given its lower-case name. */
  static boolean isKept(String name) {
    return KEPT.contains(name)
        || name.startsWith("list-")
        || name.startsWith("x-auto")
        || name.equals("return-path");
  }

  /**
   * What a letter keeps of a header's value. A return path differs from copy to copy; only that it
   * is the null path, so that nobody may answer, belongs to the message.
   */
  static Optional<String> keptValue(String name, String value) {
    if (!name.equals("return-path")) {
      return Optional.of(value);
    }
    return value.strip().equals(NULL_PATH) ? Optional.of(NULL_PATH) : Optional.empty();
  }
}
