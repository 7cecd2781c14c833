package io.politely.interviews;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.MemberId;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.Planned;
import io.politely.database.NewIds;
import io.politely.interviews.AfterDebrief.Contradiction;
import io.politely.interviews.AfterDebrief.LeftOut;
import io.politely.interviews.AfterDebrief.Somebody;
import io.politely.interviews.AfterDebrief.Thanks;
import io.politely.interviews.AfterDebrief.Waiting;
import io.politely.interviews.DebriefLetters.Letter;
import io.politely.interviews.DebriefRules.Met;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.touches.NewTouch;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.touches.Touch;
import io.politely.touches.TouchId;
import io.politely.touches.TouchKind;
import io.politely.touches.Touches;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What follows from a debrief: proposes it, and does what the user chooses. */
@Component
class Following {

  private static final Duration THANKS_WITHIN = Duration.ofHours(24);
  private static final int EARLIER = 200;

  /** The question, and the line of a brief, that tell which figure was named. */
  private static final String FIGURE_TOLD = "money.told";

  private static final String SAID_IN_BRIEF = "salary-said";

  /** Who brings people together, and wants to know how it went. */
  private static final Set<Role> BRINGS_TOGETHER =
      Set.of(Role.RECRUITER, Role.CONNECTOR, Role.SPONSOR);

  private static final Set<Role> CLIENTS = Set.of(Role.CLIENT, Role.HIRING_MANAGER);

  private final Debriefs debriefs;
  private final DebriefStore store;
  private final BriefStore lines;
  private final Questions questions;
  private final Pursuits pursuits;
  private final People people;
  private final Cadence cadence;
  private final Touches touches;
  private final Outbox outbox;
  private final NewIds ids;

  Following(
      Debriefs debriefs,
      DebriefStore store,
      BriefStore lines,
      Questions questions,
      Pursuits pursuits,
      People people,
      Cadence cadence,
      Touches touches,
      Outbox outbox,
      NewIds ids) {
    this.debriefs = debriefs;
    this.store = store;
    this.lines = lines;
    this.questions = questions;
    this.pursuits = pursuits;
    this.people = people;
    this.cadence = cadence;
    this.touches = touches;
    this.outbox = outbox;
    this.ids = ids;
  }

  AfterDebrief after(WorkspaceId workspace, DebriefSheet sheet) {
    var debrief = sheet.debrief();
    var interview = sheet.interview();
    var kept = store.concerns(workspace, interview);
    var known = kept.stream().map(it -> QuestionWords.folded(it.words())).toList();
    var parts = interview.pursuit().map(it -> pursuits.parts(workspace, it)).orElseGet(List::of);
    return new AfterDebrief(
        sheet,
        thanks(workspace, sheet),
        fed(sheet, "ours"),
        fed(sheet, "theirs"),
        promisers(sheet),
        strangers(sheet),
        named(debrief),
        waiting(workspace, sheet),
        fed(sheet, "concern").stream()
            .filter(it -> !known.contains(QuestionWords.folded(it)))
            .toList(),
        kept,
        contradictions(workspace, sheet),
        questions.learned(workspace, debrief),
        questions.leftOut(workspace, debrief, interview).stream()
            .map(it -> new LeftOut(it.words(), it.why()))
            .toList(),
        somebody(workspace, parts, BRINGS_TOGETHER),
        interview.seat() == Seat.RECRUITER ? somebody(workspace, parts, CLIENTS) : List.of());
  }

  /** The lines of all answers that are used for something, each once. */
  private static List<String> fed(DebriefSheet sheet, String use) {
    var lines = new LinkedHashMap<String, String>();
    for (var question : sheet.bank().feeding(use)) {
      sheet.debrief().answers().stream()
          .filter(it -> it.question().equals(question.key()))
          .flatMap(it -> it.lines().stream())
          .forEach(it -> lines.putIfAbsent(QuestionWords.folded(it), it));
    }
    return List.copyOf(lines.values());
  }

