package io.politely.today.web;

import io.politely.web.Moments;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A day to put something off to.
 *
 * @param until the word that the form sends: {@code next-week}
 * @param word what the button says
 * @param day which day that is
 */
public record SnoozeChoice(String until, String word, String day) {

  /** The usual ones; the ledger understands the same words. */
  static List<SnoozeChoice> all(Moments moments) {
    var today = moments.today();
    var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return List.of(
        new SnoozeChoice("tomorrow", "Tomorrow", moments.day(today.plusDays(1))),
        new SnoozeChoice("next-week", "Next week", moments.day(monday)),
        new SnoozeChoice("in-two-weeks", "In two weeks", moments.day(today.plusWeeks(2))),
        new SnoozeChoice("in-a-month", "In a month", moments.day(today.plusMonths(1))));
  }
}
