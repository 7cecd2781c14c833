package io.politely.calendar;

import io.politely.calendar.RepeatRule.Period;
import io.politely.calendar.RepeatRule.WeekDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a rule, on the clock of its event. The event's own start is the first of them,
 * whether the rule meets it or not.
 */
final class RepeatDates {

  /** What a period costs beside its dates, measured in dates. */
  private static final long A_PERIOD = 8;

  /** What a date costs that is kept: a meeting is made of it. */
  private static final long A_FIND = 20;

  private final RepeatRule rule;
  private final LocalDateTime start;
  private final Budget budget;
  private final List<LocalTime> times;

  private RepeatDates(RepeatRule rule, LocalDateTime start, Budget budget) {
    this.rule = rule;
    this.start = start;
    this.budget = budget;
    this.times = times(rule, start);
  }

  /** How much work is left; shared by all events of a calendar. */
  static final class Budget {
    private long steps;

    Budget(long steps) {
      this.steps = steps;
    }

    long left() {
      return Math.max(0, steps);
    }

    boolean spend(long some) {
      steps -= some;
      return steps >= 0;
    }
  }

  /**
   * Dates of a rule.
   *
   * @param isCut whether there are more than were looked for
   */
  record Dates(List<LocalDateTime> all, boolean isCut) {

    Dates {
      all = List.copyOf(all);
    }
  }

  /**
   * Those within a time, ascending.
   *
   * @param isPast whether a date lies behind the last one
   * @param most more than that many are not looked for
   */
  static Dates within(
      RepeatRule rule,
      LocalDateTime start,
      LocalDateTime from,
      LocalDateTime until,
      Predicate<LocalDateTime> isPast,
      int most,
      Budget budget) {
    return new RepeatDates(rule, start, budget).within(from, until, isPast, most);
  }

  private Dates within(
      LocalDateTime from, LocalDateTime until, Predicate<LocalDateTime> isPast, int most) {
    var found = new ArrayList<LocalDateTime>();
    if (!start.isBefore(from) && start.isBefore(until)) {
      found.add(start);
    }
    long first = first(from);
    long counted = Math.max(1, first / rule.every());
    for (long period = first; ; period += rule.every()) {
      var begin = begin(period);
      if (begin == null || !begin.isBefore(until)) {
        return new Dates(found, false);
      }
      if (!budget.spend(cost())) {
        return new Dates(found, true);
      }
      for (var dates = dates(period, begin); dates.hasNext(); ) {
        var date = dates.next();
        if (!date.isAfter(start)) {
          continue;
        }
        counted++;
        if ((rule.count() != null && counted > rule.count())
            || isPast.test(date)
            || !date.isBefore(until)) {
          return new Dates(found, false);
        }
        if (!date.isBefore(from)) {
          if (found.size() == most || !budget.spend(A_FIND)) {
            return new Dates(found, true);
          }
          found.add(date);
        }
      }
    }
  }

  /** What lies long before need not be looked at, where it is not counted one by one. */
  private long first(LocalDateTime from) {
    if ((rule.count() != null && !rule.isOncePerPeriod()) || !from.isAfter(start)) {
      return 0;
    }
    long between = unit().between(start, from) - 2;
    return between <= 0 ? 0 : between / rule.every() * rule.every();
  }

  private ChronoUnit unit() {
    return switch (rule.period()) {
      case HOURLY -> ChronoUnit.HOURS;
      case DAILY -> ChronoUnit.DAYS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case YEARLY -> ChronoUnit.YEARS;
    };
  }

  private long cost() {
    long days =
        switch (rule.period()) {
          case HOURLY, DAILY -> 1;
          case WEEKLY -> 7;
          case MONTHLY -> 31;
          case YEARLY -> hasMonths() ? 31L * rule.months().size() : isFixedMonth() ? 1 : 366;
        };
    return A_PERIOD + days * Math.max(1, times.size());
  }

  /** When a period begins; null behind the end of all calendars. */
  private @Nullable LocalDateTime begin(long period) {
    var day = start.toLocalDate();
    if (period > 4_000_000L * 24) {
      return null;
    }
    return switch (rule.period()) {
      case HOURLY -> start.truncatedTo(ChronoUnit.HOURS).plusHours(period);
      case DAILY -> day.plusDays(period).atStartOfDay();
      case WEEKLY ->
          day.with(TemporalAdjusters.previousOrSame(rule.weekStart()))
              .plusWeeks(period)
              .atStartOfDay();
      case MONTHLY -> day.withDayOfMonth(1).plusMonths(period).atStartOfDay();
      case YEARLY -> period > 10_000 ? null : day.withDayOfYear(1).plusYears(period).atStartOfDay();
    };
  }

  private Iterator<LocalDateTime> dates(long period, LocalDateTime begin) {
    return rule.isOncePerPeriod()
        ? List.of(start.plus(period, unit())).iterator()
        : inPeriod(begin).iterator();
  }

  /** The dates of a period, ascending. */
  private Stream<LocalDateTime> inPeriod(LocalDateTime begin) {
    var times = times(begin);
    var dates =
        days(begin.toLocalDate())
            .filter(this::isDay)
            .flatMap(day -> times.stream().map(day::atTime));
    return rule.positions().isEmpty() ? dates : positions(dates.toList());
  }

