package io.politely.wording;

import java.util.List;

/**
 * A letter for the user to read, change and approve.
 *
 * @param subject "" where it keeps the one of its conversation
 * @param body plain text with opener and sign-off, without the mailbox's signature
 * @param missing what it makes no sense without; as long as there is any, it cannot be approved
 * @param notes for the user: what was chosen, and on what it rests
 */
public record DraftLetter(String subject, String body, List<Missing> missing, List<String> notes) {

  /**
   * Something that only the user knows.
   *
   * @param sentence what to add, for the user
   */
  public record Missing(Field field, String sentence) {

    static Missing of(Field field) {
      return new Missing(field, "The letter needs " + field.said() + ".");
    }
  }

  public DraftLetter {
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }

  /** Whether nothing is missing. */
  public boolean canBeApproved() {
    return missing.isEmpty();
  }
}
