package io.politely.calendar;

import static java.util.Comparator.comparing;

import io.politely.calendar.EventText.Length;
import io.politely.calendar.RepeatDates.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of an event: one for each time it takes place within a window, called-off ones
 * included.
 */
final class Occurrences {

  static final int MOST = 2_000;
  static final Duration BACK = Duration.ofDays(400);
  static final Duration AHEAD = Duration.ofDays(400);
  private static final long MOST_WORK = 200_000;

  private final ZoneId here;
  private final Instant from;
  private final Instant until;
  private final Budget work;

  /**
   * Begins.
   *
   * @param here the zone of days, and of times without one
   * @param work that is left for all events of a calendar
   */
  Occurrences(ZoneId here, Instant now, Budget work) {
    this.here = here;
    this.from = now.minus(BACK);
    this.until = now.plus(AHEAD);
    this.work = work;
  }

  /** Enough for any calendar that people keep. */
  static Budget work() {
    return new Budget(10 * MOST_WORK);
  }

  /**
   * What became of an event.
   *
   * @param isCut whether there are more within the window than were looked for
   */
  record Expanded(List<NewMeeting> meetings, boolean isCut) {

    Expanded {
      meetings = List.copyOf(meetings);
    }
  }

  /** The meetings of what is told of one UID: an event, and changed times of it. */
  Expanded of(Collection<EventText> told) {
    var changed = new LinkedHashMap<String, EventText>();
    EventText whole = null;
    for (var event : told) {
      if (event.changes() == null) {
        whole = event;
      } else {
        changed.put(event.changed(), event);
      }
    }
    var meetings = new ArrayList<NewMeeting>();
    boolean cut = whole != null && ofWhole(whole, changed, meetings);
    for (var event : changed.values()) {
      if (meetings.size() >= MOST) {
        return new Expanded(meetings, true);
      }
      var original = event.changes();
      if (original != null) {
        keep(
            meeting(
                event,
                original.key(),
                event.starts(),
                event.length(),
                event.isCancelled() || (whole != null && whole.isCancelled())),
            meetings);
      }
    }
    return new Expanded(meetings, cut);
  }

  /** Adds the times of an event, and takes those out of {@code changed} that are among them. */
  private boolean ofWhole(
      EventText event, Map<String, EventText> changed, List<NewMeeting> meetings) {
    if (!event.isRepeating()) {
      keep(meeting(event, "", event.starts(), event.length(), event.isCancelled()), meetings);
      return false;
    }
    var following = new TreeMap<LocalDateTime, EventText>();
    changed.values().stream()
        .filter(EventText::andAfter)
        .forEach(it -> {
          if (it.changes() != null) {
            following.put(onClockOf(event.starts(), it.changes()), it);
          }
        });
    var budget = new Budget(MOST_WORK);
    var except = new Except(event, budget);
    except.keys().forEach(changed::remove);
    // In order as far as the rule goes, so that there is little to sort.
    var times = new LinkedHashMap<String, EventText.Extra>();
    event.extras().forEach(extra -> times.putIfAbsent(extra.starts().key(), extra));
    boolean isCut = rule(event, event.rule(), times, budget);
    var ordered =
        times.values().stream().sorted(comparing(it -> it.starts().instant(here))).toList();
    for (var time : ordered) {
      var key = time.starts().key();
      if (except.holds(time.starts())) {
        continue;
      }
      if (meetings.size() >= MOST) {
        return true;
      }
      keep(one(event, time, key, changed.remove(key), following), meetings);
    }
    return isCut;
  }

  private NewMeeting one(
      EventText event,
      EventText.Extra time,
      String key,
      @Nullable EventText exactly,
      NavigableMap<LocalDateTime, EventText> following) {
    var length = time.length() == null ? event.length() : time.length();
    if (exactly != null) {
      return meeting(
          exactly,
          key,
          exactly.starts(),
          exactly.length(),
          exactly.isCancelled() || event.isCancelled());
    }
    var since = following.floorEntry(time.starts().local());
    if (since == null) {
      return meeting(event, key, time.starts(), length, event.isCancelled());
    }
    var shape = since.getValue();
    var shift = Duration.between(since.getKey(), onClockOf(event.starts(), shape.starts()));
    return meeting(
        shape,
        key,
        time.starts().at(time.starts().local().plus(shift)),
        shape.length(),
        shape.isCancelled() || event.isCancelled());
  }

