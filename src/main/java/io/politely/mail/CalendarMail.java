package io.politely.mail;

import java.time.Instant;
import java.util.List;

/**
 * Calendars in some messages.
 *
 * @param storedUntil when the last message that was looked at was stored
 * @param isLast whether no more messages were stored since
 */
public record CalendarMail(List<CalendarPart> parts, Instant storedUntil, boolean isLast) {

  public CalendarMail {
    parts = List.copyOf(parts);
  }
}
