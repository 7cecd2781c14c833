package io.politely.cadence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Accounts;
import io.politely.cadence.News.Origin;
import io.politely.contacts.Contacts;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.Promise;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.reading.Reader;
import io.politely.reading.WrittenIn;
import io.politely.reading.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks for reasons to write: another job in somebody's signature, a promise kept years ago. */
@Component
class NewsFinder {

  /** A job that began longer ago than that is nothing new. */
  private static final Duration NEW = Duration.ofDays(90);

  /** So many letters of somebody are unpacked: the newest, and those that it is compared with. */
  private static final int LETTERS = 8;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final EventStore events;
  private final People people;
  private final Mail mail;
  private final MessageParser parser;
  private final Ledger ledger;
  private final Accounts accounts;
  private final SignedJobRules jobs;

  NewsFinder(
      EventStore events,
      People people,
      Mail mail,
      MessageParser parser,
      Ledger ledger,
      Accounts accounts,
      Contacts contacts) {
    this.events = events;
    this.people = people;
    this.mail = mail;
    this.parser = parser;
    this.ledger = ledger;
    this.accounts = accounts;
    this.jobs = new SignedJobRules(contacts::seniority);
  }

  /** What the newest letters of some people tell; found again, it has the same id. */
  List<News> inSignatures(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    var zone = zone(workspace);
    var found = new ArrayList<News>();
    var known = people.persons(workspace, persons);
    var letters =
        events.lettersFrom(workspace, addresses(known.values()), LETTERS).stream()
            .collect(groupingBy(Letter::address));
    for (var person : known.values()) {
      var theirs =
          person.addresses().stream()
              .flatMap(it -> letters.getOrDefault(it.address().value(), List.of()).stream())
              .sorted((one, other) -> other.at().compareTo(one.at()))
              .limit(LETTERS)
              .toList();
      if (!theirs.isEmpty() && theirs.getFirst().at().isAfter(now.minus(NEW))) {
        another(workspace, theirs)
            .ifPresent(change ->
                found.add(
                    new News(
                        id("signature " + theirs.getFirst().message()),
                        person.id(),
                        "Their signature says: %s. Before: %s."
                            .formatted(change.now().said(), change.before().said()),
                        "Their letter of " + DAY.format(theirs.getFirst().at().atZone(zone)),
                        Origin.SIGNATURE,
                        now,
                        null)));
      }
    }
    return found;
  }

  /**
   * A letter from somebody.
   *
   * @param address they wrote from
   */
  record Letter(MessageId message, String address, Instant at) {}

  private record Change(SignedJob before, SignedJob now) {}

  /** What a letter tells of its writer. */
  private record Signed(SignedJob job, String language) {}

  /**
   * Another job than in the letter before that tells one; nothing where they had it in any of the
   * letters looked at. A letter in another language is signed in that, and compared with none.
   */
  private Optional<Change> another(WorkspaceId workspace, List<Letter> newestFirst) {
    var newest = signed(workspace, newestFirst.getFirst());
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    var earlier =
        newestFirst.stream()
            .skip(1)
            .flatMap(letter -> signed(workspace, letter).stream())
            .filter(it -> it.language().equals(newest.get().language()))
            .map(Signed::job)
            .toList();
    var now = newest.get().job();
    return earlier.isEmpty() || !earlier.stream().allMatch(now::isAnotherThan)
        ? Optional.empty()
        : Optional.of(new Change(earlier.getFirst(), now));
  }

  private Optional<Signed> signed(WorkspaceId workspace, Letter letter) {
    var raw = mail.raw(workspace, letter.message());
    if (raw.isPresent()
        && parser.parse(raw.get(), null) instanceof ParseResult.Parsed(var parsed)) {
      var zones = Reader.zonesOf(parsed.letter());
      var lines = new ArrayList<>(zones.textOf(Zone.CLOSING).lines().toList());
      lines.addAll(zones.textOf(Zone.SIGNATURE).lines().toList());
      return jobs.in(lines, parsed.fromName())
          .map(job -> new Signed(job, WrittenIn.code(zones.newestText())));
    }
    return Optional.empty();
  }

  /** Promises between us and some people that were kept about this day in another year. */
  List<News> anniversaries(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    var zone = zone(workspace);
    var today = now.atZone(zone).toLocalDate();
    var known = people.persons(workspace, persons);
    var passed =
        events.during(workspace, addresses(known.values()), AnniversaryRules.spans(today, zone));
    var promises =
        ledger.promises(workspace, passed.stream().map(Event::conversation).collect(toSet()));
    var byAddress = passed.stream().collect(groupingBy(Event::address));
    var found = new ArrayList<News>();
    for (var person : known.values()) {
      for (var address : person.addresses()) {
        for (var event : byAddress.getOrDefault(address.address().value(), List.of())) {
          promises.getOrDefault(event.conversation(), List.of()).stream()
              .filter(promise ->
                  event.message().equals(promise.keptBy()) && promise.byUs() == event.ours())
              .flatMap(promise ->
                  AnniversaryRules.of(promise, today, zone)
                      .map(it -> news(person, promise, it, now))
                      .stream())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static News news(
      Person person, Promise promise, AnniversaryRules.Anniversary anniversary, Instant now) {
    return new News(
        id(
            "anniversary %s %d %d %s"
                .formatted(
                    promise.message(), promise.position(), anniversary.years(), person.id())),
        person.id(),
        anniversary.words(),
        anniversary.source(),
        Origin.ANNIVERSARY,
        now,
        anniversary.until());
  }

  private static List<String> addresses(Collection<Person> persons) {
    return persons.stream()
        .flatMap(person -> person.addresses().stream())
        .map(it -> it.address().value())
        .toList();
  }

  /** By what it is about, so that it is noted once. */
  private static UUID id(String about) {
    return UUID.nameUUIDFromBytes(about.getBytes(UTF_8));
  }

  private ZoneId zone(WorkspaceId workspace) {
    var members = accounts.members(workspace);
    return members.isEmpty() ? ZoneOffset.UTC : members.getFirst().zone();
  }
}
