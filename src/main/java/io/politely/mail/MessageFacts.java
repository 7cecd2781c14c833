package io.politely.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message beside what it says: how it came into its conversation, and what it
 * carries.
 *
 * @param joinedBy what put it into its conversation
 * @param confidence how sure that is, 0…1
 * @param answers the message that it answers, or null
 * @param hasHtml whether it came with a formatted text
 * @param copies how many copies of it the mailboxes hold
 */
public record MessageFacts(
    JoinedBy joinedBy,
    double confidence,
    @Nullable MessageId answers,
    boolean hasHtml,
    List<Attachment> attachments,
    int copies) {

  /** Where nothing is known. */
  public static final MessageFacts NONE =
      new MessageFacts(JoinedBy.WAITING, 0, null, false, List.of(), 1);

  public MessageFacts {
    attachments = List.copyOf(attachments);
  }

  /** The message that it answers. */
  public Optional<MessageId> parent() {
    return Optional.ofNullable(answers);
  }
}
