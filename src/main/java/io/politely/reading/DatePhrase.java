package io.politely.reading;

import io.politely.reading.DateTable.Feast;
import io.politely.reading.DateTable.Part;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A day or span of days that a sentence names, and how it stands to what is said.
 *
 * @param relation "by", "until", "after" …
 * @param grain what kind of span it is
 * @param first the first day of the whole span
 * @param last its last day
 * @param part the part of the span that is meant: "the end of"
 * @param feast the feast it is, or null
 * @param begin where the words begin in the sentence
 * @param end where they end
 */
record DatePhrase(
    Relation relation,
    Grain grain,
    LocalDate first,
    LocalDate last,
    Part part,
    @Nullable Feast feast,
    int begin,
    int end) {

  /** How a span stands to what is said of it. */
  enum Relation {
    ON,
    BY,
    BEFORE,
    UNTIL,
    THROUGH,
    AFTER,
    FROM,
    RANGE
  }

  /** What kind of span it is. */
  enum Grain {
    DAY,
    DAYS,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    FEAST
  }

  /** The first day of the part that is meant. */
  LocalDate partFirst() {
    return switch (part) {
      case WHOLE, EARLY, REST, ELAPSED -> first;
      case MIDDLE ->
          switch (grain) {
            case WEEK -> first.plusDays(1);
            case MONTH -> first.withDayOfMonth(10);
            default -> first.plusDays(first.until(last, ChronoUnit.DAYS) / 3);
          };
      case LATE ->
          switch (grain) {
            case WEEK -> first.plusDays(3);
            case MONTH -> first.withDayOfMonth(16);
            case YEAR -> first.withMonth(7);
            default -> first.plusDays(first.until(last, ChronoUnit.DAYS) / 2);
          };
    };
  }

  /** The last day of the part that is meant. */
  LocalDate partLast() {
    return switch (part) {
      case WHOLE, LATE, REST, ELAPSED -> last;
      case EARLY ->
          switch (grain) {
            case WEEK -> first.plusDays(2);
            case MONTH -> first.withDayOfMonth(15);
            case YEAR -> first.withMonth(6).with(TemporalAdjusters.lastDayOfMonth());
            default -> first.plusDays(first.until(last, ChronoUnit.DAYS) / 2);
          };
      case MIDDLE ->
          switch (grain) {
            case WEEK -> first.plusDays(4);
            case MONTH -> first.withDayOfMonth(20);
            default -> first.plusDays(first.until(last, ChronoUnit.DAYS) * 2 / 3);
          };
    };
  }

  /**
   * The first day on which what is said may be taken up: never earlier than asked, a working day.
   */
  LocalDate earliest(WorkingDays days) {
    return days.sameOrNext(
        switch (relation) {
          case UNTIL -> until(days);
          case THROUGH -> last.plusDays(1);
          case AFTER -> afterwards();
          // "I can do nothing before the meeting on the 14th": not on that day either.
          case BEFORE -> last.plusDays(1);
          default -> begins(days);
        });
  }

  /** The first day after it, as for an absence. */
  LocalDate afterwards(WorkingDays days) {
    boolean returning = relation == Relation.FROM || relation == Relation.UNTIL;
    return returning ? earliest(days) : days.sameOrNext(afterwards());
  }

  /** The last day on which what is promised for it is still in time. */
  LocalDate due(WorkingDays days) {
    return days.sameOrNext(
        switch (relation) {
          case BEFORE -> days.sameOrPrevious(begins(days).minusDays(1));
          case AFTER -> grain == Grain.FEAST ? friday(afterwards()) : afterwards();
          default -> ends(days);
        });
  }

  private LocalDate until(WorkingDays days) {
    if (grain != Grain.DAY) {
      return part == Part.WHOLE ? first : afterwards();
    }
    // "Until Monday" means away through Monday; after a weekend Monday is the day of return.
    boolean afterFreeDay = days.isWorking(first) && !days.isWorking(first.minusDays(1));
    return afterFreeDay ? first : first.plusDays(1);
  }

  private LocalDate afterwards() {
    if (feast == null) {
      return part == Part.EARLY ? partLast().plusDays(1) : last.plusDays(1);
    }
    return switch (feast) {
      case YEAR_END, NEW_YEAR, HOLIDAYS -> firstMonday(last);
      case EPIPHANY, WHITSUN, EASTER, CARNIVAL -> last.plusDays(1);
      case THANKSGIVING -> last.plusDays(4);
      case LABOR_DAY -> last.plusDays(1);
      case SUMMER, RENTREE -> last.plusDays(1);
    };
  }

  private LocalDate begins(WorkingDays days) {
    if (feast == Feast.YEAR_END || feast == Feast.NEW_YEAR || turnOfYear()) {
      return firstMonday(LocalDate.of(last.getYear(), 1, 1));
    }
    return switch (part) {
      case WHOLE, EARLY, REST, ELAPSED -> first;
      case MIDDLE -> middle();
      case LATE -> late(days);
    };
  }

  private LocalDate ends(WorkingDays days) {
    if (turnOfYear() || feast == Feast.NEW_YEAR) {
      return friday(firstMonday(LocalDate.of(last.getYear(), 1, 1)));
    }
    return switch (part) {
      case WHOLE, REST, ELAPSED ->
          grain == Grain.WEEK ? lastOfWeek(days) : grain == Grain.DAY ? last : lastWorking(days);
      case EARLY ->
          switch (grain) {
            case MONTH -> first.withDayOfMonth(10);
            case WEEK -> first.plusDays(2);
            case QUARTER -> days.sameOrPrevious(last);
            default -> partLast();
          };
      case MIDDLE -> middle();
      case LATE -> late(days);
    };
  }

  /** "Next month" as a whole is its beginning to who waits for it. */
  private LocalDate lastWorking(WorkingDays days) {
    return days.sameOrPrevious(last);
  }

  private LocalDate lastOfWeek(WorkingDays days) {
    boolean weekend = first.getDayOfWeek() == DayOfWeek.SATURDAY;
    return weekend ? days.sameOrNext(last) : friday(first);
  }

  private boolean turnOfYear() {
    return grain == Grain.YEAR && part == Part.EARLY;
  }

  private LocalDate middle() {
    return switch (grain) {
      case WEEK -> first.plusDays(2);
      case MONTH -> first.withDayOfMonth(15);
      default -> first.plusDays(first.until(last, ChronoUnit.DAYS) / 2);
    };
  }

  private LocalDate late(WorkingDays days) {
    return grain == Grain.WEEK ? friday(first) : days.sameOrPrevious(last);
  }

  private static LocalDate friday(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }

  /** The first Monday on or after the second of January: when people are back. */
  private static LocalDate firstMonday(LocalDate around) {
    int year = around.getMonthValue() > 6 ? around.getYear() + 1 : around.getYear();
    return LocalDate.of(year, 1, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }
}
