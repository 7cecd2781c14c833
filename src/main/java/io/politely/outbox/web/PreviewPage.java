package io.politely.outbox.web;

import io.politely.outbox.web.ComposePage.Notice;
import java.util.List;

/**
 * A letter as it will leave, taken from its very bytes.
 *
 * @param path of the draft
 * @param headers name and value, in the order of the message
 * @param envelope to whom servers are told to deliver it
 * @param leaves when, a sentence
 * @param source the whole message, or its beginning
 * @param rest how much of the source is not shown, or ""
 * @param hash what is approved
 * @param known what was before the writer's eyes
 */
public record PreviewPage(
    String path,
    String draft,
    String subject,
    List<Header> headers,
    List<Recipient> envelope,
    String text,
    List<Attached> attachments,
    String leaves,
    String button,
    String source,
    String rest,
    String hash,
    String known,
    List<String> problems,
    List<Notice> notices) {

  public PreviewPage {
    headers = List.copyOf(headers);
    envelope = List.copyOf(envelope);
    attachments = List.copyOf(attachments);
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  /** A line of the head. */
  public record Header(String name, String value) {}

  /**
   * Somebody who gets it.
   *
   * @param how "To", "Cc", or "Bcc: nobody else sees this"
   */
  public record Recipient(String address, String name, String how) {}

  /** A file in it. */
  public record Attached(String name, String type, String size) {}
}
