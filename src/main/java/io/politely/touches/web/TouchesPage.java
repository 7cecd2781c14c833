package io.politely.touches.web;

import io.politely.web.When;
import java.util.List;

/**
 * What was logged, the newest first.
 *
 * @param about the pursuit that all of it is about, or ""
 * @param pursuit its id, or ""
 */
public record TouchesPage(String about, String pursuit, List<Row> rows) {

  public TouchesPage {
    rows = List.copyOf(rows);
  }

  /** One of them. */
  public record Row(
      String path, String said, String words, List<Somebody> with, String pursuit, When at) {

    public Row {
      with = List.copyOf(with);
    }
  }

  /** Somebody it was with. */
  public record Somebody(String name, String path) {}
}
