package io.politely.outbox;

import io.politely.mailboxes.MailAccount;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it will leave, to be looked at before it is approved.
 *
 * @param bytes the message; blind copies are in the envelope only
 * @param dueAt not before this moment; null: at once
 */
public record Prepared(
    NewLetter letter,
    MailAccount from,
    String internetId,
    LetterBytes bytes,
    @Nullable Instant dueAt) {

  /** SHA-256 of the bytes in lower-case hexadecimal: what is approved is named by it. */
  public String hash() {
    return bytes.hash();
  }

  /** When it is to leave, where that is not at once. */
  public Optional<Instant> due() {
    return Optional.ofNullable(dueAt);
  }
}
