package io.politely.cadence.web;

import io.politely.ledger.SnoozeChoice;
import io.politely.web.When;
import java.util.List;

/**
 * What to send next, and what is to be decided.
 *
 * @param lead how things stand, a sentence
 * @param due what can be sent now
 * @param ready how many of them can be approved as they are
 * @param decide what waits for a decision of the user
 * @param coming what comes in the next days
 * @param later what is planned beyond, or waits for something
 * @param more how many of those are not shown
 * @param over what ended, the newest first
 * @param snoozes the usual days to set one off to
 * @param tomorrow the first day to which one can be set off
 * @param known what was before the reader's eyes
 */
public record FollowUpsPage(
    String lead,
    List<Row> due,
    int ready,
    List<Row> decide,
    List<Row> coming,
    List<Row> later,
    long more,
    List<Row> over,
    List<SnoozeChoice.Button> snoozes,
    String tomorrow,
    String known) {

  public FollowUpsPage {
    due = List.copyOf(due);
    decide = List.copyOf(decide);
    coming = List.copyOf(coming);
    later = List.copyOf(later);
    over = List.copyOf(over);
    snoozes = List.copyOf(snoozes);
  }

  /**
   * One of them.
   *
   * @param what "2 of 3, by e-mail", or what is to be decided
   * @param why now
   * @param hash of the drafted letter; "" where it cannot be approved as it is
   * @param needs what is missing for that, a sentence, or ""
   */
  public record Row(
      String id,
      String path,
      String name,
      String situation,
      String what,
      String why,
      When when,
      int pressing,
      int afterwards,
      int number,
      String subject,
      String body,
      String hash,
      String needs) {}
}
