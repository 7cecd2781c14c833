package io.politely.outbox.web;

import io.politely.web.When;
import java.util.List;

/**
 * Everything that will leave, what is in doubt, and what left lately.
 *
 * @param summary how much there is, a sentence
 * @param fence why nothing is sent from here, or ""
 * @param days what waits, by the reader's days
 */
public record OutboxPage(
    String summary, String fence, List<Doubt> doubts, List<Day> days, List<Row> done) {

  public OutboxPage {
    doubts = List.copyOf(doubts);
    days = List.copyOf(days);
    done = List.copyOf(done);
  }

  /**
   * A mail.
   *
   * @param look the suffix of its chip
   * @param why what holds it, or what went wrong; ""
   * @param time the hour at which it leaves or left, in the reader's zone
   * @param isHeld whether it waits for a person
   * @param isOpen whether it can be taken back
   * @param conversation where it belongs, or ""
   * @param known what was before the reader's eyes
   */
  public record Row(
      String path,
      String subject,
      String to,
      String look,
      String icon,
      String word,
      String why,
      When at,
      String time,
      boolean isHeld,
      boolean isOpen,
      String conversation,
      String known) {}

  /** A mail in doubt with what happened to it; {@code sent}: what its Sent folder tells, or "". */
  public record Doubt(Row row, List<StepLine> steps, String sent) {

    public Doubt {
      steps = List.copyOf(steps);
    }
  }

  /** One day, or what comes after the days that are shown. */
  public record Day(String id, String name, List<Row> rows) {

    public Day {
      rows = List.copyOf(rows);
    }
  }

  /** Something that happened to a mail; {@code by}: who did it, "" where the program did. */
  public record StepLine(When at, String time, String state, String reason, String by) {}
}
