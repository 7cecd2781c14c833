package io.politely.calendar;

import io.politely.calendar.RepeatDates.Budget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar files (RFC 5545) as programs write them, within hard limits. What breaks one is
 * left out with a sentence; the rest of the file is kept.
 */
final class IcsReader {

  static final int LARGEST_FILE = 16 << 20;
  static final int LONGEST_LINE = 64 << 10;
  static final int MOST_LINES = 200_000;
  static final int MOST_EVENTS = 20_000;
  private static final int DEEPEST = 50;
  private static final long ZONE_WORK = 500_000;

  /** What an event is read from; alarms, colours and the like are not kept. */
  private static final Set<String> OF_EVENTS =
      Set.of(
          "UID",
          "RECURRENCE-ID",
          "SEQUENCE",
          "DTSTAMP",
          "LAST-MODIFIED",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "EXRULE",
          "RDATE",
          "EXDATE",
          "SUMMARY",
          "LOCATION",
          "DESCRIPTION",
          "STATUS",
          "CLASS",
          "TRANSP",
          "ORGANIZER",
          "ATTENDEE");

  /** Lines that may be long without anything being lost. */
  private static final Set<String> MAY_BE_CUT =
      Set.of("SUMMARY", "LOCATION", "DESCRIPTION", "COMMENT", "ATTACH");

  private static final Map<String, String> OTHERS =
      Map.of(
          "VTODO", "tasks",
          "VJOURNAL", "journal entries",
          "VFREEBUSY", "free and busy times");

  private final Map<String, String> windows;

  /**
   * Begins.
   *
   * @param windows IANA names of time zones by their names in Windows, in lower case
   */
  IcsReader(Map<String, String> windows) {
    this.windows = Map.copyOf(windows);
  }

  /** What a file tells. */
  IcsReading read(byte[] file) {
    return file.length > LARGEST_FILE
        ? new IcsReading(
            false,
            false,
            "",
            "",
            List.of(),
            List.of("The file is larger than 16 MB, and was not read."))
        : new Reading().read(file);
  }

  /** One file being read. */
  private final class Reading {
    private final Remarks remarks = new Remarks();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<EventText> events = new ArrayList<>();
    private final Deque<List<ContentLine>> waiting = new ArrayDeque<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final Budget zoneWork = new Budget(ZONE_WORK);
    private final EventReader.Dates dates = new EventReader.Dates();
    private Zones zones = new Zones(windows, zoneWork);
    private @Nullable List<ContentLine> event;
    private @Nullable List<ContentLine> zone;
    private int eventDepth;
    private int zoneDepth;
    private int begun;
    private boolean isCut;
    private boolean isCalendar;
    private String method = "";
    private String name = "";
    private String ownZone = "";

    IcsReading read(byte[] file) {
      var lines = new ContentLines(file, LONGEST_LINE);
      int count = 0;
      while (lines.hasNext()) {
        if (++count > MOST_LINES) {
          isCut = true;
          remarks.add(
              "The file has more than 200,000 lines: what stands behind them was not read.");
          break;
        }
        if (!take(lines.next())) {
          isCut = true;
          break;
        }
      }
      if (event != null) {
        remarks.add("The file ends within an event, which was left out.");
      }
      finish();
      others.forEach(
          (kind, some) -> remarks.add("%,d %s: only events are read.".formatted(some, kind)));
      if (!isCalendar) {
        remarks.add("This is no calendar file.");
      }
      return new IcsReading(
          isCalendar,
          !isCut && open.isEmpty() && begun == events.size(),
          method,
          name,
          events,
          remarks.all());
    }

    /** Takes a line; false where nothing behind it is read. */
    private boolean take(ContentLines.Line raw) {
      var parsed = ContentLine.parse(raw.text());
      if (parsed.isEmpty()) {
        if (isCalendar && !open.isEmpty()) {
          remarks.add("A line that is none of a calendar was passed over.");
        }
        return true;
      }
      var line = parsed.get();
      return switch (line.name()) {
        case "BEGIN" -> begin(line);
        case "END" -> {
          end(line);
          yield true;
        }
        default -> {
          property(line, raw.isCut());
          yield true;
        }
      };
    }

