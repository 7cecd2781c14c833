package io.politely.calendar;

import io.politely.calendar.RepeatDates.Budget;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which clock a calendar file means: one that the world knows, by its IANA name, also behind a
 * prefix of some program, or by its name in Windows; else the one that the file defines.
 */
final class Zones {

  private static final Map<String, String> KNOWN =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id.toLowerCase(Locale.ROOT), id -> id, (a, _) -> a));

  private static final int LONGEST_NAME = 200;

  private static final Set<String> DEFINING =
      Set.of("BEGIN", "END", "DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE");

  /** It is kept with each event that it is the clock of. */
  private static final int LONGEST_DEFINITION = 8_000;

  private final Map<String, String> windows;
  private final Map<String, List<ContentLine>> definitions = new HashMap<>();
  private final Map<String, Optional<Zone>> found = new LinkedHashMap<>();
  private final Budget budget;

  /**
   * Begins with a file that defines nothing.
   *
   * @param windows IANA names by names in Windows, in lower case
   */
  Zones(Map<String, String> windows, Budget budget) {
    this.windows = windows;
    this.budget = budget;
  }

  /** The file defines this. */
  void define(List<ContentLine> lines) {
    lines.stream()
        .filter(line -> line.name().equals("TZID"))
        .findFirst()
        .ifPresent(line -> definitions.putIfAbsent(name(line.text()), List.copyOf(lines)));
  }

  /** The clock of this name; empty where nobody knows it. */
  Optional<Zone> zone(String named) {
    return found.computeIfAbsent(name(named), this::find);
  }

  private Optional<Zone> find(String name) {
    var known = known(name).or(() -> Optional.ofNullable(windows.get(name)));
    return known.isPresent()
        ? known.map(id -> Zone.of(ZoneId.of(id)))
        : defined(name).or(() -> offset(name));
  }

  private static Optional<String> known(String name) {
    var rest = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    while (true) {
      var id = KNOWN.get(rest);
      int slash = rest.indexOf('/');
      if (id != null || slash < 0) {
        return Optional.ofNullable(id);
      }
      rest = rest.substring(slash + 1);
    }
  }

  private Optional<Zone> defined(String name) {
    var lines = definitions.get(name);
    if (lines == null) {
      return Optional.empty();
    }
    var written = written(lines);
    return written.stream().mapToInt(String::length).sum() > LONGEST_DEFINITION
        ? Optional.empty()
        : ZoneDefinition.rules(lines, budget).map(rules -> new Zone(name, rules, written));
  }

  private static List<String> written(List<ContentLine> lines) {
    var written = new ArrayList<String>();
    for (var line : lines) {
      if (DEFINING.contains(line.name())) {
        written.add(line.name() + ":" + line.value());
      }
    }
    return written;
  }

  /** {@code UTC+2}, {@code GMT+0100}. */
  private static Optional<Zone> offset(String name) {
    return name.matches("(utc|gmt)[+-][0-9]{1,2}(:?[0-9]{2})?")
        ? ZoneDefinition.offset(name.substring(3)).map(Zone::of)
        : Optional.empty();
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Names in Windows from the lines of a table: a name, a tab, an IANA name. */
  static Map<String, String> windows(List<String> table) {
    var zones = new TreeMap<String, String>();
    for (var line : table) {
      int tab = line.indexOf('\t');
      if (tab > 0 && !line.startsWith("#")) {
        zones.put(line.substring(0, tab).toLowerCase(Locale.ROOT), line.substring(tab + 1).strip());
      }
    }
    return Map.copyOf(zones);
  }
}
