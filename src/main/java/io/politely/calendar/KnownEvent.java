package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An event as a source tells of it, in the form in which it is kept: words apart from times, so
 * that somebody who is erased can be taken out of them.
 *
 * @param changes which time of it this changes; "" for all
 * @param timing a calendar file of its times alone
 * @param people a line each: organiser or guest, the answer, the address, the name
 * @param href where it lies on its server, or ""
 * @param etag which version of it, or ""
 */
record KnownEvent(
    SourceId source,
    String uid,
    String changes,
    int sequence,
    Instant stamp,
    String timing,
    boolean repeats,
    String title,
    String place,
    String words,
    String people,
    boolean isCancelled,
    boolean isPrivate,
    String href,
    String etag) {

  /** Of two versions, the later. */
  static final Comparator<KnownEvent> LATER =
      Comparator.comparingInt(KnownEvent::sequence)
          .thenComparing(KnownEvent::stamp)
          .thenComparing(KnownEvent::isCancelled);

  static KnownEvent of(EventText event, SourceId source, String href, String etag) {
    return of(event, source, event.isPrivate() ? List.of() : event.attendees(), href, etag);
  }

  /**
   * One that came by mail: of a private one is kept who invites, for that is who may call it off,
   * and what we answered.
   */
  static KnownEvent ofMail(EventText event, SourceId source, Set<EmailAddress> own) {
    var people =
        event.attendees().stream()
            .filter(it -> !event.isPrivate() || it.isOrganiser() || own.contains(it.address()))
            .toList();
    return of(event, source, people, "", "");
  }

  private static KnownEvent of(
      EventText event, SourceId source, List<Attendee> people, String href, String etag) {
    return new KnownEvent(
        source,
        event.uid(),
        event.changed(),
        event.sequence(),
        event.stamp(),
        new String(IcsWriter.write(List.of(event.timesAlone())), UTF_8),
        event.isRepeating(),
        event.title(),
        event.place(),
        event.words(),
        people(people),
        event.isCancelled(),
        event.isPrivate(),
        href,
        etag);
  }

  /** Which event of its source it is. */
  String key() {
    return uid + "\n" + changes;
  }

  /** Whether it tells the same; many calendars give each answer a new stamp. */
  boolean tellsAs(KnownEvent other) {
    return equals(other.versioned(stamp, etag));
  }

  private KnownEvent versioned(Instant newStamp, String newEtag) {
    return new KnownEvent(
        source,
        uid,
        changes,
        sequence,
        newStamp,
        timing,
        repeats,
        title,
        place,
        words,
        people,
        isCancelled,
        isPrivate,
        href,
        newEtag);
  }

  /** The same of another source. */
  KnownEvent from(SourceId other) {
    return new KnownEvent(
        other,
        uid,
        changes,
        sequence,
        stamp,
        timing,
        repeats,
        title,
        place,
        words,
        people,
        isCancelled,
        isPrivate,
        "",
        "");
  }

  /** The same, called off by a later version. */
  KnownEvent cancelled(int bySequence, Instant at) {
    return new KnownEvent(
        source,
        uid,
        changes,
        Math.max(sequence, bySequence),
        at.isAfter(stamp) ? at : stamp,
        timing,
        repeats,
        title,
        place,
        words,
        people,
        true,
        isPrivate,
        href,
        etag);
  }

  /** The same without some, and without words that may be about them. */
  KnownEvent without(Set<EmailAddress> some) {
    return written(
        "",
        "",
        "",
        people(attendees().stream().filter(it -> !some.contains(it.address())).toList()));
  }

  /** The same with somebody taken out wherever they are named. */
  KnownEvent rewritten(Set<EmailAddress> addresses, UnaryOperator<String> without) {
    var others =
        attendees().stream()
            .filter(it -> !addresses.contains(it.address()))
            .map(it ->
                new Attendee(it.address(), without.apply(it.name()), it.answer(), it.isOrganiser()))
            .toList();
    return written(
        without.apply(title), without.apply(place), without.apply(words), people(others));
  }

  private KnownEvent written(String newTitle, String newPlace, String newWords, String newPeople) {
    return new KnownEvent(
        source,
        uid,
        changes,
        sequence,
        stamp,
        timing,
        repeats,
        newTitle,
        newPlace,
        newWords,
        newPeople,
        isCancelled,
        isPrivate,
        href,
        etag);
  }

  /** What it tells; empty where what is kept of it cannot be read any more. */
  Optional<EventText> read(IcsReader reader) {
    return reader.read(timing.getBytes(UTF_8)).events().stream()
        .findFirst()
        .map(times ->
            times
                .called(uid, sequence, stamp, isPrivate)
                .with(title, place, words, isCancelled, attendees()));
  }

  List<Attendee> attendees() {
    return people.lines().flatMap(line -> attendee(line).stream()).toList();
  }

  Optional<EmailAddress> organiser() {
    return attendees().stream().filter(Attendee::isOrganiser).map(Attendee::address).findFirst();
  }

  /** As it is kept. */
  static String people(List<Attendee> attendees) {
    return attendees.stream()
        .map(one ->
            String.join(
                    " ",
                    one.isOrganiser() ? "organiser" : "guest",
                    one.answer().word(),
                    one.address().value(),
                    one.name().replace('\n', ' '))
                .strip())
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Attendee> attendee(String line) {
    var words = line.split(" ", 4);
    return words.length < 3
        ? Optional.empty()
        : EmailAddress.parse(words[2])
            .map(address ->
                new Attendee(
                    address,
                    words.length > 3 ? words[3] : "",
                    Attendee.Answer.of(words[1]),
                    words[0].equals("organiser")));
  }
}
