package io.politely.interviews.web;

import io.politely.interviews.web.DebriefPage.Option;
import java.util.List;

/**
 * The questions that were asked in meetings.
 *
 * @param interviewer the id of who asked, or ""
 * @param interviewerName their name, or ""
 */
public record QuestionsPage(
    String words,
    List<Option> companies,
    List<Option> kinds,
    String interviewer,
    String interviewerName,
    boolean isNarrowed,
    List<Row> rows) {

  public QuestionsPage {
    companies = List.copyOf(companies);
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  /** A question, with where it was asked. */
  public record Row(String id, String words, String times, List<Who> by) {

    public Row {
      by = List.copyOf(by);
    }
  }

  /** Somebody who asked it. */
  public record Who(String name, String path) {}
}