  private static List<Met> promisers(DebriefSheet sheet) {
    var known = new ArrayList<Met>();
    var met = sheet.met();
    sheet.invited().stream().filter(met::contains).forEach(known::add);
    if (known.isEmpty()) {
      known.addAll(sheet.invited());
    }
    sheet.interview().candidate().ifPresent(it -> known.addFirst(Met.of(it, sheet.candidate())));
    return known;
  }

  /** Who was met and is not known, so that no letter can thank them. */
  private static List<Met> strangers(DebriefSheet sheet) {
    return row(sheet.interview()).isEmpty()
        ? List.of()
        : sheet.met().stream().filter(it -> !sheet.invited().contains(it)).toList();
  }

  private static @Nullable LocalDate named(Debrief debrief) {
    for (var key : List.of("next.day", "next.decision")) {
      try {
        return LocalDate.parse(debrief.said(key));
      } catch (DateTimeException noDay) {
        // The other may tell one.
      }
    }
    return null;
  }

  /** The row of the policy by which thanks are written. */
  private static Optional<String> row(Interview interview) {
    return switch (interview.seat()) {
      case SEEKER -> Optional.of(interview.kind() == InterviewKind.FINAL ? "J3" : "J2");
      case SELLER -> Optional.of("S2");
      case RECRUITER -> Optional.empty();
    };
  }

  private List<Thanks> thanks(WorkspaceId workspace, DebriefSheet sheet) {
    var row = row(sheet.interview());
    if (row.isEmpty()) {
      return List.of();
    }
    var debrief = sheet.debrief();
    var common = first(fed(sheet, "insight"));
    var proof = first(fed(sheet, "proof"));
    return sheet.known().stream()
        .map(person -> {
          var said = debrief.said("people.insight", person.toString());
          var matters = debrief.said("priorities.each", person.toString());
          return new Thanks(
              person,
              name(sheet, person),
              !said.isEmpty() ? said : !matters.isEmpty() ? matters : common,
              proof,
              going(workspace, sheet.interview(), row.get(), person)
                  .filter(it -> !it.research().equals(Research.NONE))
                  .map(Following::path)
                  .orElse(""),
              debrief.endedAt().plus(THANKS_WITHIN));
        })
        .toList();
  }

