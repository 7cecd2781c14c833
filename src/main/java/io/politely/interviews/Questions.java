package io.politely.interviews;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact;
import io.politely.database.NewIds;
import io.politely.interviews.BankQuestion.Time;
import io.politely.interviews.QuestionStore.Folded;
import io.politely.interviews.QuestionStore.Row;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Company;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bank of questions: learns from debriefs, and tells what is likely to be asked. */
@Component
class Questions {

  private static final int MOST_TIMES = 5_000;
  private static final int MOST_COMPANIES = 200;
  private static final int LONGEST = 400;

  private final QuestionStore store;
  private final DebriefBankFile bank;
  private final Pursuits pursuits;
  private final People people;
  private final Contacts contacts;
  private final Accounts accounts;
  private final NewIds ids;

  Questions(
      QuestionStore store,
      DebriefBankFile bank,
      Pursuits pursuits,
      People people,
      Contacts contacts,
      Accounts accounts,
      NewIds ids) {
    this.store = store;
    this.bank = bank;
    this.pursuits = pursuits;
    this.people = people;
    this.contacts = contacts;
    this.accounts = accounts;
    this.ids = ids;
  }

  /** A question that a debrief tells, and who asked it. */
  private record Told(String words, @Nullable PersonId by) {}

  /**
   * A question that is kept out of the bank.
   *
   * @param why a sentence
   */
  record LeftOut(String words, String why) {}

  /** Learns what was asked in a meeting, instead of what was learned from it before. */
  void learn(
      WorkspaceId workspace, Debrief debrief, Interview interview, LocalDate day, Instant now) {
    store.forget(workspace, debrief.meeting());
    var known = new LinkedHashMap<String, UUID>();
    for (Folded one : store.known(workspace)) {
      known.put(one.folded(), one.id());
    }
    var leaks = leaks(workspace, debrief, interview);
    var company = company(workspace, interview);
    var learned = new HashSet<UUID>();
    for (var one : told(debrief)) {
      if (leaks.reason(one.words()).isPresent() || QuestionWords.folded(one.words()).isEmpty()) {
        continue;
      }
      var question =
          QuestionWords.same(one.words(), List.copyOf(known.keySet()))
              .map(known::get)
              .orElseGet(() -> store.add(workspace, ids.next(), one.words(), now));
      known.putIfAbsent(QuestionWords.folded(one.words()), question);
      if (learned.add(question)) {
        store.asked(
            workspace,
            ids.next(),
            question,
            company,
            one.by(),
            interview.kind(),
            day,
            debrief.meeting());
      }
    }
    store.forgetUnasked(workspace);
  }

  /** What a debrief tells and the bank does not take, with why. */
  List<LeftOut> leftOut(WorkspaceId workspace, Debrief debrief, Interview interview) {
    var leaks = leaks(workspace, debrief, interview);
    return told(debrief).stream()
        .flatMap(it -> leaks.reason(it.words()).map(why -> new LeftOut(it.words(), why)).stream())
        .distinct()
        .toList();
  }

  /** What a debrief taught the bank. */
  List<BankQuestion> learned(WorkspaceId workspace, Debrief debrief) {
    return grouped(store.of(workspace, debrief.meeting()));
  }

  /** Forgets what a debrief taught. */
  void unlearn(WorkspaceId workspace, Debrief debrief) {
    store.forget(workspace, debrief.meeting());
    store.forgetUnasked(workspace);
  }

  List<BankQuestion> find(
      WorkspaceId workspace,
      String company,
      Optional<InterviewKind> kind,
      Optional<PersonId> interviewer,
      String words) {
    return grouped(
        store.find(
            workspace,
            company,
            kind.map(InterviewKind::word).orElse(""),
            interviewer.orElse(null),
            words,
            MOST_TIMES));
  }

  List<String> companies(WorkspaceId workspace) {
    return store.companies(workspace, MOST_COMPANIES);
  }