    private boolean begin(ContentLine line) {
      var component = line.value().strip().toUpperCase(Locale.ROOT);
      if (open.size() >= DEEPEST) {
        remarks.add("Its parts are nested more than 50 deep: what stands behind was not read.");
        event = null;
        return false;
      }
      if (zone != null) {
        zone.add(new ContentLine("BEGIN", component));
      }
      open.push(component);
      boolean within = event != null || zone != null;
      switch (component) {
        case "VCALENDAR" -> isCalendar = true;
        case "VEVENT" -> {
          if (!within && isCalendar) {
            if (++begun > MOST_EVENTS) {
              remarks.add(
                  "The file has more than 20,000 events: what stands behind them was not read.");
              return false;
            }
            event = new ArrayList<>();
            eventDepth = open.size();
          }
        }
        case "VTIMEZONE" -> {
          if (!within) {
            zone = new ArrayList<>();
            zoneDepth = open.size();
          }
        }
        default -> {
          var kind = within ? null : OTHERS.get(component);
          if (kind != null) {
            others.merge(kind, 1, Integer::sum);
          }
        }
      }
      return true;
    }

    /** Closes a part, and what was left open within. */
    private void end(ContentLine line) {
      var component = line.value().strip().toUpperCase(Locale.ROOT);
      if (!open.contains(component)) {
        return;
      }
      if (zone != null && open.size() > zoneDepth) {
        zone.add(new ContentLine("END", component));
      }
      while (!open.pop().equals(component)) {
        // An end that is missing is no reason to lose the rest.
      }
      if (event != null && open.size() < eventDepth) {
        waiting.add(event);
        event = null;
      }
      if (zone != null && open.size() < zoneDepth) {
        zones.define(zone);
        zone = null;
      }
      if (component.equals("VCALENDAR")) {
        finish();
      }
    }

    private void property(ContentLine line, boolean isCut) {
      if (event != null) {
        if (open.size() == eventDepth && OF_EVENTS.contains(line.name())) {
          if (isCut && !MAY_BE_CUT.contains(line.name())) {
            event.add(new ContentLine(EventReader.TOO_LONG, line.name()));
          } else {
            event.add(line);
          }
        }
      } else if (zone != null) {
        zone.add(line);
      } else if (open.size() == 1) {
        switch (line.name()) {
          case "METHOD" -> method = line.value().strip().toUpperCase(Locale.ROOT);
          case "X-WR-CALNAME", "NAME" -> name = EventReader.clean(line.text(), 200);
          case "X-WR-TIMEZONE" -> ownZone = line.text();
          default -> {
            // Who wrote the file, and how it looks there.
          }
        }
      }
    }

    /** Zones may be defined behind the events that name them. */
    private void finish() {
      var own = ownZone.isBlank() ? null : zones.zone(ownZone).orElse(null);
      var reader = new EventReader(zones, own, method, dates, remarks);
      int number = events.size();
      while (!waiting.isEmpty()) {
        reader.read(waiting.poll(), ++number).ifPresent(events::add);
      }
      zones = new Zones(windows, zoneWork);
      ownZone = "";
    }
  }

  /** Sentences about what was left out, each once. */
  static final class Remarks {
    private static final int MOST = 50;
    private final Set<String> sentences = new LinkedHashSet<>();
    private int more;

    void add(String sentence) {
      if (sentences.size() < MOST) {
        sentences.add(sentence);
      } else if (!sentences.contains(sentence)) {
        more++;
      }
    }

    List<String> all() {
      var all = new ArrayList<>(sentences);
      if (more > 0) {
        all.add("%,d more like these.".formatted(more));
      }
      return all;
    }
  }
}
