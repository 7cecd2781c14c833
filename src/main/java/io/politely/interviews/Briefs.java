package io.politely.interviews;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.calendar.Meeting;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact;
import io.politely.contacts.Fact.Told;
import io.politely.contacts.FactKind;
import io.politely.contacts.TheirZone;
import io.politely.interviews.Brief.Expected;
import io.politely.interviews.Brief.Participant;
import io.politely.interviews.Brief.Wrote;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.BriefRules.Known;
import io.politely.interviews.BriefRules.Self;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.Exchange;
import io.politely.mail.Mail;
import io.politely.people.AddressKind;
import io.politely.people.Company;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.reading.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a brief is made of. Runs in the transactions of {@link Interviews}. */
@Component
class Briefs {

  private static final Duration REMEMBERED = Duration.ofDays(730);
  private static final int MOST_PEOPLE = 12;
  private static final int MOST_MUTUALS = 4;
  private static final int MOST_NOTES = 3;
  private static final int MOST_ASKED = 10;
  private static final int LONGEST_QUOTE = 220;

  private final BriefGuideFile file;
  private final BriefStore store;
  private final Accounts accounts;
  private final People people;
  private final Contacts contacts;
  private final Mail mail;
  private final Pursuits pursuits;
  private final Questions questions;
  private final DebriefStore debriefs;

  Briefs(
      BriefGuideFile file,
      BriefStore store,
      Accounts accounts,
      People people,
      Contacts contacts,
      Mail mail,
      Pursuits pursuits,
      Questions questions,
      DebriefStore debriefs) {
    this.file = file;
    this.store = store;
    this.accounts = accounts;
    this.people = people;
    this.contacts = contacts;
    this.mail = mail;
    this.pursuits = pursuits;
    this.questions = questions;
    this.debriefs = debriefs;
  }

  Brief brief(
      WorkspaceId workspace, Meeting meeting, Interview interview, MemberId member, Instant now) {
    var aim = interview.pursuit().flatMap(it -> pursuits.pursuit(workspace, it)).orElse(null);
    var parts = aim == null ? List.<Part>of() : pursuits.parts(workspace, aim.id());
    var self = self(interview, member);
    var people = participants(workspace, meeting, interview, parts, now);
    var known =
        new Known(
            meeting,
            interview,
            aim,
            self,
            people,
            aim == null ? List.of() : pursuits.requirements(workspace, aim.id()),
            List.of(),
            debriefs.concerns(workspace, interview),
            asked(workspace, interview, aim, people),
            aim == null ? List.of() : experience(workspace, interview, aim),
            store.practices(workspace, meeting.id()));
    var lines = store.lines(workspace, BriefRules.subjects(known, member.value()));
    return new BriefRules(file.guide()).brief(known.with(lines));
  }

  /** What was asked before by whoever comes, or at the company. */
  private List<Expected> asked(
      WorkspaceId workspace,
      Interview interview,
      @Nullable Pursuit aim,
      List<Participant> participants) {
    var comes =
        participants.stream().flatMap(it -> Optional.ofNullable(it.person()).stream()).toList();
    return questions
        .likely(workspace, aim == null ? "" : aim.company(), comes, interview.kind(), MOST_ASKED)
        .stream()
        .map(it -> new Expected(it.words(), it.reason(), true))
        .toList();
  }

  /** Whose answers are prepared; null where a recruiter presents nobody. */
  private static @Nullable Self self(Interview interview, MemberId member) {
    if (interview.seat() != Seat.RECRUITER) {
      return new Self(Scope.OWN, member.value());
    }
    return interview.candidate().map(it -> new Self(Scope.PERSON, it.value())).orElse(null);
  }

  /** Which lines may be written from the brief of a meeting. */
  Predicate<Line> writable(
      WorkspaceId workspace, Meeting meeting, Interview interview, MemberId member) {
    var persons = persons(workspace, meeting, interview).keySet();
    return line ->
        file.guide().knows(line.scope(), line.key())
            && switch (line.scope()) {
              case MEETING -> line.subject().equals(meeting.id().value());
              case PURSUIT ->
                  interview.pursuit().filter(it -> it.value().equals(line.subject())).isPresent();
              case OWN -> line.subject().equals(member.value());
              case PERSON ->
                  interview.candidate().filter(it -> it.value().equals(line.subject())).isPresent()
                      || persons.contains(new PersonId(line.subject()));
            };
  }

