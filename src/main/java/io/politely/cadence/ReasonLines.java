package io.politely.cadence;

import java.util.List;

/**
 * Reasons to write to somebody, as pages show them.
 *
 * @param path where another is noted
 * @param back the page that shows them
 */
public record ReasonLines(String path, String back, List<Line> lines) {

  public ReasonLines {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param detail where it is from, and until when it is one, or ""
   * @param path of it
   */
  public record Line(String words, String detail, String path) {}

  /** Those of the person of a page. */
  public static ReasonLines of(List<News> news, String person, String back) {
    var path = person + "/reasons";
    return new ReasonLines(
        path,
        back,
        news.stream().map(it -> new Line(it.words(), it.source(), path + "/" + it.id())).toList());
  }
}
