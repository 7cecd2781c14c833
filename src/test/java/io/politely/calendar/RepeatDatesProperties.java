package io.politely.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.RepeatDates.Budget;
import io.politely.calendar.RepeatDates.Dates;
import io.politely.calendar.RepeatRule.Read.Understood;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;

class RepeatDatesProperties {

  private static final LocalDateTime END = LocalDateTime.of(2060, 1, 1, 0, 0);

  @Property(tries = 1_000)
  void dates_ascend_lie_within_the_window_and_are_no_more_than_counted(
      @ForAll("rules") String rule,
      @ForAll("starts") LocalDateTime start,
      @ForAll @IntRange(min = 0, max = 2_000) int days) {
    var from = start.plusDays(days / 2);
    var until = start.plusDays(days);

    var dates = dates(rule, start, from, until, 500).all();

    assertThat(dates).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(500);
    assertThat(dates).allMatch(date -> !date.isBefore(from) && date.isBefore(until));
    var understood = ((Understood) RepeatRule.parse(rule)).rule();
    if (understood.count() != null) {
      assertThat(dates).hasSizeLessThanOrEqualTo(understood.count());
    }
  }

  @Property(tries = 500)
  void a_window_cuts_out_what_the_whole_holds(
      @ForAll("rules") String rule,
      @ForAll("starts") LocalDateTime start,
      @ForAll @IntRange(min = 0, max = 1_500) int days) {
    var from = start.plusDays(days);
    var until = from.plusDays(200);

    var whole = dates(rule, start, start, until, 100_000);

    assertThat(dates(rule, start, from, until, 100_000).all())
        .isEqualTo(whole.all().stream().filter(date -> !date.isBefore(from)).toList());
  }

  /** Day by day, as one would count on a wall calendar. */
  @Property(tries = 1_000)
  void every_some_days_or_weeks_are_those_of_a_wall_calendar(
      @ForAll("starts") LocalDateTime start,
      @ForAll @IntRange(min = 1, max = 30) int every,
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll Set<DayOfWeek> days) {
    var daily = new ArrayList<LocalDateTime>();
    for (int i = 0; i < count; i++) {
      daily.add(start.plusDays((long) i * every));
    }
    assertThat(dates("FREQ=DAILY;INTERVAL=%d;COUNT=%d".formatted(every, count), start))
        .isEqualTo(daily);

    var monday = start.toLocalDate().with(DayOfWeek.MONDAY);
    var weekly = new ArrayList<>(List.of(start));
    for (var day = start.plusDays(1); weekly.size() < count; day = day.plusDays(1)) {
      long weeks = ChronoUnit.WEEKS.between(monday, day.toLocalDate());
      boolean isDay =
          days.isEmpty()
              ? day.getDayOfWeek() == start.getDayOfWeek()
              : days.contains(day.getDayOfWeek());
      if (weeks % every == 0 && isDay) {
        weekly.add(day);
      }
    }
    var list =
        days.isEmpty()
            ? ""
            : ";BYDAY="
                + String.join(",", days.stream().map(day -> day.name().substring(0, 2)).toList());
    assertThat(dates("FREQ=WEEKLY;INTERVAL=%d;COUNT=%d%s".formatted(every, count, list), start))
        .isEqualTo(weekly);
  }

  @Property(tries = 1_000)
  void another_program_finds_the_same_dates(
      @ForAll("rules") String rule, @ForAll("starts") LocalDateTime start)
      throws InvalidRecurrenceRuleException {
    var theirs = theirs(rule, start);
    if (rule.startsWith("FREQ=YEARLY;BYMONTHDAY")) {
      return; // for us a day of every month, as the table of the standard says; for it of one
    }
    // Whether a start that its rule does not meet counts is not settled among programs.
    if (!theirs.isEmpty() && theirs.getFirst().equals(start)) {
      var ours = dates(rule, start, start, END, 60).all();
      var known = theirs.stream().filter(date -> date.isBefore(END)).toList();
      assertThat(ours).isEqualTo(known);
    }
  }

  /** What the other program finds; nothing where it gives up, since many years bring nothing. */
  private static List<LocalDateTime> theirs(String rule, LocalDateTime start)
      throws InvalidRecurrenceRuleException {
    var theirs = new ArrayList<LocalDateTime>();
    try {
      var iterator =
          new RecurrenceRule(rule)
              .iterator(
                  new DateTime(
                      start.getYear(),
                      start.getMonthValue() - 1,
                      start.getDayOfMonth(),
                      start.getHour(),
                      start.getMinute(),
                      start.getSecond()));
      while (iterator.hasNext() && theirs.size() < 60) {
        var date = iterator.nextDateTime();
        theirs.add(
            LocalDateTime.of(
                date.getYear(),
                date.getMonth() + 1,
                date.getDayOfMonth(),
                date.getHours(),
                date.getMinutes(),
                date.getSeconds()));
      }
      return theirs;
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  @Provide
  Arbitrary<LocalDateTime> starts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4_000), Arbitraries.integers().between(0, 86_399))
        .as((day, second) ->
            LocalDate.of(2018, 1, 1).plusDays(day).atStartOfDay().plusSeconds(second));
  }

  @Provide
  Arbitrary<String> rules() {
    var every = Arbitraries.integers().between(1, 5).map(it -> ";INTERVAL=" + it);
    var end =
        Arbitraries.of(
            "", ";COUNT=1", ";COUNT=7", ";COUNT=40", ";UNTIL=20250601", ";UNTIL=20300101T120000");
    return Combinators.combine(shapes(), every, end).as((shape, some, last) -> shape + some + last);
  }

  private static Arbitrary<String> shapes() {
    return Arbitraries.of(
        "FREQ=HOURLY",
        "FREQ=HOURLY;BYHOUR=9,13",
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,FR",
        "FREQ=DAILY;BYMONTH=1,7",
        "FREQ=DAILY;BYHOUR=8,16;BYMINUTE=0,30",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR,1MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=3,11",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTHDAY=-3",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU");
  }

  private static List<LocalDateTime> dates(String rule, LocalDateTime start) {
    return dates(rule, start, start, END, 100_000).all();
  }

  private static Dates dates(
      String rule, LocalDateTime start, LocalDateTime from, LocalDateTime until, int most) {
    var understood = ((Understood) RepeatRule.parse(rule)).rule();
    var last = understood.until();
    return RepeatDates.within(
        understood,
        start,
        from,
        until,
        date ->
            last != null
                && (last.isDay()
                    ? date.toLocalDate().isAfter(last.local().toLocalDate())
                    : date.isAfter(last.local())),
        most,
        new Budget(100_000_000));
  }
}
