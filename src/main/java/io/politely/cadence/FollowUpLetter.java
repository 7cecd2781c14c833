package io.politely.cadence;

import io.politely.kernel.EmailAddress;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letter of a touch that is due, drafted.
 *
 * @param account that it would leave from; null: no mailbox is connected
 * @param to null: no address of theirs takes mail
 * @param answers the message that it goes on from; null: it begins a conversation
 * @param leavesAt when it suits its reader
 * @param missing what only the user knows, sentences; while there is any, it cannot leave as it is
 * @param notes what was chosen and on what it rests
 */
public record FollowUpLetter(
    @Nullable MailAccountId account,
    @Nullable EmailAddress to,
    @Nullable MessageId answers,
    String subject,
    String body,
    Instant leavesAt,
    List<String> missing,
    List<String> notes) {

  public FollowUpLetter {
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /** The same in other words. */
  public FollowUpLetter saying(String otherSubject, String otherBody) {
    return new FollowUpLetter(
        account,
        to,
        answers,
        answers == null ? otherSubject : subject,
        otherBody,
        leavesAt,
        missing,
        notes);
  }

  /** Whether it can leave as it was drafted. */
  public boolean isReady() {
    return account != null && to != null && missing.isEmpty();
  }

  /** What is approved by looking at it: whom it goes to, and every word. */
  public String hash() {
    try {
      var words = to + "\n" + answers + "\n" + subject + "\n" + body;
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
