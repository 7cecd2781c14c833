package io.politely.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an event repeats (RFC 5545, 3.3.10). Only what is within the limits can be written: neither
 * every second nor every minute, lists of at most 1,000 combinations.
 *
 * @param every that many periods, from 1
 * @param count of all occurrences, or null
 * @param until the last moment or day, or null
 * @param days of weeks; with a number, only that one of its month or year, from the end where it is
 *     below zero
 * @param weekStart with which a week begins
 * @param text as it is written
 */
record RepeatRule(
    Period period,
    int every,
    @Nullable Integer count,
    @Nullable IcsTime until,
    Set<Integer> months,
    Set<Integer> weeks,
    Set<Integer> yearDays,
    Set<Integer> monthDays,
    List<WeekDay> days,
    Set<Integer> hours,
    Set<Integer> minutes,
    Set<Integer> seconds,
    Set<Integer> positions,
    DayOfWeek weekStart,
    String text) {

  static final int MOST_COMBINATIONS = 1_000;

  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.of(
          "MO", DayOfWeek.MONDAY,
          "TU", DayOfWeek.TUESDAY,
          "WE", DayOfWeek.WEDNESDAY,
          "TH", DayOfWeek.THURSDAY,
          "FR", DayOfWeek.FRIDAY,
          "SA", DayOfWeek.SATURDAY,
          "SU", DayOfWeek.SUNDAY);

  RepeatRule {
    months = Set.copyOf(months);
    weeks = Set.copyOf(weeks);
    yearDays = Set.copyOf(yearDays);
    monthDays = Set.copyOf(monthDays);
    days = List.copyOf(days);
    hours = Set.copyOf(hours);
    minutes = Set.copyOf(minutes);
    seconds = Set.copyOf(seconds);
    positions = Set.copyOf(positions);
  }

  /** Whether each period holds one date, so that they can be counted without looking. */
  boolean isOncePerPeriod() {
    boolean isPlain =
        Stream.of(months, weeks, yearDays, monthDays, hours, minutes, seconds, positions)
                .allMatch(Set::isEmpty)
            && days.isEmpty();
    return isPlain
        && switch (period) {
          case HOURLY, DAILY, WEEKLY -> true;
          case MONTHLY, YEARLY -> false;
        };
  }

  /** How often. */
  enum Period {
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY
  }

  /**
   * A day of the week.
   *
   * @param which 0 for every one
   */
  record WeekDay(int which, DayOfWeek day) {}

  /** What a rule says, or why it is not followed. */
  sealed interface Read {
    record Understood(RepeatRule rule) implements Read {}

    /**
     * Refused.
     *
     * @param why goes on with "it": "repeats every second"
     */
    record Refused(String why) implements Read {}
  }

  static Read parse(String text) {
    var parts = new HashMap<String, String>();
    for (var part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.putIfAbsent(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    try {
      return read(parts, text.strip().toUpperCase(Locale.ROOT));
    } catch (NotARule e) {
      return new Read.Refused(e.why);
    }
  }

  private static Read read(Map<String, String> parts, String text) throws NotARule {
    var period = period(parts.getOrDefault("FREQ", ""));
    var rule =
        new RepeatRule(
            period,
            number(parts, "INTERVAL", 1, 1),
            parts.containsKey("COUNT") ? number(parts, "COUNT", 1, 1) : null,
            parts.containsKey("UNTIL")
                ? IcsTime.parse(parts.get("UNTIL"), null)
                    .orElseThrow(() -> new NotARule("ends on a day that is none"))
                : null,
            list(parts, "BYMONTH", 1, 12),
            list(parts, "BYWEEKNO", -53, 53),
            list(parts, "BYYEARDAY", -366, 366),
            list(parts, "BYMONTHDAY", -31, 31),
            days(parts.getOrDefault("BYDAY", "")),
            list(parts, "BYHOUR", 0, 23),
            list(parts, "BYMINUTE", 0, 59),
            list(parts, "BYSECOND", 0, 60),
            list(parts, "BYSETPOS", -366, 366),
            Optional.ofNullable(WEEKDAYS.get(parts.getOrDefault("WKST", "MO")))
                .orElse(DayOfWeek.MONDAY),
            text);
    return rule.combinations() > MOST_COMBINATIONS
        ? new Read.Refused("repeats by lists with more than 1,000 combinations")
        : new Read.Understood(rule);
  }

  private long combinations() {
    long product = 1;
    for (var size :
        List.of(
            months.size(),
            weeks.size(),
            yearDays.size(),
            monthDays.size(),
            days.size(),
            hours.size(),
            minutes.size(),
            seconds.size())) {
      product *= Math.max(1, size);
    }
    return product;
  }

  private static Period period(String word) throws NotARule {
    return switch (word) {
      case "SECONDLY" -> throw new NotARule("repeats every second");
      case "MINUTELY" -> throw new NotARule("repeats every minute");
      case "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" -> Period.valueOf(word);
      case "" -> throw new NotARule("repeats without saying how often");
      default -> throw new NotARule("repeats in a way that is not known");
    };
  }

  private static int number(Map<String, String> parts, String key, int otherwise, int least)
      throws NotARule {
    var text = parts.get(key);
    if (text == null) {
      return otherwise;
    }
    int number = integer(text, key);
    if (number < least) {
      throw new NotARule("repeats by %s=%d, which is no number of times".formatted(key, number));
    }
    return number;
  }

  private static int integer(String text, String key) throws NotARule {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new NotARule("repeats by %s, which holds no number".formatted(key));
    }
  }

  private static Set<Integer> list(Map<String, String> parts, String key, int least, int most)
      throws NotARule {
    var numbers = new HashSet<Integer>();
    var text = parts.get(key);
    if (text != null) {
      for (var one : text.split(",", -1)) {
        int number = integer(one, key);
        if (number < least || number > most || (number == 0 && least < 0)) {
          throw new NotARule("repeats by %s=%d, which there is not".formatted(key, number));
        }
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static List<WeekDay> days(String text) throws NotARule {
    var days = new HashSet<WeekDay>();
    if (text.isEmpty()) {
      return List.of();
    }
    for (var one : text.split(",", -1)) {
      var word = one.strip();
      var day = word.length() < 2 ? null : WEEKDAYS.get(word.substring(word.length() - 2));
      if (day == null) {
        throw new NotARule("repeats on a day of the week that there is not");
      }
      var which = word.substring(0, word.length() - 2);
      int number = which.isEmpty() ? 0 : integer(which, "BYDAY");
      if (Math.abs(number) > 53) {
        throw new NotARule("repeats on a day of the week that there is not");
      }
      days.add(new WeekDay(number, day));
    }
    return new ArrayList<>(days);
  }

  private static final class NotARule extends Exception {
    private static final long serialVersionUID = 1;
    private final String why;

    NotARule(String why) {
      super(why);
      this.why = why;
    }
  }
}
