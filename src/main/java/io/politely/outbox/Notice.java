package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import java.util.List;

/**
 * What the program itself writes to a member.
 *
 * @param plain the text, with an end of line at its end
 * @param html the same for programs that show it
 */
public record Notice(EmailAddress to, String subject, String plain, String html) {

  /** The same as a letter. */
  NewLetter letter() {
    return new NewLetter(List.of(to), List.of(), List.of(), subject, plain, null, List.of());
  }
}
