package io.politely.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as a calendar tells of it: once, again and again, or one time of those that was changed.
 *
 * @param uid what it is called in every calendar
 * @param changes the one time that this changes, as it was to begin at first; null: all
 * @param andAfter whether it changes every time after that one too
 * @param sequence how often its organiser changed it
 * @param stamp when this version was written
 * @param rule how it repeats, or null
 * @param except times at which it does not take place, of a rule that is no more written too
 * @param isCancelled whether it was called off
 * @param isPrivate whether others see only that one is busy; then nothing else is told, but in a
 *     message who is invited
 * @param isFree whether it leaves one free
 */
record EventText(
    String uid,
    @Nullable IcsTime changes,
    boolean andAfter,
    int sequence,
    Instant stamp,
    IcsTime starts,
    Length length,
    @Nullable RepeatRule rule,
    @Nullable RepeatRule exceptRule,
    List<Extra> extras,
    List<IcsTime> except,
    String title,
    String place,
    String words,
    boolean isCancelled,
    boolean isPrivate,
    boolean isFree,
    List<Attendee> attendees) {

  EventText {
    extras = List.copyOf(extras);
    except = List.copyOf(except);
    attendees = List.copyOf(attendees);
  }

  /**
   * How long it takes.
   *
   * @param days on the clock of its zone
   * @param seconds after those
   */
  record Length(long days, long seconds) {
    static final Length NOTHING = new Length(0, 0);
  }

  /**
   * A further time beside the rule.
   *
   * @param length null: as long as all
   */
  record Extra(IcsTime starts, @Nullable Length length) {}

  boolean isRepeating() {
    return rule != null || !extras.isEmpty();
  }

  /** By what the changed time is known; "" for all times. */
  String changed() {
    return Optional.ofNullable(changes).map(IcsTime::key).orElse("");
  }

  /** The same in other words. */
  EventText with(
      String newTitle,
      String newPlace,
      String newWords,
      boolean cancelled,
      List<Attendee> invited) {
    return new EventText(
        uid,
        changes,
        andAfter,
        sequence,
        stamp,
        starts,
        length,
        rule,
        exceptRule,
        extras,
        except,
        newTitle,
        newPlace,
        newWords,
        cancelled,
        isPrivate,
        isFree,
        invited);
  }

  /** Its times, and nothing else: for keeping them. */
  EventText timesAlone() {
    return called("-", 0, Instant.EPOCH, false).with("", "", "", false, List.of());
  }

  EventText called(String otherUid, int otherSequence, Instant otherStamp, boolean secret) {
    return new EventText(
        otherUid,
        changes,
        andAfter,
        otherSequence,
        otherStamp,
        starts,
        length,
        rule,
        exceptRule,
        extras,
        except,
        title,
        place,
        words,
        isCancelled,
        secret,
        isFree,
        attendees);
  }

  /** One more time of an event, beside those it has. */
  EventText asAddition() {
    return new EventText(
        uid,
        changes == null ? starts : changes,
        false,
        sequence,
        stamp,
        starts,
        length,
        null,
        null,
        List.of(),
        List.of(),
        title,
        place,
        words,
        isCancelled,
        isPrivate,
        isFree,
        attendees);
  }
}