  List<LikelyQuestion> likely(
      WorkspaceId workspace,
      String company,
      Collection<PersonId> interviewers,
      InterviewKind kind,
      int limit) {
    var asked = grouped(store.likely(workspace, company, interviewers, MOST_TIMES));
    var names =
        people.persons(workspace, interviewers).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, it -> it.getValue().name()));
    return LikelyRules.likely(asked, QuestionWords.folded(company), names, kind, limit);
  }

  boolean remove(WorkspaceId workspace, UUID question, Instant now) {
    return store.remove(workspace, question, now);
  }

  boolean bringBack(WorkspaceId workspace, UUID question) {
    return store.bringBack(workspace, question);
  }

  private List<Told> told(Debrief debrief) {
    var told = new LinkedHashMap<String, Told>();
    for (var question : bank.bank().feeding("learned")) {
      for (var answer : debrief.answers()) {
        if (answer.question().equals(question.key())) {
          answer.lines().stream()
              .filter(it -> it.length() <= LONGEST)
              // Who is named to have asked says more than a list without names.
              .forEach(it ->
                  told.merge(
                      QuestionWords.folded(it),
                      new Told(it, person(answer.about()).orElse(null)),
                      (one, other) -> one.by() == null ? other : one));
        }
      }
    }
    return List.copyOf(told.values());
  }

  private static Optional<PersonId> person(String about) {
    try {
      return about.isEmpty() ? Optional.empty() : Optional.of(new PersonId(UUID.fromString(about)));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }

  private String company(WorkspaceId workspace, Interview interview) {
    return interview
        .pursuit()
        .flatMap(it -> pursuits.pursuit(workspace, it))
        .map(Pursuit::company)
        .orElse("");
  }

  /** Whoever may have been asked: the candidate, the others of the search, ourselves. */
  private Leaks leaks(WorkspaceId workspace, Debrief debrief, Interview interview) {
    var parts = interview.pursuit().map(it -> pursuits.parts(workspace, it)).orElseGet(List::of);
    var candidates = new HashSet<PersonId>();
    interview.candidate().ifPresent(candidates::add);
    parts.stream()
        .filter(it -> it.role() == Role.CANDIDATE)
        .map(Part::person)
        .forEach(candidates::add);
    var names = new HashSet<String>();
    var employers = new HashSet<String>();
    accounts.members(workspace).stream().map(Member::name).forEach(names::add);
    var persons = people.persons(workspace, candidates);
    persons.values().forEach(it -> names.addAll(called(it)));
    persons.values().stream()
        .flatMap(it -> it.companies().stream())
        .map(Company::name)
        .forEach(employers::add);
    contacts.roles(workspace, List.copyOf(candidates)).values().stream()
        .flatMap(List::stream)
        .map(Fact.Told::company)
        .forEach(employers::add);
    return new Leaks(names, employers, allowed(workspace, debrief, interview, parts, candidates));
  }

  private static Set<String> called(Person person) {
    var called = new HashSet<String>();
    called.add(person.name());
    person.addresses().stream()
        .map(it -> it.address())
        .map(EmailAddress::value)
        .map(it -> it.substring(0, it.indexOf('@')))
        .forEach(called::add);
    return called;
  }

  private Set<String> allowed(
      WorkspaceId workspace,
      Debrief debrief,
      Interview interview,
      List<Part> parts,
      Set<PersonId> candidates) {
    var allowed = new HashSet<String>();
    allowed.add(company(workspace, interview));
    var others = new HashSet<PersonId>();
    parts.stream().map(Part::person).filter(it -> !candidates.contains(it)).forEach(others::add);
    debrief.answers().stream().flatMap(it -> person(it.about()).stream()).forEach(others::add);
    others.removeAll(candidates);
    people.persons(workspace, others).values().forEach(it -> allowed.add(it.name()));
    return allowed;
  }

  private static List<BankQuestion> grouped(List<Row> rows) {
    var words = new LinkedHashMap<UUID, String>();
    var times = new HashMap<UUID, List<Time>>();
    for (var row : rows) {
      words.putIfAbsent(row.question(), row.words());
      times
          .computeIfAbsent(row.question(), _ -> new ArrayList<>())
          .add(
              new Time(
                  row.company(),
                  row.by(),
                  InterviewKind.of(row.kind()).orElse(InterviewKind.OTHER),
                  row.on()));
    }
    return words.entrySet().stream()
        .map(it ->
            new BankQuestion(
                it.getKey(), it.getValue(), times.getOrDefault(it.getKey(), List.of())))
        .toList();
  }
}
