package io.politely.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day that a sentence names, on the calendar of its writer. A span ends on its last day for
 * what is promised, begins on its first for what is put off: nobody is chased too early.
 */
final class DueDates {

  private DueDates() {}

  /** The last day on which what the sentence promises or asks for is in time; null without one. */
  static @Nullable LocalDate due(String sentence, LocalDate today, Place place) {
    var days = WorkingDays.of(place.country());
    LocalDate due = null;
    for (var phrase : future(sentence, today, place)) {
      boolean limit =
          phrase.relation() == DatePhrase.Relation.BY
              || phrase.relation() == DatePhrase.Relation.BEFORE;
      if (due == null || limit) {
        due = phrase.due(days);
      }
    }
    return due;
  }

  /** The first day on which what the sentence puts off may be taken up; null without one. */
  static @Nullable LocalDate earliest(String sentence, LocalDate today, Place place) {
    var phrases = future(sentence, today, place);
    return phrases.isEmpty() ? null : phrases.getFirst().earliest(WorkingDays.of(place.country()));
  }

  private static List<DatePhrase> future(String sentence, LocalDate today, Place place) {
    return DateGrammar.find(sentence, today, place).stream()
        .filter(phrase -> !phrase.last().isBefore(today))
        .toList();
  }
}
