package io.politely.calendar;

import io.politely.calendar.SourceStore.Answered;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
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

  Invitations(SourceStore events, EventIntake intake) {
    this.events = events;
    this.intake = intake;
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
      default -> new Result(Received.NOTHING, Set.of());
    };
  }

  private Result invited(
      WorkspaceId workspace,
      SourceId source,
      EmailAddress from,
      IcsReading reading,
      List<KnownEvent> known) {
    var told = new ArrayList<KnownEvent>();
    boolean refused = false;
    for (var event : reading.events()) {
      var whole = reading.method().equals("ADD") ? event.asAddition() : event;
      var kept = KnownEvent.of(whole, source, "", "");
      if (isOrganiser(from, kept)
          && ofUid(known, event.uid()).allMatch(it -> isOrganiser(from, it))) {
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
      var own = KnownEvent.of(event, source, "", "");
      var before = ofUid(known, event.uid()).toList();
      boolean mayCancel =
          before.isEmpty()
              ? isOrganiser(from, own)
              : before.stream().allMatch(it -> isOrganiser(from, it));
      if (!mayCancel) {
        refused = true;
        continue;
      }
      // Whoever calls it off seldom says again how it repeats.
      var same = before.stream().filter(it -> it.changes().equals(own.changes())).toList();
      var latest = same.stream().max(KnownEvent.LATER);
      if (latest.isEmpty()) {
        told.add(own);
      } else if (event.sequence() >= latest.get().sequence()) {
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

  private static boolean isOrganiser(EmailAddress from, KnownEvent event) {
    return event.organiser().filter(from::equals).isPresent();
  }
}
