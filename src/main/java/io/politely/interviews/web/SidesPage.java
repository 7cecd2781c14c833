package io.politely.interviews.web;

import java.util.List;

/**
 * One meeting as the candidate and as the client tell it.
 *
 * @param asked when the client was asked, or ""
 * @param outcome where the candidate is told how it ended, or ""
 */
public record SidesPage(
    String path,
    String called,
    String about,
    String candidate,
    String asked,
    String outcome,
    List<Row> rows,
    String problem) {

  public SidesPage {
    rows = List.copyOf(rows);
  }

  /** A question to both. */
  public record Row(String question, String told, DebriefPage.Field client) {}
}
