package io.politely.today.web;

import io.politely.calendar.Meeting;
import io.politely.web.Moments;
import io.politely.web.When;

/**
 * A meeting that is near.
 *
 * @param path where it is prepared; "" where it is private
 * @param isToPrepare whether there is a brief that one should have opened
 */
public record MeetingRow(
    String path, String title, String place, boolean isToPrepare, When starts) {

  static MeetingRow of(Meeting meeting, boolean isToPrepare, Moments moments) {
    var title = meeting.title().isBlank() ? "A meeting" : meeting.title();
    return new MeetingRow(
        meeting.isPrivate() ? "" : "/meetings/" + meeting.id(),
        meeting.isPrivate() ? "Busy" : title,
        meeting.isPrivate() ? "" : meeting.place(),
        isToPrepare,
        When.of(meeting.starts(), moments.now(), moments.zone()));
  }
}
