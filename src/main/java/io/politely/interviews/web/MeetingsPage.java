package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;

/** Meetings to come, and those that were. */
public record MeetingsPage(List<MeetingRow> coming, List<MeetingRow> past) {

  public MeetingsPage {
    coming = List.copyOf(coming);
    past = List.copyOf(past);
  }

  /**
   * A meeting.
   *
   * @param title "Busy" where it is private
   * @param kind what kind it is, or ""
   * @param aim what it is for, or ""
   * @param note what is to be done about it, or ""
   */
  public record MeetingRow(
      String path,
      String title,
      String kind,
      String aim,
      String who,
      String note,
      boolean isOff,
      When when) {}
}
