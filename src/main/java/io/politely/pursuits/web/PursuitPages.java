package io.politely.pursuits.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Mail;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.BesidePursuit;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.Outcome;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Stage;
import io.politely.pursuits.StatusLink;
import io.politely.pursuits.Step;
import io.politely.pursuits.TimeGiven;
import io.politely.pursuits.web.PursuitPage.Again;
import io.politely.pursuits.web.PursuitPage.Ahead;
import io.politely.pursuits.web.PursuitPage.Asked;
import io.politely.pursuits.web.PursuitPage.Given;
import io.politely.pursuits.web.PursuitPage.Happened;
import io.politely.pursuits.web.PursuitPage.Line;
import io.politely.pursuits.web.PursuitPage.Owed;
import io.politely.pursuits.web.PursuitPage.Somebody;
import io.politely.pursuits.web.PursuitPage.Used;
import io.politely.web.Moments;
import io.politely.web.When;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads what the page of a pursuit shows, in a fixed number of statements. */
@Component
class PursuitPages {

  private static final int STEPS_SHOWN = 30;
  private static final int OWED_SHOWN = 200;
  private static final int CONVERSATIONS_SHOWN = 50;

  /** So many are named with whom nothing is planned. */
  private static final int IDLE_SHOWN = 8;

  /** With how many candidates conversations are looked for: with more, they say little. */
  private static final int PERSONS_ASKED = 100;

  private final Pursuits pursuits;
  private final CandidatePages candidatePages;
  private final People people;
  private final Mail mail;
  private final Ledger ledger;
  private final Accounts accounts;
  private final List<BesidePursuit> beside;
  private final Clock clock;

