package io.politely.calendar;

import io.politely.accounts.Accounts;
import io.politely.calendar.SourceStore.Answered;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes in calendars that came by mail (iTIP, RFC 5546): whoever invites says when it is and that
 * it is called off, whoever is invited says whether they come, and nobody anything else.
 */
@Component
class Invitations {

  private final SourceStore events;
  private final EventIntake intake;
  private final Accounts accounts;

  Invitations(SourceStore events, EventIntake intake, Accounts accounts) {
    this.events = events;
    this.intake = intake;
    this.accounts = accounts;
  }

  /**
   * What became of one.
   *
   * @param touched the events whose meetings have to be settled
   */
  record Result(Received received, Set<String> touched) {

    Result {
      touched = Set.copyOf(touched);
    }
  }

  /**
   * Takes one in.
   *
   * @param source the mail
   * @param from who sent it
   */
  Result take(WorkspaceId workspace, SourceId source, EmailAddress from, byte[] part) {
    var reading = intake.reader().read(part);
    if (reading.events().isEmpty()) {
      return new Result(Received.NOTHING, Set.of());
    }
    var uids = reading.events().stream().map(EventText::uid).distinct().toList();
    var known = events.ofUids(workspace, uids);
    return switch (reading.method()) {
      case "", "REQUEST", "PUBLISH", "ADD" -> invited(workspace, source, from, reading, known);
      case "CANCEL" -> cancelled(workspace, source, from, reading.events(), known);
      case "REPLY", "COUNTER" -> answered(workspace, from, reading, known);
      // Whoever invites keeps to the time that is known, or is asked for it again.
      case "DECLINECOUNTER", "REFRESH" -> new Result(Received.KNOWN, Set.of());
      default -> new Result(Received.NOTHING, Set.of());
    };
  }

  private Result invited(
      WorkspaceId workspace,
      SourceId source,
      EmailAddress from,
      IcsReading reading,
      List<KnownEvent> known) {
    var own = accounts.ownAddresses(workspace);
    var told = new ArrayList<KnownEvent>();
    boolean refused = false;
    for (var event : reading.events()) {
      var whole = reading.method().equals("ADD") ? event.asAddition() : event;
      var kept = KnownEvent.ofMail(whole, source, own);
      if (isOrganiser(from, kept)
          && telling(known, event.uid()).allMatch(it -> isOrganiser(from, it))) {
        if (ofUid(known, event.uid())
            .filter(it -> it.source().equals(source) && it.key().equals(kept.key()))
            .allMatch(it -> KnownEvent.LATER.compare(kept, it) >= 0)) {
          told.add(kept);
        }
      } else {
        refused = true;
      }
    }
    return took(workspace, source, told, known, refused);
  }

  private Result cancelled(
      WorkspaceId workspace,
      SourceId source,
      EmailAddress from,
      List<EventText> cancellations,
      List<KnownEvent> known) {
    var told = new ArrayList<KnownEvent>();
    boolean refused = false;
    for (var event : cancellations) {
      var own = KnownEvent.ofMail(event, source, accounts.ownAddresses(workspace));
      var before = ofUid(known, event.uid()).toList();
      boolean mayCancel =
          before.isEmpty()
              ? isOrganiser(from, own)
              : telling(known, event.uid()).allMatch(it -> isOrganiser(from, it));
      if (!mayCancel) {
        refused = true;
        continue;
      }
      // Whoever calls it off seldom says again how it repeats.
      var same = before.stream().filter(it -> it.changes().equals(own.changes())).toList();
      var latest = same.stream().max(KnownEvent.LATER);
      if (latest.isEmpty()) {
        told.add(own);
      } else if (event.sequence() >= latest.get().sequence()
          && !isOlder(event, latest.get(), source)) {
        told.add(latest.get().from(source).cancelled(event.sequence(), event.stamp()));
      }
    }
    return took(workspace, source, told, known, refused);
  }

  private Result took(
      WorkspaceId workspace,
      SourceId source,
      List<KnownEvent> told,
      List<KnownEvent> known,
      boolean refused) {
    var before = known.stream().filter(it -> it.source().equals(source)).toList();
    var taken = intake.take(workspace, told, before, false);
    return new Result(
        !taken.touched().isEmpty()
            ? Received.TAKEN
            : refused ? Received.NOT_BELIEVED : Received.KNOWN,
        taken.touched());
  }

  private Result answered(
      WorkspaceId workspace, EmailAddress from, IcsReading reading, List<KnownEvent> known) {
    var touched = new HashSet<String>();
    boolean refused = false;
    for (var event : reading.events()) {
      var theirs =
          event.attendees().stream()
              .filter(it -> it.address().equals(from) && !it.isOrganiser())
              .findFirst();
      boolean invited =
          ofUid(known, event.uid())
              .flatMap(it -> it.attendees().stream())
              .anyMatch(it -> it.address().equals(from));
      if (theirs.isEmpty() || !invited) {
        refused = true;
        continue;
      }
      // Whoever proposes another time has not agreed to this one.
      var answer =
          reading.method().equals("COUNTER") ? Attendee.Answer.TENTATIVE : theirs.get().answer();
      if (events.keep(
          workspace, new Answered(event.uid(), event.changed(), from, answer, event.stamp()))) {
        touched.add(event.uid());
      }
    }
    return new Result(
        !touched.isEmpty() ? Received.TAKEN : refused ? Received.NOT_BELIEVED : Received.KNOWN,
        touched);
  }

  private static Stream<KnownEvent> ofUid(List<KnownEvent> known, String uid) {
    return known.stream().filter(it -> it.uid().equals(uid));
  }

  /** Whether mail told of it again since, without counting the version up. */
  private static boolean isOlder(EventText event, KnownEvent latest, SourceId source) {
    return latest.source().equals(source)
        && event.sequence() == latest.sequence()
        && event.stamp().isAfter(Instant.EPOCH)
        && event.stamp().isBefore(latest.stamp());
  }

  /** Who invites to what is private only mail tells: a calendar shows that one is busy. */
  private static Stream<KnownEvent> telling(List<KnownEvent> known, String uid) {
    var all = ofUid(known, uid).toList();
    var telling = all.stream().filter(it -> !it.isPrivate() || it.organiser().isPresent()).toList();
    return (telling.isEmpty() ? all : telling).stream();
  }

  private static boolean isOrganiser(EmailAddress from, KnownEvent event) {
    return event.organiser().filter(from::equals).isPresent();
  }
}