  /** What the lines of a brief are about. */
  Set<UUID> subjects(WorkspaceId workspace, Meeting meeting, Interview interview, MemberId member) {
    var subjects = new LinkedHashSet<UUID>();
    subjects.add(meeting.id().value());
    subjects.add(member.value());
    interview.pursuit().ifPresent(it -> subjects.add(it.value()));
    interview.candidate().ifPresent(it -> subjects.add(it.value()));
    persons(workspace, meeting, interview).keySet().forEach(it -> subjects.add(it.value()));
    return subjects;
  }

  private Map<PersonId, Person> persons(
      WorkspaceId workspace, Meeting meeting, Interview interview) {
    var own = accounts.ownAddresses(workspace);
    var wanted = new LinkedHashSet<PersonId>(interview.added());
    people
        .whoAre(workspace, meeting.others(own).stream().map(it -> it.address()).toList())
        .values()
        .forEach(it -> wanted.add(it.person()));
    return people.persons(workspace, wanted);
  }

  private List<Participant> participants(
      WorkspaceId workspace, Meeting meeting, Interview interview, List<Part> parts, Instant now) {
    var own = accounts.ownAddresses(workspace);
    var others = meeting.others(own).stream().limit(MOST_PEOPLE).toList();
    var known = people.whoAre(workspace, others.stream().map(it -> it.address()).toList());
    var wanted = new LinkedHashSet<PersonId>();
    known.values().forEach(it -> wanted.add(it.person()));
    wanted.addAll(interview.added());
    var persons = people.persons(workspace, wanted);
    var roles = contacts.roles(workspace, List.copyOf(persons.keySet()));
    var facts = contacts.facts(workspace, List.copyOf(persons.keySet()));
    var wrote = wrote(workspace, persons.values(), now);
    var mutuals = mutuals(workspace, persons);
    var shown = new ArrayList<Participant>();
    var seen = new LinkedHashSet<PersonId>();
    for (var other : others) {
      var who = known.get(other.address());
      var person = who == null ? null : persons.get(who.person());
      if (person == null) {
        shown.add(
            new Participant(
                null,
                other.name().isEmpty() ? other.address().value() : other.name(),
                other.address(),
                "",
                "",
                "",
                null,
                List.of(),
                List.of(),
                null,
                List.of()));
      } else if (seen.add(person.id())) {
        shown.add(participant(person, parts, roles, told(facts, person), wrote, mutuals, now));
      }
    }
    for (var added : interview.added()) {
      var person = persons.get(added);
      if (person != null && seen.add(person.id())) {
        shown.add(participant(person, parts, roles, told(facts, person), wrote, mutuals, now));
      }
    }
    return shown;
  }

  private static List<Fact> told(Map<PersonId, List<Fact>> facts, Person person) {
    return facts.getOrDefault(person.id(), List.of());
  }

  private Participant participant(
      Person person,
      List<Part> parts,
      Map<PersonId, List<Told>> roles,
      List<Fact> facts,
      Map<PersonId, Wrote> wrote,
      Map<PersonId, List<String>> mutuals,
      Instant now) {
    var role = roles.getOrDefault(person.id(), List.of()).stream().findFirst();
    var level = role.flatMap(it -> contacts.seniority(it.words()));
    var notes =
        facts.stream()
            .map(Fact::told)
            .filter(it -> it.kind() == FactKind.NOTE || it.kind() == FactKind.MET)
            .map(Told::words)
            .limit(MOST_NOTES)
            .toList();
    return new Participant(
        person.id(),
        person.name(),
        person.mailAddress().orElse(null),
        role.map(Briefs::said).orElse(""),
        level.map(it -> it.said() + ", by “" + it.evidence() + "”").orElse(""),
        parts.stream()
            .filter(it -> it.person().equals(person.id()))
            .map(Part::role)
            .map(Role::said)
            .findFirst()
            .orElse(""),
        wrote.get(person.id()),
        mutuals.getOrDefault(person.id(), List.of()),
        notes,
        contacts
            .zone(
                facts,
                List.of(),
                person.addresses().stream().map(PersonAddress::address).toList(),
                now)
            .map(TheirZone::zone)
            .orElse(null),
        List.of());
  }

