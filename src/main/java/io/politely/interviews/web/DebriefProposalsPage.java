package io.politely.interviews.web;

import java.util.List;

/** What free words may answer, to be confirmed one by one. */
public record DebriefProposalsPage(String path, String called, List<Row> rows, String problem) {

  public DebriefProposalsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param name of its field
   * @param quote on which it rests, or ""
   * @param before what is answered now, or ""
   * @param isTicked whether it is kept unless somebody takes the tick away
   */
  public record Row(
      String name, String question, String words, String quote, String before, boolean isTicked) {}
}
