package io.politely.calendar;

import io.politely.calendar.RepeatDates.Budget;
import io.politely.calendar.RepeatRule.Read.Understood;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A clock as a calendar file defines it (RFC 5545, 3.6.5): what it shows from which moment on. What
 * is broken in it is passed over; where nothing is left, there is no clock.
 */
final class ZoneDefinition {

  private static final int MOST_CHANGES = 2_000;
  private static final LocalDateTime FROM = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final LocalDateTime UNTIL = LocalDateTime.of(2050, 1, 1, 0, 0);

  private final List<ContentLine> lines;
  private final Budget budget;
  private final TreeMap<Instant, ZoneOffset> changes = new TreeMap<>();
  private Instant earliest = Instant.MAX;
  private ZoneOffset first = ZoneOffset.UTC;

  private ZoneDefinition(List<ContentLine> lines, Budget budget) {
    this.lines = lines;
    this.budget = budget;
  }

  /** The clock of the lines within a VTIMEZONE; empty where they define none. */
  static Optional<ZoneRules> rules(List<ContentLine> lines, Budget budget) {
    return new ZoneDefinition(lines, budget).rules();
  }

  private Optional<ZoneRules> rules() {
    var part = new ArrayList<ContentLine>();
    for (var line : lines) {
      switch (line.name()) {
        case "BEGIN" -> part.clear();
        case "END" -> observe(part);
        default -> part.add(line);
      }
    }
    return earliest.equals(Instant.MAX) ? Optional.empty() : Optional.of(chained());
  }

  private void observe(List<ContentLine> part) {
    var from = offset(part, "TZOFFSETFROM");
    var to = offset(part, "TZOFFSETTO");
    var begins = value(part, "DTSTART").flatMap(text -> IcsTime.parse(text, null));
    if (to.isEmpty()) {
      return;
    }
    var before = from.orElse(to.get());
    var start = begins.map(IcsTime::local).orElse(FROM);
    change(start, before, to.get());
    var rule = value(part, "RRULE").map(RepeatRule::parse);
    if (rule.isPresent() && rule.get() instanceof Understood(var understood)) {
      // Its last day is written in UTC.
      var until = understood.until();
      var last =
          until == null
              ? UNTIL
              : until.isDay()
                  ? until.local().plusDays(1)
                  : until.isUtc()
                      ? until.local().plusSeconds(before.getTotalSeconds()).plusSeconds(1)
                      : until.local().plusSeconds(1);
      RepeatDates.within(
              understood,
              start,
              start.isBefore(FROM) ? FROM : start,
              last.isAfter(UNTIL) ? UNTIL : last,
              _ -> false,
              MOST_CHANGES,
              budget)
          .all()
          .forEach(date -> change(date, before, to.get()));
    }
    part.stream()
        .filter(line -> line.name().equals("RDATE"))
        .flatMap(line -> line.values().stream())
        .limit(MOST_CHANGES)
        .flatMap(text -> IcsTime.parse(text, null).stream())
        .forEach(date -> change(date.local(), before, to.get()));
  }

  private void change(LocalDateTime shown, ZoneOffset before, ZoneOffset after) {
    var at = shown.toInstant(before);
    if (changes.size() < MOST_CHANGES) {
      changes.put(at, after);
    }
    if (at.isBefore(earliest)) {
      earliest = at;
      first = before;
    }
  }

  /** Each change begins with what the clock showed, not with what it is said to have shown. */
  private ZoneRules chained() {
    var transitions = new ArrayList<ZoneOffsetTransition>();
    var offset = first;
    for (var change : changes.entrySet()) {
      if (!change.getValue().equals(offset)) {
        var shown = LocalDateTime.ofInstant(change.getKey(), offset);
        transitions.add(ZoneOffsetTransition.of(shown, offset, change.getValue()));
        offset = change.getValue();
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }

  private static Optional<String> value(List<ContentLine> part, String name) {
    return part.stream()
        .filter(line -> line.name().equals(name))
        .map(ContentLine::value)
        .findFirst();
  }

  private static Optional<ZoneOffset> offset(List<ContentLine> part, String name) {
    return value(part, name).flatMap(ZoneDefinition::offset);
  }

  /** {@code +0100}, {@code -053000}; some write {@code 0100} or {@code +1:00}. */
  static Optional<ZoneOffset> offset(String text) {
    var digits = text.strip().replace(":", "");
    boolean negative = digits.startsWith("-");
    digits = digits.replaceFirst("^[+-]", "");
    if (digits.length() % 2 == 1) {
      digits = "0" + digits;
    }
    if (!digits.matches("[0-9]{2,6}")) {
      return Optional.empty();
    }
    var whole = (digits + "0000").substring(0, 6);
    int seconds =
        Integer.parseInt(whole.substring(0, 2)) * 3600
            + Integer.parseInt(whole.substring(2, 4)) * 60
            + Integer.parseInt(whole.substring(4, 6));
    try {
      return Optional.of(ZoneOffset.ofTotalSeconds(negative ? -seconds : seconds));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
