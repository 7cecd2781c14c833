package io.politely.calendar;

import java.util.List;

/**
 * What a calendar file tells.
 *
 * @param isCalendar whether it is one at all
 * @param method what its sender wants, in upper case; "" where it is no message
 * @param name what its owner calls the calendar, or ""
 * @param isWhole whether every event of the file is here: else what is missing is not gone
 * @param leftOut a sentence for each thing that was not read
 */
record IcsReading(
    boolean isCalendar,
    boolean isWhole,
    String method,
    String name,
    List<EventText> events,
    List<String> leftOut) {

  IcsReading {
    events = List.copyOf(events);
    leftOut = List.copyOf(leftOut);
  }
}