  private static String said(Told role) {
    return role.words().isEmpty()
        ? role.company()
        : role.company().isEmpty() ? role.words() : role.words() + ", " + role.company();
  }

  /** What each of them wrote us last. */
  private Map<PersonId, Wrote> wrote(WorkspaceId workspace, Iterable<Person> persons, Instant now) {
    var owners = new HashMap<EmailAddress, PersonId>();
    for (var person : persons) {
      person.addresses().forEach(it -> owners.put(it.address(), person.id()));
    }
    if (owners.isEmpty()) {
      return Map.of();
    }
    var last = new LinkedHashMap<PersonId, Exchange>();
    for (var exchange : mail.exchanges(workspace, owners.keySet(), now.minus(REMEMBERED))) {
      exchange
          .sender()
          .filter(_ -> exchange.byThem() && exchange.kind() == Kind.HUMAN)
          .flatMap(it -> Optional.ofNullable(owners.get(it)))
          .ifPresent(person -> last.putIfAbsent(person, exchange));
    }
    var conversations = new HashMap<ConversationId, Conversation>();
    mail.conversations(
            workspace, last.values().stream().map(Exchange::conversation).distinct().toList())
        .forEach(it -> conversations.put(it.id(), it));
    var wrote = new HashMap<PersonId, Wrote>();
    last.forEach((person, exchange) -> {
      var conversation = conversations.get(exchange.conversation());
      if (conversation != null) {
        conversation.messages().stream()
            .filter(it -> it.id().equals(exchange.message()))
            .findFirst()
            .ifPresent(message ->
                wrote.put(
                    person,
                    new Wrote(
                        conversation.id().value(),
                        conversation.subject(),
                        quote(message.reading().newestText()),
                        exchange.sentAt())));
      }
    });
    return wrote;
  }

  private static String quote(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_QUOTE) {
      return line;
    }
    int end = line.lastIndexOf(' ', LONGEST_QUOTE);
    return line.substring(0, end < 0 ? LONGEST_QUOTE : end) + " …";
  }

  /** Whom else we know where each of them works. */
  private Map<PersonId, List<String>> mutuals(
      WorkspaceId workspace, Map<PersonId, Person> persons) {
    var at = new HashMap<Company, List<Person>>();
    var mutuals = new HashMap<PersonId, List<String>>();
    for (var person : persons.values()) {
      var company = person.companies().stream().findFirst();
      if (company.isEmpty()) {
        continue;
      }
      var there =
          at.computeIfAbsent(
              company.get(),
              it ->
                  people
                      .personsAt(
                          workspace, it.id(), Optional.empty(), MOST_MUTUALS + persons.size())
                      .items());
      mutuals.put(
          person.id(),
          there.stream()
              .filter(it -> !persons.containsKey(it.id()) && it.kind() == AddressKind.PERSON)
              .map(Person::name)
              .limit(MOST_MUTUALS)
              .toList());
    }
    return mutuals;
  }

  /** How it went with this client before; names nobody. */
  private List<String> experience(WorkspaceId workspace, Interview interview, Pursuit aim) {
    var company = aim.companyKnown();
    if (interview.seat() != Seat.RECRUITER || company == null) {
      return List.of();
    }
    var before =
        pursuits.with(workspace, company, List.of()).stream()
            .filter(it -> !it.id().equals(aim.id()))
            .toList();
    if (before.isEmpty()) {
      return List.of();
    }
    long closed = before.stream().filter(it -> it.state() == PursuitState.CLOSED).count();
    var said = new ArrayList<String>();
    said.add(
        "%d earlier %s with %s, %d of them closed."
            .formatted(
                before.size(), before.size() == 1 ? "pursuit" : "pursuits", aim.company(), closed));
    before.stream().limit(3).forEach(it -> said.add(it.title() + ": " + it.stage() + "."));
    return said;
  }
}
