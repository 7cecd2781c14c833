package io.politely.interviews.web;

import java.util.List;

/**
 * A scorecard.
 *
 * @param handedIn when it was handed in, or ""
 * @param waiting what is said of sheets that are not shown, or ""
 */
public record ScorecardPage(
    String path,
    String title,
    String candidate,
    List<Criterion> criteria,
    String handedIn,
    String waiting,
    String problem) {

  public ScorecardPage {
    criteria = List.copyOf(criteria);
  }

  /** A requirement, what one saw of it, and what others did. */
  public record Criterion(
      String id, String words, List<MeetingPage.Choice> seen, String evidence, List<Other> others) {

    public Criterion {
      seen = List.copyOf(seen);
      others = List.copyOf(others);
    }
  }

  /** What another member saw. */
  public record Other(String name, String seen, String evidence) {}
}
