package io.politely.today;

import java.time.Instant;

/**
 * That a member wants a digest by mail.
 *
 * @param hour of their own day, 0 to 23
 * @param workdaysOnly whether it comes from Monday to Friday only
 * @param server where its links lead: scheme, host and port under which the member sees the pages
 * @param chosenAt an hour that had passed by then is not made up for
 */
public record DigestChoice(int hour, boolean workdaysOnly, String server, Instant chosenAt) {

  public DigestChoice {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("There is no hour %d in a day.".formatted(hour));
    }
  }
}
