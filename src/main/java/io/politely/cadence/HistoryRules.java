package io.politely.cadence;

import io.politely.outbox.OutgoingState;
import io.politely.reading.Intent;
import io.politely.touches.Touch;
import io.politely.touches.TouchKind;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what passed with a person: mail, what beside it was logged, what is approved. */
final class HistoryRules {

  /** What a call or a text asks that nobody answered, in minutes. */
  private static final int CALL_BACK = 15;

  private HistoryRules() {}

  /**
   * A person's history.
   *
   * @param events in conversations with them, also of others who wrote there
   * @param addresses theirs
   * @param states of what was approved; of a mail without one nothing is known any more
   */
  static History of(
      List<Event> events,
      Set<String> addresses,
      List<Touch> touches,
      List<Approval> approved,
      Map<Approval, OutgoingState> states,
      ZoneId zone,
      Instant now) {
    var touched = new ArrayList<Touched>();
    var heard = new ArrayList<Heard>();
    var byInternetId = new HashMap<String, Approval>();
    approved.forEach(it -> byInternetId.put(it.internetId(), it));
    var there = new HashSet<String>();
    var conversations = new HashSet<Object>();
    for (var event : events) {
      if (event.ours() && addresses.contains(event.address())) {
        conversations.add(event.conversation());
        var approval = event.internetId() == null ? null : byInternetId.get(event.internetId());
        if (event.internetId() != null) {
          there.add(event.internetId());
        }
        touched.add(approval == null ? event.touched() : touched(approval, event.at(), false));
      }
    }
    for (var event : events) {
      boolean isTheirs = addresses.contains(event.address());
      if (!event.ours() && (isTheirs || conversations.contains(event.conversation()))) {
        heard.add(event.heard(!isTheirs));
      }
    }
    for (var approval : approved) {
      var state = states.get(approval);
      if (!there.contains(approval.internetId()) && state != null && leavesOrLeft(state)) {
        touched.add(touched(approval, approval.dueAt(), state != OutgoingState.SENT));
      }
    }
    touches.forEach(touch -> beside(touch, zone, now, touched, heard));
    return new History(touched, heard);
  }

  private static boolean leavesOrLeft(OutgoingState state) {
    return state != OutgoingState.CANCELLED && state != OutgoingState.FAILED;
  }

  private static Touched touched(Approval approval, Instant at, boolean isPlanned) {
    return new Touched(
        at,
        Channel.EMAIL,
        approval.askMinutes(),
        approval.value(),
        approval.weighs() ? Touched.Kind.TOUCH : Touched.Kind.ANSWER,
        isPlanned);
  }

  private static void beside(
      Touch touch, ZoneId zone, Instant now, List<Touched> touched, List<Heard> heard) {
    for (var way : touch.ways()) {
      var kind = way.kind();
      if (kind.isConversation()) {
        heard.add(
            touch.at().isAfter(now)
                ? new Heard(
                    now,
                    Heard.Kind.REPLY,
                    Intent.SCHEDULING,
                    touch.at().atZone(zone).toLocalDate(),
                    null,
                    false)
                : new Heard(touch.at(), Heard.Kind.TALK, null, null, null, false));
      } else if (way.byThem() && kind.isContact()) {
        heard.add(new Heard(touch.at(), Heard.Kind.REPLY, Intent.FYI, null, null, false));
      } else {
        var channel = channel(kind);
        if (channel != null) {
          touched.add(
              new Touched(
                  touch.at(), channel, CALL_BACK, ValueKind.NONE, Touched.Kind.TOUCH, false));
        }
      }
    }
  }

  private static @Nullable Channel channel(TouchKind kind) {
    return switch (kind) {
      case MISSED_CALL -> Channel.CALL;
      case VOICEMAIL -> Channel.VOICEMAIL;
      case LINKEDIN -> Channel.LINKEDIN;
      case TEXT -> Channel.SMS;
      case CALL, MEETING, MISSED_MEETING, NOTE -> null;
    };
  }

  /**
   * How close we are, by how often they answered or spoke with us in a year: a stand-in until ties
   * are measured. Three times make a half, and it never reaches one.
   */
  static double tie(History history, Instant now) {
    long words =
        history.heard().stream()
            .filter(it -> it.isHuman() && !it.isColleague() && it.at().isBefore(now))
            .count();
    return Math.min(0.8, 1 - Math.pow(2, -words / 3.0));
  }
}