  PursuitPages(
      Pursuits pursuits,
      CandidatePages candidatePages,
      People people,
      Mail mail,
      Ledger ledger,
      Accounts accounts,
      List<BesidePursuit> beside,
      Clock clock) {
    this.beside = List.copyOf(beside);
    this.pursuits = pursuits;
    this.candidatePages = candidatePages;
    this.people = people;
    this.mail = mail;
    this.ledger = ledger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The pursuit that an address names, or the page that says that there is none. */
  Pursuit required(SignedIn me, UUID id) {
    return pursuits
        .pursuit(me.workspace(), new PursuitId(id))
        .orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such pursuit here."));
  }

  /** Somebody in it, or the page that says that they are not. */
  Part required(SignedIn me, Pursuit pursuit, UUID person) {
    return people
        .person(me.workspace(), new PersonId(person))
        .flatMap(found ->
            pursuits.parts(me.workspace(), pursuit.id()).stream()
                .filter(part -> part.person().equals(found.id()))
                .findFirst())
        .orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "They are not in this pursuit."));
  }

  /**
   * Its page.
   *
   * @param problem what did not work, a sentence, or ""
   */
  PursuitPage pursuit(SignedIn me, Pursuit pursuit, String problem) {
    return pursuit(me, pursuit, problem, "");
  }

  /**
   * Its page.
   *
   * @param problem what did not work, a sentence, or ""
   * @param statusPage the address of a status page that was just made, or ""
   */
  PursuitPage pursuit(SignedIn me, Pursuit pursuit, String problem, String statusPage) {
    var id = pursuit.id();
    var now = clock.instant();
    boolean isSearch = pursuit.kind() == PursuitKind.SEARCH;
    var parts = pursuits.parts(me.workspace(), id);
    var steps = pursuits.steps(me.workspace(), id, STEPS_SHOWN);
    var candidates =
        parts.stream()
            .filter(it -> isSearch && it.role() == Role.CANDIDATE)
            .map(Part::person)
            .collect(toSet());
    var others = parts.stream().filter(it -> !candidates.contains(it.person())).toList();
    var owedToAll = pursuits.owed(me.workspace(), id, me.zone());
    var owed = owedToAll.stream().filter(it -> !candidates.contains(it.person())).toList();
    var hanging = pursuits.leftHanging(me.workspace(), id);
    var outcomes = pursuits.outcomes(me.workspace(), id);
    var times =
        others.isEmpty()
            ? Map.<PersonId, List<TimeGiven>>of()
            : pursuits.times(me.workspace(), id).stream().collect(groupingBy(TimeGiven::person));
    var statusPages = pursuits.statusPages(me.workspace(), id);
    var persons =
        people.persons(
            me.workspace(),
            Stream.of(
                    others.stream().map(Part::person),
                    parts.stream().map(Part::person).limit(PERSONS_ASKED),
                    owed.stream().map(OwedOutcome::person),
                    hanging.stream().limit(2),
                    statusPages.stream().map(StatusLink::person),
                    steps.stream().flatMap(step -> Stream.ofNullable(step.person())))
                .flatMap(it -> it)
                .distinct()
                .toList());
    var planned = beside(me, pursuit, parts, persons, now);
    var pause = pursuit.pause();
    var source = pursuit.source();
    return new PursuitPage(
        PursuitController.path(id),
        pursuit.kind().said(),
        pursuit.title(),
        pursuit.company(),
        source == null ? "" : source.said(),
        BoardPage.chip(pursuit.state()),
        pause.map(day -> new Moments(now, me.zone()).day(day)).orElse(""),
        pursuit.state() == PursuitState.CLOSING || pursuit.state() == PursuitState.CLOSED,
        again(me, id, now),
        pursuit.stage(),
        pursuits.stages(me.workspace(), pursuit.kind()),
        waiting(hanging, persons),
        owed.stream().map(it -> owed(me, pursuit, it, persons, now)).toList(),
        ahead(me, planned, persons, now),
        idle(planned),
        isSearch ? candidatePages.first(me, pursuit, parts, owedToAll, outcomes) : null,
        others.stream()
            .map(part -> somebody(me, pursuit, part, persons, times, outcomes, now))
            .toList(),
        pursuit.kind() == PursuitKind.SEARCH ? pursuits.candidateStages() : List.of(),
        pursuits.requirements(me.workspace(), id).stream()
            .map(it ->
                new Asked(it.words(), PursuitController.path(id) + "/requirements/" + it.id()))
            .toList(),
        pursuits.materials(me.workspace(), id).stream()
            .map(it ->
                new Used(
                    it.kind().said(),
                    it.name(),
                    When.of(it.usedAt(), now, me.zone()),
                    PursuitController.path(id) + "/materials/" + it.id()))
            .toList(),
        conversations(me, id, parts, persons, now),
        pursuit.postingUrl(),
        pursuit.posting(),
        pursuit.notes(),
        StatusSection.of(
            PursuitController.path(id),
            others,
            statusPages,
            persons.values().stream().collect(toMap(Person::id, Person::name)),
            statusPage,
            now,
            me.zone()),
        history(me, pursuit, steps, persons, now),
        new Moments(now, me.zone()).today().toString(),
        problem);
  }

  /**
   * Somebody's page in it.
   *
   * @param problem what did not work, a sentence, or ""
   * @param statusPage the address of a status page that was just made, or ""
   */
  PartPage part(SignedIn me, Pursuit pursuit, Part part, String problem, String statusPage) {
    var id = pursuit.id();
    var now = clock.instant();
    var person = part.person();
    var outcomes = pursuits.outcomes(me.workspace(), id);
    var times = pursuits.times(me.workspace(), id).stream().collect(groupingBy(TimeGiven::person));
    var persons = people.persons(me.workspace(), List.of(person));
    return new PartPage(
        pursuit.name(),
        PursuitController.path(id),
        somebody(me, pursuit, part, persons, times, outcomes, now),
        pursuits.candidateStages(),
        pursuits.owed(me.workspace(), id, me.zone()).stream()
            .filter(it -> it.person().equals(person))
            .map(it -> owed(me, pursuit, it, persons, now))
            .toList(),
        StatusSection.of(
            PursuitController.path(id),
            List.of(part),
            pursuits.statusPages(me.workspace(), id).stream()
                .filter(it -> it.person().equals(person))
                .toList(),
            persons.values().stream().collect(toMap(Person::id, Person::name)),
            statusPage,
            now,
            me.zone()),
        history(me, pursuit, pursuits.steps(me.workspace(), id, person, STEPS_SHOWN), persons, now),
        new Moments(now, me.zone()).today().toString(),
        problem);
  }

  /** Who waits, in a sentence, or "". */
  static String waiting(Collection<PersonId> hanging, Map<PersonId, Person> persons) {
    if (hanging.isEmpty()) {
      return "";
    }
    var names = hanging.stream().limit(2).map(it -> name(persons, it)).sorted().toList();
    return switch (hanging.size()) {
      case 1 -> "%s gave time and has no outcome yet.".formatted(names.getFirst());
      case 2 ->
          "%s and %s gave time and have no outcome yet."
              .formatted(names.getFirst(), names.getLast());
      default ->
          "%s and %d others gave time and have no outcome yet."
              .formatted(names.getFirst(), hanging.size() - 1);
    };
  }

  static String name(Map<PersonId, Person> persons, PersonId id) {
    var person = persons.get(id);
    return person == null ? "Somebody who was erased" : person.name();
  }

  static String address(Map<PersonId, Person> persons, PersonId id) {
    var person = persons.get(id);
    return person == null
        ? ""
        : person.addresses().stream()
            .map(PersonAddress::address)
            .map(EmailAddress::value)
            .findFirst()
            .orElse("");
  }

  private Owed owed(
      SignedIn me, Pursuit pursuit, OwedOutcome owed, Map<PersonId, Person> persons, Instant now) {
    return owed(me, pursuit.name(), owed, persons, now);
  }

  private static Owed owed(
      SignedIn me, String pursuit, OwedOutcome owed, Map<PersonId, Person> persons, Instant now) {
    var to = address(persons, owed.person());
    var part = PartController.path(owed.pursuit(), owed.person());
    return new Owed(
        name(persons, owed.person()),
        part,
        pursuit,
        PursuitController.path(owed.pursuit()),
        owed.byUs(),
        owed.reason(),
        When.of(owed.since(), now, me.zone()),
        When.of(owed.due(), now, me.zone()),
        owed.row(),
        owed.byUs() || to.isEmpty()
            ? ""
            : "/letters/new?to=%s&subject=%s".formatted(encoded(to), encoded(pursuit)),
        owed.byUs() ? "" : part + "/silence");
  }

  /** Who waits for whom, in all pursuits. */
  OwedPage owed(SignedIn me) {
    var now = clock.instant();
    var all = pursuits.owed(me.workspace(), me.zone());
    var ours = all.stream().filter(OwedOutcome::byUs).toList();
    var theirs = all.stream().filter(it -> !it.byUs()).toList();
    var shown = Stream.of(ours, theirs).flatMap(it -> it.stream().limit(OWED_SHOWN)).toList();
    var persons =
        people.persons(me.workspace(), shown.stream().map(OwedOutcome::person).distinct().toList());
    var names =
        pursuits.named(
            me.workspace(), shown.stream().map(OwedOutcome::pursuit).distinct().toList());
    var lines =
        shown.stream()
            .map(it -> owed(me, names.getOrDefault(it.pursuit(), ""), it, persons, now))
            .toList();
    return new OwedPage(
        lines.stream().filter(Owed::byUs).toList(),
        ours.size(),
        lines.stream().filter(it -> !it.byUs()).toList(),
        theirs.size());
  }

  private Somebody somebody(
      SignedIn me,
      Pursuit pursuit,
      Part part,
      Map<PersonId, Person> persons,
      Map<PersonId, List<TimeGiven>> times,
      List<Outcome> outcomes,
      Instant now) {
    var outcome =
        outcomes.stream()
            .filter(it -> it.fromUs() && it.person().equals(part.person()))
            .findFirst();
    boolean isTold = outcome.filter(Outcome::isDelivered).isPresent();
    return new Somebody(
        part.person().toString(),
        name(persons, part.person()),
        PartController.path(pursuit.id(), part.person()),
        "/people/" + part.person(),
        address(persons, part.person()),
        part.role().said(),
        part.role() == Role.CANDIDATE && pursuit.kind() == PursuitKind.SEARCH,
        part.stage(),
        times.getOrDefault(part.person(), List.of()).stream()
            .map(time ->
                new Given(
                    (time.byUs() ? "You: " : "") + time.kind().said(),
                    When.of(time.givenAt(), now, me.zone()),
                    "/times/" + time.id()))
            .toList(),
        outcome.map(PursuitPages::said).orElse(""),
        isTold,
        outcome
            .filter(it -> !it.isDelivered())
            .map(it -> "/outcomes/" + it.id() + "/tellings")
            .orElse(""),
        outcome.map(it -> "/outcomes/" + it.id()).orElse(""));
  }

  /** How it ended and whether they know. */
  static String said(Outcome outcome) {
    var result = outcome.result().said();
    var telling = outcome.lastTelling();
    if (outcome.isDelivered()) {
      return result + ", and they know.";
    }
    return telling
        .map(it ->
            "%s. %s%s"
                .formatted(
                    result, it.state().said(), it.reason().isEmpty() ? "." : ": " + it.reason()))
        .orElse(result + ", and nobody told them.");
  }

  /** What is planned with its people, the next first; what ended; then with whom nothing is. */
  private List<BesidePursuit.Line> beside(
      SignedIn me, Pursuit pursuit, List<Part> parts, Map<PersonId, Person> persons, Instant now) {
    var asked =
        parts.stream()
            .map(Part::person)
            .limit(PERSONS_ASKED)
            .filter(persons::containsKey)
            .distinct()
            .toList();
    return beside.stream()
        .flatMap(it -> it.lines(me.workspace(), pursuit, asked, now).stream())
        .sorted(
            Comparator.comparing((BesidePursuit.Line line) -> line.look().isEmpty())
                .thenComparing(line -> !line.isPlanned())
                .thenComparing(
                    BesidePursuit.Line::at, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static List<Ahead> ahead(
      SignedIn me, List<BesidePursuit.Line> lines, Map<PersonId, Person> persons, Instant now) {
    return Stream.concat(
            lines.stream().filter(it -> !it.look().isEmpty()),
            lines.stream().filter(it -> it.look().isEmpty()).limit(IDLE_SHOWN))
        .map(it -> {
          var at = it.at();
          return new Ahead(
              name(persons, it.person()),
              it.path(),
              it.what(),
              it.why(),
              it.look(),
              at == null ? null : When.of(at, now, me.zone()));
        })
        .toList();
  }

  private static String idle(List<BesidePursuit.Line> lines) {
    long more = lines.stream().filter(it -> it.look().isEmpty()).count() - IDLE_SHOWN;
    return more <= 0
        ? ""
        : "Nothing is planned with %s.".formatted(more == 1 ? "one more" : more + " others");
  }

  private List<Line> conversations(
      SignedIn me, PursuitId id, List<Part> parts, Map<PersonId, Person> persons, Instant now) {
    var apart = pursuits.apart(me.workspace(), id);
    var addresses =
        parts.stream()
            .flatMap(part -> Stream.ofNullable(persons.get(part.person())))
            .flatMap(person -> person.addresses().stream())
            .map(PersonAddress::address)
            .toList();
    var found =
        mail.conversationsWith(me.workspace(), addresses, CONVERSATIONS_SHOWN).stream()
            .filter(it -> !apart.contains(it.id()))
            .toList();
    var moves = ledger.moves(me.workspace(), found.stream().map(ConversationSummary::id).toList());
    var reasons = moves.values().stream().map(it -> it.reason()).toList();
    var names = new Names(people.whoAre(me.workspace(), Names.mentioned(reasons)));
    return found.stream()
        .map(it -> {
          var move = moves.get(it.id());
          return new Line(
              it.subject(),
              "/conversations/" + it.id(),
              move == null ? "" : names.in(move.reason()),
              When.of(it.lastAt(), now, me.zone()),
              PursuitController.path(id) + "/conversations/" + it.id());
        })
        .toList();
  }

  private List<Happened> history(
      SignedIn me, Pursuit pursuit, List<Step> steps, Map<PersonId, Person> persons, Instant now) {
    var members =
        accounts.members(me.workspace()).stream()
            .collect(toMap(member -> member.id().toString(), member -> called(me, member)));
    var stages = pursuits.stages(me.workspace(), pursuit.kind());
    return steps.stream()
        .map(step ->
            new Happened(
                When.of(step.at(), now, me.zone()),
                sentence(step, persons, stages),
                members.getOrDefault(step.by(), step.by())))
        .toList();
  }

  private String sentence(Step step, Map<PersonId, Person> persons, List<Stage> stages) {
    var person = step.person();
    var who = person == null ? "" : name(persons, person) + ": ";
    var all = person == null ? stages : pursuits.candidateStages();
    var what =
        switch (step.what()) {
          case "state" -> step.after();
          case "stage" -> "moved to " + BoardPage.name(all, step.after());
          case "joined" -> "joined as " + step.after().replace('-', ' ');
          case "left" -> "taken out";
          case "time" -> step.after().isEmpty() ? "time" : step.after().replace('-', ' ');
          case "outcome" -> "outcome: " + step.after().replace('-', ' ');
          case "status-page" -> "status page " + step.after();
          case "nurture" ->
              step.after().isEmpty()
                  ? "nothing to write any more"
                  : "write again on " + day(step.after());
          case "answered" ->
              Stream.of("answered", StatusSection.interest(step.after()))
                  .filter(it -> !it.isEmpty())
                  .collect(joining(": "));
          default -> "told: " + step.after().replace('-', ' ');
        };
    var said = who + what;
    var why = step.why().isEmpty() ? "." : ". " + step.why();
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + why;
  }

  private Again again(SignedIn me, PursuitId id, Instant now) {
    var nurture = pursuits.nurture(me.workspace(), id);
    return new Again(
        nurture.map(it -> new Moments(now, me.zone()).day(it.on())).orElse(""),
        nurture.map(it -> it.on().toString()).orElse(""),
        nurture.map(Nurture::why).orElse(""));
  }

  /** Without the year of the present nobody would know which year is meant. */
  private static String day(String iso) {
    return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
  }

  private static String called(SignedIn me, Member member) {
    return member.id().equals(me.member()) ? "you" : member.name();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