  /** The days of a period, or of those of its parts in which one can be. */
  private Stream<LocalDate> days(LocalDate begin) {
    return switch (rule.period()) {
      case HOURLY, DAILY -> Stream.of(begin);
      case WEEKLY -> days(begin, 7);
      case MONTHLY -> days(begin, begin.lengthOfMonth());
      case YEARLY -> {
        if (isFixedMonth() && !hasMonths()) {
          var day = start.toLocalDate().withYear(begin.getYear());
          // The 29th of February is in some years only.
          yield day.getDayOfMonth() == start.getDayOfMonth() ? Stream.of(day) : Stream.empty();
        }
        yield hasMonths()
            ? rule.months().stream()
                .sorted()
                .map(begin::withMonth)
                .flatMap(month -> days(month, month.lengthOfMonth()))
            : days(begin, begin.lengthOfYear());
      }
    };
  }

  private static Stream<LocalDate> days(LocalDate first, int some) {
    return IntStream.range(0, some).mapToObj(first::plusDays);
  }

  private boolean hasMonths() {
    return !rule.months().isEmpty();
  }

  private Stream<LocalDateTime> positions(List<LocalDateTime> all) {
    return rule.positions().stream()
        .map(position -> position > 0 ? position - 1 : all.size() + position)
        .filter(index -> index >= 0 && index < all.size())
        .distinct()
        .sorted()
        .map(all::get);
  }

  private boolean isDay(LocalDate day) {
    return (rule.months().isEmpty()
            ? !isFixedMonth() || day.getMonth() == start.getMonth()
            : rule.months().contains(day.getMonthValue()))
        && (rule.weeks().isEmpty() || isWeek(day))
        && holds(rule.yearDays(), day.getDayOfYear(), day.lengthOfYear())
        && (rule.monthDays().isEmpty()
            ? !isFixedMonthDay() || day.getDayOfMonth() == start.getDayOfMonth()
            : holds(rule.monthDays(), day.getDayOfMonth(), day.lengthOfMonth()))
        && (rule.days().isEmpty()
            ? !isFixedWeekDay() || day.getDayOfWeek() == start.getDayOfWeek()
            : rule.days().stream().anyMatch(one -> isWeekDay(one, day)));
  }

  /** Once a year without saying when: on the day of the start. */
  private boolean isFixedMonth() {
    return rule.period() == Period.YEARLY
        && rule.weeks().isEmpty()
        && rule.yearDays().isEmpty()
        && rule.monthDays().isEmpty()
        && rule.days().isEmpty();
  }

  private boolean isFixedMonthDay() {
    return (rule.period() == Period.YEARLY || rule.period() == Period.MONTHLY)
        && rule.weeks().isEmpty()
        && rule.yearDays().isEmpty()
        && rule.days().isEmpty();
  }

  private boolean isFixedWeekDay() {
    return rule.period() == Period.WEEKLY
        || (rule.period() == Period.YEARLY
            && !rule.weeks().isEmpty()
            && rule.yearDays().isEmpty()
            && rule.monthDays().isEmpty());
  }

  private static boolean holds(Set<Integer> numbers, int number, int length) {
    return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - length - 1);
  }

  private boolean isWeek(LocalDate day) {
    var fields = WeekFields.of(rule.weekStart(), 4);
    int week = day.get(fields.weekOfWeekBasedYear());
    // 28 December is always in the last one.
    int weeks =
        LocalDate.of(day.get(fields.weekBasedYear()), 12, 28).get(fields.weekOfWeekBasedYear());
    return rule.weeks().contains(week) || rule.weeks().contains(week - weeks - 1);
  }

  private boolean isWeekDay(WeekDay one, LocalDate day) {
    if (day.getDayOfWeek() != one.day()) {
      return false;
    }
    boolean ofMonth =
        rule.period() == Period.MONTHLY
            || (rule.period() == Period.YEARLY && !rule.months().isEmpty());
    boolean ofYear = rule.period() == Period.YEARLY && rule.weeks().isEmpty();
    if (one.which() == 0 || (!ofMonth && !ofYear)) {
      return true;
    }
    int number = ofMonth ? day.getDayOfMonth() : day.getDayOfYear();
    int length = ofMonth ? YearMonth.from(day).lengthOfMonth() : day.lengthOfYear();
    return one.which() > 0
        ? (number - 1) / 7 + 1 == one.which()
        : (length - number) / 7 + 1 == -one.which();
  }

  private List<LocalTime> times(LocalDateTime begin) {
    if (rule.period() != Period.HOURLY) {
      return times;
    }
    int hour = begin.getHour();
    return rule.hours().isEmpty() || rule.hours().contains(hour)
        ? times.stream().map(time -> time.withHour(hour)).toList()
        : List.of();
  }

  /** The times of a day; of each hour, where it repeats by the hour. */
  private static List<LocalTime> times(RepeatRule rule, LocalDateTime start) {
    var times = new TreeSet<LocalTime>();
    var hours = rule.period() == Period.HOURLY ? Set.of(0) : or(rule.hours(), start.getHour());
    for (int hour : hours) {
      for (int minute : or(rule.minutes(), start.getMinute())) {
        for (int second : or(rule.seconds(), start.getSecond())) {
          times.add(LocalTime.of(hour, minute, Math.min(second, 59)));
        }
      }
    }
    return List.copyOf(times);
  }

  private static Set<Integer> or(Set<Integer> some, int otherwise) {
    return some.isEmpty() ? Set.of(otherwise) : some;
  }
}
