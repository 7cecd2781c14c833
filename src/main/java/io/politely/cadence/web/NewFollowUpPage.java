package io.politely.cadence.web;

import java.util.List;

/**
 * Before a follow-up starts: what it would be.
 *
 * @param person their id
 * @param situations to choose
 * @param says what is polite in the chosen one
 * @param event what starts its clock, in words
 * @param beginsWithEvent whether the day of that is asked for
 * @param words how what the user found out is asked for
 * @param asks the follow-up for which this helper is asked, or ""
 * @param leastEvery so many business days lie between two touches at least; 0: that is not asked
 * @param plan the next sixty days if nobody answers
 * @param problem why it was not started, or ""
 */
public record NewFollowUpPage(
    String person,
    String name,
    String personPath,
    String pursuit,
    String pursuitName,
    List<Choice> situations,
    String row,
    String says,
    String event,
    boolean beginsWithEvent,
    boolean needsResearch,
    ResearchWords words,
    String asks,
    String startedOn,
    String promised,
    String every,
    int leastEvery,
    String fact,
    String source,
    String relevance,
    List<Choice> pursuits,
    List<FollowUpPage.Step> plan,
    List<FollowUpPage.Evidence> evidence,
    String today,
    String problem) {

  public NewFollowUpPage {
    situations = List.copyOf(situations);
    pursuits = List.copyOf(pursuits);
    plan = List.copyOf(plan);
    evidence = List.copyOf(evidence);
  }

  /** Something to choose. */
  public record Choice(String id, String said, boolean isChosen) {}
}
