package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;

/**
 * All questions of a debrief on one page, for whoever takes notes on the phone.
 *
 * @param words as they were told so far
 * @param isReading whether words are read into answers here
 * @param kept when something was kept last, or ""
 */
public record DebriefWholePage(
    String path,
    String called,
    String about,
    When ended,
    String words,
    boolean isReading,
    String kept,
    List<Section> sections,
    String problem) {

  public DebriefWholePage {
    sections = List.copyOf(sections);
  }

  /** Questions that belong together. */
  public record Section(String key, String title, long answered, List<DebriefPage.Field> fields) {

    public Section {
      fields = List.copyOf(fields);
    }
  }
}
