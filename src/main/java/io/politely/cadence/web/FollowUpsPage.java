package io.politely.cadence.web;

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
 * @param known what was before the reader's eyes
 */
public record FollowUpsPage(
    String lead, List<Row> due, int ready, List<Row> decide, List<Row> coming, String known) {

  public FollowUpsPage {
    due = List.copyOf(due);
    decide = List.copyOf(decide);
    coming = List.copyOf(coming);
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
