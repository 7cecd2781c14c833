package io.politely.interviews.web;

import java.util.List;

/** What free words may answer, to be confirmed one by one. */
public record DebriefProposalsPage(String path, String called, List<Row> rows) {

  public DebriefProposalsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param name of its field
   * @param quote on which it rests, or ""
   * @param before what is answered now, or ""
   */
  public record Row(String name, String question, String words, String quote, String before) {}
}
