package io.politely.calendar;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Accounts;
import io.politely.calendar.SourceStore.Answered;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.People;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes in what sources tell, and makes meetings of it: of all that is told of an event, its latest
 * version counts. Runs in the transactions of {@link Calendar}.
 */
@Component
class EventIntake {

  private static final int MOST_TOLD = 50;
  private static final int UIDS_AT_ONCE = 1_000;

  private final SourceStore events;
  private final MeetingStore meetings;
  private final People people;
  private final Accounts accounts;
  private final IcsReader reader;

  EventIntake(
      SourceStore events,
      MeetingStore meetings,
      People people,
      Accounts accounts,
      WindowsZonesFile windows) {
    this.events = events;
    this.meetings = meetings;
    this.people = people;
    this.accounts = accounts;
    this.reader = new IcsReader(windows.zones());
  }

  IcsReader reader() {
    return reader;
  }

  /**
   * What became of what a source told.
   *
   * @param touched the events whose meetings have to be settled
   */
  record Taken(int added, int changed, int cancelled, int unchanged, Set<String> touched) {

    Taken {
      touched = Set.copyOf(touched);
    }
  }

  /**
   * What became of meetings.
   *
   * @param cut a sentence for each event of which some times were left out
   */
  record Settled(boolean isChanged, List<String> cut) {

    Settled {
      cut = List.copyOf(cut);
    }
  }

  /**
   * Takes in what a source tells.
   *
   * @param known what it told before, of what it tells now
   * @param isAll whether what is known and not told is gone
   */
  Taken take(
      WorkspaceId workspace,
      Collection<KnownEvent> told,
      Collection<KnownEvent> known,
      boolean isAll) {
    var before = known.stream().collect(toMap(KnownEvent::key, it -> it, (one, _) -> one));
    var latest = new LinkedHashMap<String, KnownEvent>();
    withoutErased(workspace, told)
        .forEach(event -> latest.merge(event.key(), event, maxBy(KnownEvent.LATER)));
    var touched = new LinkedHashSet<String>();
    var kept = new ArrayList<KnownEvent>();
    int added = 0;
    int changed = 0;
    int cancelled = 0;
    int unchanged = 0;
    for (var event : latest.values()) {
      var former = before.remove(event.key());
      if (former != null && event.tellsAs(former)) {
        unchanged++;
        if (!event.etag().equals(former.etag())) {
          kept.add(event);
        }
        continue;
      }
      kept.add(event);
      touched.add(event.uid());
      if (former == null) {
        added++;
      } else if (event.isCancelled() && !former.isCancelled()) {
        cancelled++;
      } else {
        changed++;
      }
    }
    events.keep(workspace, kept);
    if (isAll) {
      events.forget(workspace, before.values());
      for (var gone : before.values()) {
        touched.add(gone.uid());
        cancelled += gone.isCancelled() ? 0 : 1;
      }
    }
    return new Taken(added, changed, cancelled, unchanged, touched);
  }

  /** Whoever was erased stays out, and so do words that may be about them. */
  private List<KnownEvent> withoutErased(WorkspaceId workspace, Collection<KnownEvent> told) {
    var named = new HashSet<EmailAddress>();
    var byEvent = new HashMap<KnownEvent, Set<EmailAddress>>();
    for (var event : told) {
      var some =
          Stream.concat(
                  event.attendees().stream().map(Attendee::address),
                  Mentions.addressesIn(event.title() + "\n" + event.place() + "\n" + event.words())
                      .stream())
              .collect(toSet());
      byEvent.put(event, some);
      named.addAll(some);
    }
    var erased = named.isEmpty() ? Set.<EmailAddress>of() : people.erasedAmong(workspace, named);
    if (erased.isEmpty()) {
      return List.copyOf(told);
    }
    return told.stream()
        .map(event ->
            byEvent.getOrDefault(event, Set.of()).stream().anyMatch(erased::contains)
                ? event.without(erased)
                : event)
        .toList();
  }

