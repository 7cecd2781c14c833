package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;

/** Debriefs: those that wait to be told, and those that were. */
public record DebriefsPage(String narrowed, List<Row> open, List<Row> told) {

  public DebriefsPage {
    open = List.copyOf(open);
    told = List.copyOf(told);
  }

  /**
   * One of them.
   *
   * @param state the answer to the one question, or how far it is
   */
  public record Row(String path, String called, String about, String state, When ended) {}
}
