package io.politely.calendar;

import io.politely.kernel.EmailAddress;
import java.util.Arrays;
import java.util.Locale;

/**
 * Somebody who is invited to a meeting, or invites.
 *
 * @param name as the calendar writes it, or ""
 */
public record Attendee(EmailAddress address, String name, Answer answer, boolean isOrganiser) {

  /** What they answered to the invitation. */
  public enum Answer {
    NONE,
    ACCEPTED,
    DECLINED,
    TENTATIVE;

    /** The word for it in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a word stands for; {@link #NONE} for any other. */
    public static Answer of(String word) {
      return Arrays.stream(values())
          .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElse(NONE);
    }
  }
}
