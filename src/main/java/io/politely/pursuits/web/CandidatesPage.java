package io.politely.pursuits.web;

import io.politely.pursuits.Stage;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a search.
 *
 * @param path of this page
 * @param words part of a name or address that was searched for
 * @param stage the only one that is shown, a word, or ""
 * @param isWaiting whether only those are shown who wait for an outcome
 * @param whole the path that shows those that are not shown, or ""
 */
public record CandidatesPage(
    String path,
    String pursuit,
    String pursuitPath,
    String words,
    String stage,
    boolean isWaiting,
    List<Tab> tabs,
    Table table,
    String whole) {

  public CandidatesPage {
    tabs = List.copyOf(tabs);
  }

  /** A stage to look at, and how many are in it. */
  public record Tab(String name, String path, int count, boolean isCurrent) {}

  /**
   * Candidates by stages: who waits first, the longest due first.
   *
   * @param found how many there are; rows may be fewer
   */
  public record Table(List<Stage> stages, List<Row> rows, int found) {

    public Table {
      stages = List.copyOf(stages);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A candidate with their own clock.
   *
   * @param path of what is known of them in this search
   * @param reached one for each stage
   * @param since for how long they have been where they are: "12 days"
   * @param clock what they wait for, and by when, or how it ended; or ""
   * @param isLate whether that is over
   */
  public record Row(
      String name,
      String path,
      String stage,
      List<Reached> reached,
      String since,
      String clock,
      boolean isLate) {

    public Row {
      reached = List.copyOf(reached);
    }
  }

  /**
   * A stage of one candidate.
   *
   * @param when they came there; null: never
   * @param isHere whether it is where they are
   */
  public record Reached(@Nullable When when, boolean isHere) {}
}
