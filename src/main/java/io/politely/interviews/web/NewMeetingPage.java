package io.politely.interviews.web;

import java.util.List;

/** A meeting that is noted by hand. */
public record NewMeetingPage(
    String title,
    String day,
    String time,
    String minutes,
    String place,
    String people,
    String pursuit,
    List<Choice> pursuits,
    String problem) {

  public NewMeetingPage {
    pursuits = List.copyOf(pursuits);
  }

  /** Something to choose. */
  public record Choice(String value, String name, boolean isChosen) {}
}