  /** Adds what a rule says; whether there is more. */
  private boolean rule(
      EventText event,
      @Nullable RepeatRule rule,
      Map<String, EventText.Extra> into,
      Budget budget) {
    var starts = event.starts();
    if (rule == null) {
      into.putIfAbsent(starts.key(), new EventText.Extra(starts, null));
      return false;
    }
    var dates = dates(event, rule, budget);
    dates
        .all()
        .forEach(date -> {
          var time = starts.at(date);
          into.putIfAbsent(time.key(), new EventText.Extra(time, null));
        });
    return dates.isCut();
  }

  private RepeatDates.Dates dates(EventText event, RepeatRule rule, Budget budget) {
    if (!work.spend(1)) {
      return new RepeatDates.Dates(List.of(), true);
    }
    var starts = event.starts();
    var zone = zone(starts);
    long before = budget.left();
    // What began before the window may reach into it.
    var first =
        zone.local(from).minusDays(event.length().days() + event.length().seconds() / 86_400 + 1);
    var dates =
        RepeatDates.within(
            rule, starts.local(), first, zone.local(until), isPast(rule, zone), MOST, budget);
    work.spend(before - budget.left());
    return dates;
  }

  private Predicate<LocalDateTime> isPast(RepeatRule rule, Zone zone) {
    var last = rule.until();
    if (last == null) {
      return _ -> false;
    }
    if (last.isDay()) {
      return date -> date.toLocalDate().isAfter(last.local().toLocalDate());
    }
    return last.isUtc()
        ? date -> zone.instant(date).isAfter(last.instant(here))
        : date -> date.isAfter(last.local());
  }

  /** The times at which an event does not take place. */
  private final class Except {
    private final Set<String> keys = new HashSet<>();
    private final Set<String> days = new HashSet<>();

    Except(EventText event, Budget budget) {
      var starts = event.starts();
      for (var time : event.except()) {
        if (time.isDay() && !starts.isDay()) {
          days.add(time.key());
        } else if (starts.isDay()) {
          keys.add(IcsTime.day(time.local().toLocalDate()).key());
        } else {
          keys.add((time.zone() == null ? starts.at(time.local()) : time).key());
        }
      }
      if (event.exceptRule() != null) {
        dates(event, event.exceptRule(), budget)
            .all()
            .forEach(date -> keys.add(starts.at(date).key()));
      }
    }

    Set<String> keys() {
      return keys;
    }

    boolean holds(IcsTime time) {
      return keys.contains(time.key())
          || (!days.isEmpty() && days.contains(IcsTime.day(time.local().toLocalDate()).key()));
    }
  }

  private LocalDateTime onClockOf(IcsTime clock, IcsTime time) {
    return time.isDay() || time.zone() == null || clock.isDay()
        ? time.local()
        : zone(clock).local(time.instant(here));
  }

  private Zone zone(IcsTime time) {
    return Optional.ofNullable(time.zone()).orElseGet(() -> Zone.of(here));
  }

  private void keep(NewMeeting meeting, List<NewMeeting> into) {
    if (!meeting.ends().isBefore(from) && meeting.starts().isBefore(until)) {
      into.add(meeting);
    }
  }

  private NewMeeting meeting(
      EventText event, String original, IcsTime starts, Length length, boolean isCancelled) {
    var zone = zone(starts);
    var begins = zone.instant(starts.local());
    var ends =
        (length.days() == 0 ? begins : zone.instant(starts.local().plusDays(length.days())))
            .plusSeconds(length.seconds());
    return new NewMeeting(
        event.uid(),
        original,
        event.sequence(),
        event.stamp(),
        event.title(),
        event.place(),
        event.words(),
        begins,
        ends.isBefore(begins) ? begins : ends,
        starts.isDay(),
        zone.at(begins),
        isCancelled ? MeetingState.CANCELLED : MeetingState.BOOKED,
        event.isPrivate(),
        event.attendees());
  }
}