  private static String first(List<String> lines) {
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  private static String name(DebriefSheet sheet, PersonId person) {
    return sheet.invited().stream()
        .filter(it -> it.about().equals(person.toString()))
        .map(Met::name)
        .findFirst()
        .orElse("");
  }

  /** What goes on with somebody after such a meeting. */
  private Optional<FollowUp> going(
      WorkspaceId workspace, Interview interview, String row, PersonId person) {
    return cadence.with(workspace, person).stream()
        .map(Planned::followUp)
        .filter(it -> it.isOpen() && it.situation().equals(row))
        .filter(it -> Objects.equals(it.pursuit(), interview.aim()))
        .findFirst();
  }

  private static String path(FollowUp followUp) {
    return "/follow-ups/" + followUp.id();
  }

  /** With whom of those who were met the clock of a decision runs. */
  private List<Waiting> waiting(WorkspaceId workspace, DebriefSheet sheet) {
    return row(sheet.interview()).stream()
        .flatMap(row ->
            sheet.known().stream()
                .flatMap(person ->
                    going(workspace, sheet.interview(), row, person)
                        .map(it -> new Waiting(path(it), name(sheet, person)))
                        .stream()))
        .toList();
  }

  /**
   * Lets the clock of a decision run when a debrief is done, follows the day where another one is
   * told, and stops what it began where nothing is waited for any more. Sends nothing.
   */
  void clock(
      WorkspaceId workspace,
      Optional<DebriefSheet> before,
      Optional<DebriefSheet> after,
      MemberId by,
      Instant now) {
    var ran = before.filter(Following::isWaitedFor);
    var runs = after.filter(Following::isWaitedFor);
    if (runs.isEmpty()) {
      ran.ifPresent(it -> stop(workspace, it, now));
    } else if (ran.isEmpty() || ran.get().known().isEmpty()) {
      run(workspace, runs.get(), by, now);
    } else {
      var named = named(runs.get().debrief());
      if (!Objects.equals(named(ran.get().debrief()), named)) {
        nameDay(workspace, runs.get(), named, now);
      }
    }
  }

  /** Stops what a debrief began that is removed. */
  void stopClock(WorkspaceId workspace, Optional<DebriefSheet> sheet, Instant now) {
    sheet.filter(Following::isWaitedFor).ifPresent(it -> stop(workspace, it, now));
  }

  /** Whether a word of theirs is waited for: whoever would not accept waits for nothing. */
  private static boolean isWaitedFor(DebriefSheet sheet) {
    var debrief = sheet.debrief();
    return !debrief.isOpen()
        && row(sheet.interview()).isPresent()
        && !sheet.rules().isClosedByGate(debrief.answers())
        && debrief.commitment().filter(it -> it == Commitment.NO).isEmpty();
  }

  /** One of those who were met is asked, not each of them. */
  private void run(WorkspaceId workspace, DebriefSheet sheet, MemberId by, Instant now) {
    var named = named(sheet.debrief());
    if (named != null) {
      nameDay(workspace, sheet, named, now);
    }
    var row = row(sheet.interview());
    if (row.isPresent() && waiting(workspace, sheet).isEmpty()) {
      whoDecides(workspace, sheet)
          .ifPresent(person ->
              cadence.start(
                  workspace,
                  new NewFollowUp(
                      person,
                      row.get(),
                      sheet.interview().aim(),
                      null,
                      sheet.debrief().endedAt(),
                      named,
                      null,
                      Research.NONE),
                  by,
                  now));
    }
  }

  /** Ends what a debrief began, where nobody has done anything with it. */
  private void stop(WorkspaceId workspace, DebriefSheet sheet, Instant now) {
    row(sheet.interview())
        .ifPresent(row ->
            sheet.known().stream()
                .flatMap(it -> going(workspace, sheet.interview(), row, it).stream())
                .filter(it -> it.research().equals(Research.NONE))
                .filter(it -> it.startedAt().equals(sheet.debrief().endedAt()))
                .forEach(it ->
                    cadence.retire(
                        workspace, it.id(), "Its debrief was removed, or says otherwise.", now)));
  }

  private Optional<PersonId> whoDecides(WorkspaceId workspace, DebriefSheet sheet) {
    var roles =
        sheet.interview().pursuit().stream()
            .flatMap(it -> pursuits.parts(workspace, it).stream())
            .filter(it -> Debriefs.WHO_DECIDES.contains(it.role()))
            .collect(toMap(Part::person, Part::role, (first, _) -> first));
    return sheet.known().stream()
        .min(
            Comparator.comparingInt(it ->
                Optional.ofNullable(roles.get(it))
                    .map(Debriefs.WHO_DECIDES::indexOf)
                    .orElse(Debriefs.WHO_DECIDES.size())));
  }

  private List<Somebody> somebody(WorkspaceId workspace, List<Part> parts, Collection<Role> roles) {
    var wanted = parts.stream().filter(it -> roles.contains(it.role())).toList();
    var persons = people.persons(workspace, wanted.stream().map(Part::person).toList());
    return wanted.stream()
        .flatMap(part ->
            Optional.ofNullable(persons.get(part.person()))
                .map(it -> new Somebody(it.id(), it.name(), part.role().said()))
                .stream())
        .toList();
  }

  /** What the same company was told before by the same person, and does not fit. */
  private List<Contradiction> contradictions(WorkspaceId workspace, DebriefSheet sheet) {
    var earlier =
        debriefs.newest(workspace, EARLIER).stream()
            .filter(it -> it.debrief().endedAt().isBefore(sheet.debrief().endedAt()))
            .filter(it -> Objects.equals(it.interview().about(), sheet.interview().about()))
            .toList();
    var companies = companies(workspace, sheet, earlier);
    var here = companies.getOrDefault(sheet.debrief().meeting().value(), "");
    var found = new ArrayList<Contradiction>();
    for (var question : sheet.bank().feeding("told")) {
      var now = sheet.debrief().said(question.key());
      earlier.stream()
          .filter(it ->
              Objects.equals(it.interview().aim(), sheet.interview().aim())
                  || (!here.isEmpty()
                      && here.equals(companies.getOrDefault(it.debrief().meeting().value(), ""))))
          .filter(it -> ContradictionRules.contradict(now, it.debrief().said(question.key())))
          .findFirst()
          .ifPresent(it ->
              found.add(
                  new Contradiction(
                      question.text(sheet.interview().seat(), ""),
                      now,
                      it.debrief().said(question.key()),
                      it.called(),
                      it.debrief().endedAt())));
    }
    found.addAll(besideBrief(workspace, sheet));
    return found;
  }

  /** What the brief says was said already by the same, and does not fit what was named now. */
  private List<Contradiction> besideBrief(WorkspaceId workspace, DebriefSheet sheet) {
    var now = sheet.debrief().said(FIGURE_TOLD);
    var written =
        sheet
            .interview()
            .candidate()
            .map(PersonId::value)
            .or(() -> sheet.interview().pursuit().map(PursuitId::value))
            .map(it -> lines.lines(workspace, List.of(it)))
            .orElseGet(List::of);
    return written.stream()
        .filter(it -> it.key().equals(SAID_IN_BRIEF))
        .filter(it -> ContradictionRules.contradict(now, it.words()))
        .map(it ->
            new Contradiction(
                sheet
                    .bank()
                    .question(FIGURE_TOLD)
                    .map(one -> one.text(sheet.interview().seat(), ""))
                    .orElse(""),
                now,
                it.words(),
                "The brief",
                it.writtenAt()))
        .toList();
  }

  private Map<UUID, String> companies(
      WorkspaceId workspace, DebriefSheet sheet, List<DebriefSheet> earlier) {
    var all = new ArrayList<>(earlier);
    all.add(sheet);
    var wanted = new HashSet<PursuitId>();
    all.forEach(it -> it.interview().pursuit().ifPresent(wanted::add));
    var companies =
        pursuits.pursuits(workspace, wanted).values().stream()
            .collect(toMap(Pursuit::id, it -> QuestionWords.folded(it.company())));
    var found = new LinkedHashMap<UUID, String>();
    all.forEach(it ->
        it.interview()
            .pursuit()
            .ifPresent(pursuit ->
                found.put(it.debrief().meeting().value(), companies.getOrDefault(pursuit, ""))));
    return found;
  }

  /** Starts what a letter of thanks begins; it is written and looked at as any other. */
  Starting thank(
      WorkspaceId workspace,
      DebriefSheet sheet,
      PersonId person,
      String insight,
      String proof,
      SignedIn me,
      Instant now) {
    var row = row(sheet.interview());
    if (row.isEmpty() || !sheet.known().contains(person)) {
      return new Starting.Refused("Thanks are written by whoever was there, to whom they met.");
    }
    var research = new Research(insight, "Debrief: " + sheet.called(), proof);
    var going = going(workspace, sheet.interview(), row.get(), person);
    if (going.isPresent()) {
      cadence.research(workspace, going.get().id(), research, now);
      return new Starting.Started(going.get().id());
    }
    return cadence.start(
        workspace,
        new NewFollowUp(
            person,
            row.get(),
            sheet.interview().aim(),
            null,
            sheet.debrief().endedAt(),
            named(sheet.debrief()),
            null,
            research),
        me.member(),
        now);
  }

  /** Tells the plans of all who were there which day was named, if any. How many were told. */
  int nameDay(WorkspaceId workspace, DebriefSheet sheet, @Nullable LocalDate day, Instant now) {
    int told = 0;
    for (var person : sheet.known()) {
      for (var planned : cadence.with(workspace, person)) {
        var followUp = planned.followUp();
        if (followUp.isOpen()
            && Objects.equals(followUp.pursuit(), sheet.interview().aim())
            && cadence.promised(workspace, followUp.id(), day, now)) {
          told++;
        }
      }
    }
    return told;
  }

  /** Logs the meeting with what was promised; instead of what was logged from here before. */
  Optional<TouchId> log(
      WorkspaceId workspace,
      DebriefSheet sheet,
      List<NewPromise> promises,
      SignedIn me,
      Instant now) {
    var persons = new LinkedHashMap<PersonId, String>();
    promisers(sheet).forEach(it -> persons.put(new PersonId(UUID.fromString(it.about())), ""));
    if (persons.isEmpty() || promises.stream().anyMatch(it -> !persons.containsKey(it.person()))) {
      return Optional.empty();
    }
    var debrief = sheet.debrief();
    // Whoever recruits was not there: it is a note about the meeting of two others.
    var kind = sheet.interview().seat() == Seat.RECRUITER ? TouchKind.NOTE : TouchKind.MEETING;
    var fresh =
        new NewTouch(
            List.of(new Touch.Way(kind, false)),
            debrief.endedAt(),
            sheet.called(),
            persons,
            promises,
            List.of(),
            sheet.interview().aim());
    var former = debrief.loggedAs();
    var id =
        former == null
            ? touches.log(workspace, fresh, me.member(), now)
            : touches
                .correct(workspace, former, fresh, me.member(), now)
                .orElseGet(() -> touches.log(workspace, fresh, me.member(), now));
    store.setTouch(workspace, debrief.meeting(), id);
    return Optional.of(id);
  }

  /** Keeps concerns with the pursuit, with what answers each. */
  void keepConcerns(
      WorkspaceId workspace, DebriefSheet sheet, Map<String, String> answers, Instant now) {
    answers.forEach((words, answer) -> {
      if (!words.isBlank() && words.length() + answer.length() <= AnswerRules.LONGEST) {
        store.add(
            workspace,
            new Concern(
                ids.next(),
                sheet.interview().aim(),
                sheet.debrief().meeting(),
                sheet.interview().about(),
                words,
                answer),
            now);
      }
    });
  }

  /** Drafts a note to whoever brought us together. */
  Optional<DraftId> note(
      WorkspaceId workspace, DebriefSheet sheet, PersonId person, SignedIn me, Instant now) {
    return draft(
        workspace,
        person,
        me,
        now,
        it -> DebriefLetters.note(sheet, it.name(), day(sheet, me), me.name(), fed(sheet, "ours")));
  }

  /** Drafts the question to a client, and lets the clock of row R2 run. */
  Optional<DraftId> askClient(
      WorkspaceId workspace, DebriefSheet sheet, PersonId person, SignedIn me, Instant now) {
    var drafted =
        draft(
            workspace,
            person,
            me,
            now,
            it -> DebriefLetters.toClient(sheet, it.name(), day(sheet, me), me.name()));
    if (drafted.isPresent()) {
      // Whoever is followed up with on this already goes on as planned.
      cadence.start(
          workspace,
          new NewFollowUp(
              person,
              "R2",
              sheet.interview().aim(),
              null,
              sheet.debrief().endedAt(),
              named(sheet.debrief()),
              null,
              Research.NONE),
          me.member(),
          now);
      store.setClientAsked(workspace, sheet.debrief().meeting(), now);
    }
    return drafted;
  }

  private static LocalDate day(DebriefSheet sheet, SignedIn me) {
    return sheet.debrief().endedAt().atZone(me.zone()).toLocalDate();
  }

  /** Not where mail came back. */
  private Optional<EmailAddress> to(WorkspaceId workspace, Person person) {
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    return person.mailAddressBut(outbox.reach(workspace, addresses).bounced());
  }

  private interface Writes {
    Letter write(Person to);
  }

  private Optional<DraftId> draft(
      WorkspaceId workspace, PersonId person, SignedIn me, Instant now, Writes writes) {
    return people
        .person(workspace, person)
        .map(it -> {
          var letter = writes.write(it);
          var id = new DraftId(ids.next());
          outbox.saveDraft(
              workspace,
              id,
              new DraftText(
                  null,
                  to(workspace, it).map(EmailAddress::value).orElse(""),
                  "",
                  "",
                  letter.subject(),
                  letter.body(),
                  null,
                  false,
                  Leaving.NOW,
                  ""),
              List.of(),
              List.of(),
              me.member(),
              now,
              now);
          return id;
        });
  }
}
