package io.politely.cadence;

import java.time.ZoneId;
import java.util.List;

/**
 * What the calendar of a member shows.
 *
 * @param zone where their days begin and end
 * @param due what can be sent within sixty days, the longest due first; 500 at most
 */
public record CalendarFeed(ZoneId zone, List<Planned> due) {

  public CalendarFeed {
    due = List.copyOf(due);
  }
}
