package io.politely.outbox.web;

import io.politely.kernel.EmailAddress;
import io.politely.outbox.Courtesy.Opinion;
import io.politely.outbox.web.ComposePage.Notice;
import io.politely.people.Names;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param opinion what is known of its reader, and how it would be taken; or null
 * @param asksWhy whether a written reason lets it go all the same
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
    boolean asksWhy,
    List<Notice> notices,
    @Nullable Opinion opinion) {

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
   * @param name how they are called, or "" where only the address is known
   * @param how "To", "Cc", or "Bcc: the others do not see this"
   */
  public record Recipient(String address, String name, String how) {

    /** Everybody who gets it, in the order of a letter's head, each once. */
    static List<Recipient> of(
        Names names, List<EmailAddress> to, List<EmailAddress> cc, List<EmailAddress> bcc) {
      var all = new LinkedHashMap<EmailAddress, Recipient>();
      to.forEach(address -> all.putIfAbsent(address, of(names, address, "To")));
      cc.forEach(address -> all.putIfAbsent(address, of(names, address, "Cc")));
      bcc.forEach(address ->
          all.putIfAbsent(address, of(names, address, "Bcc: the others do not see this")));
      return List.copyOf(all.values());
    }

    private static Recipient of(Names names, EmailAddress address, String how) {
      var name = names.of(address);
      return new Recipient(address.value(), name.equals(address.value()) ? "" : name, how);
    }
  }

  /** A file in it. */
  public record Attached(String name, String type, String size) {}
}