  /**
   * Makes the meetings of these events what is told of them now.
   *
   * @return whether any changed, and a sentence for each event that repeats too often
   */
  Settled settle(WorkspaceId workspace, Collection<String> uids, Instant now) {
    var all = List.copyOf(uids);
    var occurrences = new Occurrences(here(workspace), now, Occurrences.work());
    var own = accounts.ownAddresses(workspace);
    boolean changed = false;
    var cut = new ArrayList<String>();
    for (int from = 0; from < all.size(); from += UIDS_AT_ONCE) {
      var some = all.subList(from, Math.min(all.size(), from + UIDS_AT_ONCE));
      changed |= settleSome(workspace, some, occurrences, own, cut, now);
    }
    return new Settled(changed, cut.stream().limit(MOST_TOLD).toList());
  }

  private boolean settleSome(
      WorkspaceId workspace,
      List<String> uids,
      Occurrences occurrences,
      Set<EmailAddress> own,
      List<String> cut,
      Instant now) {
    var told =
        events.ofUids(workspace, uids).stream()
            .collect(
                groupingBy(
                    KnownEvent::uid,
                    toMap(
                        KnownEvent::changes,
                        Function.identity(),
                        maxBy(KnownEvent.LATER),
                        LinkedHashMap::new)));
    var answers = events.answers(workspace, uids).stream().collect(groupingBy(Answered::uid));
    var known = meetings.ofUids(workspace, uids);
    var differing = new LinkedHashMap<MeetingId, NewMeeting>();
    var present = new HashSet<MeetingId>();
    told.forEach((uid, versions) -> {
      var texts = versions.values().stream().flatMap(it -> it.read(reader).stream()).toList();
      var expanded = occurrences.of(texts);
      if (expanded.isCut()) {
        cut.add(
            "“%s” repeats more often than is looked for: later times of it were left out."
                .formatted(texts.getFirst().title()));
      }
      for (var meeting : expanded.meetings()) {
        var whole = answered(meeting, answers.getOrDefault(uid, List.of())).seenBy(own).opaque();
        var id = MeetingId.of(uid, whole.original());
        present.add(id);
        var former = known.get(id);
        if (former == null || !whole.tellsAs(former)) {
          differing.put(id, whole);
        }
      }
    });
    known.forEach((id, meeting) -> {
      if (!present.contains(id)
          && meeting.state() == MeetingState.BOOKED
          && isGone(meeting, told.containsKey(meeting.uid()), now)) {
        differing.put(id, meeting.cancelled());
      }
    });
    meetings.put(workspace, differing, now);
    return !differing.isEmpty();
  }

  /** What lies beyond the window is not told of; what is over took place. */
  private static boolean isGone(NewMeeting meeting, boolean isTold, Instant now) {
    return isTold
        ? meeting.ends().isAfter(now.minus(Occurrences.BACK))
            && meeting.starts().isBefore(now.plus(Occurrences.AHEAD).minus(Duration.ofDays(1)))
        : meeting.ends().isAfter(now);
  }

  /** With what was answered by mail since it was told. */
  private static NewMeeting answered(NewMeeting meeting, List<Answered> answers) {
    var latest = new HashMap<EmailAddress, Answered>();
    answers.stream()
        .filter(it -> it.changes().isEmpty() || it.changes().equals(meeting.original()))
        .filter(it -> it.stamp().isAfter(meeting.stamp()))
        .forEach(
            it -> latest.merge(it.address(), it, (a, b) -> a.stamp().isAfter(b.stamp()) ? a : b));
    return latest.isEmpty()
        ? meeting
        : meeting.inviting(
            meeting.attendees().stream()
                .map(one -> {
                  var answer = latest.get(one.address());
                  return answer == null
                      ? one
                      : new Attendee(one.address(), one.name(), answer.answer(), one.isOrganiser());
                })
                .toList());
  }

  private ZoneId here(WorkspaceId workspace) {
    var members = accounts.members(workspace);
    return members.isEmpty() ? ZoneOffset.UTC : members.getFirst().zone();
  }
}
