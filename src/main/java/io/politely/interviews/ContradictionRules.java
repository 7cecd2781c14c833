package io.politely.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether two answers to the same question contradict each other: by their figures. Pure. */
final class ContradictionRules {

  /** Figures this close are the same: four weeks are a month. */
  private static final double SAME = 0.08;

  private static final int THOUSAND = 1_000;

  private static final Pattern FIGURE =
      Pattern.compile("(\\d[\\d.,'’ ]*\\d|\\d)\\s*(\\p{L}*)|\\b(\\p{L}+)\\s+(\\p{L}+)");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("eight", 8),
          Map.entry("ten", 10),
          Map.entry("twelve", 12),
          Map.entry("einen", 1),
          Map.entry("zwei", 2),
          Map.entry("drei", 3),
          Map.entry("vier", 4),
          Map.entry("sechs", 6));

  /** What a unit makes of a number: days, or thousands. */
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("k", 1_000),
          Map.entry("tsd", 1_000),
          Map.entry("thousand", 1_000),
          Map.entry("day", 1),
          Map.entry("days", 1),
          Map.entry("week", 7),
          Map.entry("weeks", 7),
          Map.entry("woche", 7),
          Map.entry("wochen", 7),
          Map.entry("month", 30),
          Map.entry("months", 30),
          Map.entry("monat", 30),
          Map.entry("monate", 30),
          Map.entry("year", 365),
          Map.entry("years", 365));

  private ContradictionRules() {}

  /** Whether both name figures, and none of one is among those of the other. */
  static boolean contradict(String one, String other) {
    var these = figures(one);
    var those = figures(other);
    return !these.isEmpty()
        && !those.isEmpty()
        && these.stream().noneMatch(it -> those.stream().anyMatch(that -> isSame(it, that)));
  }

  /** Of pay the thousands are left out: 70 is 70,000. */
  private static boolean isSame(double one, double other) {
    return isNear(one, other) || isNear(one * THOUSAND, other) || isNear(one, other * THOUSAND);
  }

  private static boolean isNear(double one, double other) {
    return Math.abs(one - other) <= SAME * Math.max(one, other);
  }

  static List<Double> figures(String words) {
    var figures = new ArrayList<Double>();
    var found = FIGURE.matcher(words.toLowerCase(Locale.ROOT));
    int at = 0;
    while (found.find(at)) {
      var digits = found.group(1);
      if (digits != null) {
        figures.add(number(digits) * UNITS.getOrDefault(found.group(2), 1));
        at = found.end();
      } else {
        var number = NUMBERS.get(found.group(3));
        var unit = UNITS.get(found.group(4));
        if (number != null && unit != null) {
          figures.add((double) number * unit);
        }
        // The second word may be the number before the next.
        at = found.start(4);
      }
    }
    return figures;
  }

  /** What separates groups of three digits is no decimal sign. */
  private static double number(String digits) {
    var plain = digits.replaceAll("[ '’]", "").replaceAll("[.,](?=\\d{3}(?!\\d))", "");
    var parsable = plain.replace(',', '.').replaceAll("\\.(?=.*\\.)", "");
    return Double.parseDouble(parsable);
  }
}
