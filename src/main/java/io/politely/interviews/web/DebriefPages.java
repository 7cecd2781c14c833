package io.politely.interviews.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import io.politely.accounts.SignedIn;
import io.politely.interviews.AfterDebrief;
import io.politely.interviews.BankQuestion;
import io.politely.interviews.Commitment;
import io.politely.interviews.Debrief;
import io.politely.interviews.DebriefBank;
import io.politely.interviews.DebriefRules.Put;
import io.politely.interviews.DebriefSheet;
import io.politely.interviews.InterviewKind;
import io.politely.interviews.Interviews;
import io.politely.interviews.Memory;
import io.politely.interviews.Seat;
import io.politely.interviews.web.DebriefPage.Field;
import io.politely.interviews.web.DebriefPage.Option;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.web.When;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the pages of debriefs and of the bank of questions. */
@Component
class DebriefPages {

  private static final int MOST = 200;
  private static final int PLACES = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  private final Interviews interviews;
  private final People people;
  private final Clock clock;

  DebriefPages(Interviews interviews, People people, Clock clock) {
    this.interviews = interviews;
    this.people = people;
    this.clock = clock;
  }

  static String path(DebriefSheet sheet) {
    return "/meetings/" + sheet.debrief().meeting() + "/debrief";
  }

  /** One question; empty where all are answered and none is named. */
  Optional<DebriefPage> question(
      SignedIn me, DebriefSheet sheet, boolean isShort, String key, String about, String problem) {
    var answers = sheet.debrief().answers();
    var rules = sheet.rules();
    var all = rules.questions(isShort, answers);
    var named =
        all.stream()
            .filter(it -> it.question().key().equals(key) && it.about().equals(about))
            .findFirst();
    return named
        .or(() -> rules.next(isShort, answers, "", ""))
        .map(put -> page(me, sheet, isShort, all, put, problem));
  }

  private DebriefPage page(
      SignedIn me, DebriefSheet sheet, boolean isShort, List<Put> all, Put put, String problem) {
    int at = all.indexOf(put);
    long answered =
        all.stream()
            .filter(it -> sheet.debrief().answer(it.question().key(), it.about()).isPresent())
            .count();
    return new DebriefPage(
        path(sheet),
        sheet.called(),
        about(sheet),
        When.of(sheet.debrief().endedAt(), clock.instant(), me.zone()),
        memory(sheet.debrief()),
        DebriefFields.of(sheet, put, 0),
        (int) answered,
        all.size(),
        isShort,
        at > 0 ? address(sheet, isShort, all.get(at - 1)) : "",
        address(sheet, !isShort, put),
        problem);
  }

  static String address(DebriefSheet sheet, boolean isShort, Put put) {
    return address(path(sheet), isShort)
        + "&question="
        + put.question().key()
        + (put.about().isEmpty() ? "" : "&about=" + URLEncoder.encode(put.about(), UTF_8));
  }

  static String address(String path, boolean isShort) {
    return path + "?path=" + (isShort ? "short" : "full");
  }

  private static String about(DebriefSheet sheet) {
    return Stream.of(sheet.candidate(), sheet.pursuit())
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** How fresh it is now, or was. */
  private String memory(Debrief debrief) {
    var memory =
        debrief
            .memory()
            .orElseGet(() -> Memory.of(Duration.between(debrief.endedAt(), clock.instant())));
    return switch (memory) {
      case FRESH -> "Fresh: told within two hours.";
      case SAME_DAY -> "Told within a day.";
      case FADED -> "Told later than a day after: what you read here may be off.";
    };
  }

  /** All questions, for notes on the phone. */
  DebriefWholePage whole(SignedIn me, DebriefSheet sheet, String problem) {
    var debrief = sheet.debrief();
    var fields = new ArrayList<Field>();
    for (var put : sheet.rules().whole(debrief.answers())) {
      fields.add(DebriefFields.of(sheet, put, fields.size()));
    }
    var byPart =
        fields.stream().collect(groupingBy(Field::part, LinkedHashMap::new, Collectors.toList()));
    var sections = new ArrayList<DebriefWholePage.Section>();
    byPart.forEach((part, some) ->
        sections.add(
            new DebriefWholePage.Section(
                "part-" + sections.size(),
                part,
                some.stream()
                    .filter(it -> !debrief.said(it.question(), it.about()).isEmpty())
                    .count(),
                some)));
    return new DebriefWholePage(
        path(sheet),
        sheet.called(),
        about(sheet),
        When.of(debrief.endedAt(), clock.instant(), me.zone()),
        debrief.words(),
        interviews.readsDebriefs(),
        debrief.answers().stream()
            .map(it -> it.at())
            .max(Instant::compareTo)
            .filter(_ -> problem.isEmpty())
            .map(it -> "Kept at " + TIME.format(it.atZone(me.zone())))
            .orElse(problem.isEmpty() ? "Nothing kept yet" : "Not everything is kept yet"),
        sections,
        problem);
  }

  DebriefProposalsPage proposals(SignedIn me, DebriefSheet sheet, Refused refused) {
    var confirmed = refused.fields().getOrDefault("confirmed", List.of());
    return new DebriefProposalsPage(
        path(sheet),
        sheet.called(),
        interviews.proposals(me.workspace(), sheet, me.zone()).stream()
            .map(it -> {
              var name = DebriefFields.name(it.question(), "");
              var before = sheet.debrief().said(it.question());
              return new DebriefProposalsPage.Row(
                  name,
                  sheet
                      .bank()
                      .question(it.question())
                      .map(one -> one.text(sheet.interview().seat(), ""))
                      .orElse(""),
                  refused.typed(name, it.words()),
                  it.quote(),
                  before,
                  refused.problem().isEmpty() ? before.isEmpty() : confirmed.contains(name));
            })
            .toList(),
        refused.problem());
  }

  AfterPage after(SignedIn me, AfterDebrief after, Refused refused) {
    var sheet = after.sheet();
    var debrief = sheet.debrief();
    var now = clock.instant();
    var isSearch = sheet.interview().seat() == Seat.RECRUITER;
    return new AfterPage(
        path(sheet),
        sheet.called(),
        about(sheet),
        debrief.commitment().map(it -> verdict(it, isSearch)).orElse(""),
        debrief.condition(),
        memory(debrief),
        !sheet.rules().isClosedByGate(debrief.answers()),
        isSearch,
        after.thanks().stream()
            .map(it ->
                new AfterPage.Thanks(
                    it.person().toString(),
                    it.name(),
                    typed(refused, it.person(), "insight", it.insight()),
                    typed(refused, it.person(), "proof", it.proof()),
                    it.followUp(),
                    When.of(it.until(), now, me.zone())))
            .toList(),
        promises(me, after, isSearch, refused),
        !after.promisers().isEmpty(),
        after.strangers().stream()
            .map(it ->
                new AfterPage.Stranger(
                    it.about(),
                    it.name(),
                    refused.isOf("met", it.about()) ? refused.typed("people", "") : ""))
            .toList(),
        debrief.loggedAs() != null,
        after.day().map(LocalDate::toString).orElse(""),
        after.day().map(DAY::format).orElse(""),
        after.waiting().stream().map(it -> new AfterPage.Waiting(it.path(), it.name())).toList(),
        Stream.concat(
                after.unkept().stream().map(it -> new AfterPage.Concern("", it, "")),
                after.kept().stream()
                    .map(it -> new AfterPage.Concern(it.id().toString(), it.words(), it.answer())))
            .toList(),
        after.contradictions().stream()
            .map(it ->
                new AfterPage.Contradiction(
                    it.question(),
                    it.now(),
                    it.before(),
                    it.meeting(),
                    When.of(it.at(), now, me.zone())))
            .toList(),
        after.learned().stream().map(BankQuestion::words).toList(),
        after.leftOut().stream().map(it -> new AfterPage.LeftOut(it.words(), it.why())).toList(),
        somebody(after.tell()),
        somebody(after.clients()),
        asked(me, debrief),
        outcome(sheet),
        refused.problem());
  }

  private static String typed(Refused refused, PersonId person, String field, String otherwise) {
    return refused.isOf("person", person.toString()) ? refused.typed(field, otherwise) : otherwise;
  }

  /** What they promised is due on the day that they named, all else tomorrow. */
  private List<AfterPage.Promise> promises(
      SignedIn me, AfterDebrief after, boolean isSearch, Refused refused) {
    var tomorrow = LocalDate.ofInstant(clock.instant(), me.zone()).plusDays(1);
    var promises = new ArrayList<AfterPage.Promise>();
    for (var words : after.ours()) {
      var who = isSearch ? after.sheet().candidate() : "You";
      var due = isSearch ? after.day().orElse(tomorrow) : tomorrow;
      promises.add(promise(!isSearch, who, words, due, after, refused, promises.size()));
    }
    for (var words : after.theirs()) {
      var due = after.day().orElse(tomorrow);
      promises.add(promise(false, "They", words, due, after, refused, promises.size()));
    }
    return promises;
  }

  private static AfterPage.Promise promise(
      boolean byUs,
      String who,
      String words,
      LocalDate due,
      AfterDebrief after,
      Refused refused,
      int at) {
    boolean isTyped = refused.fields().containsKey("due");
    var chosen = isTyped ? refused.typed("person", at, "") : null;
    var persons = new ArrayList<Option>();
    after
        .promisers()
        .forEach(it -> persons.add(new Option(it.about(), it.name(), it.about().equals(chosen))));
    persons.add(new Option("", "Do not log it", "".equals(chosen)));
    return new AfterPage.Promise(
        byUs, who, words, persons, refused.typed("due", at, due.toString()));
  }

  private static List<AfterPage.Somebody> somebody(List<AfterDebrief.Somebody> some) {
    return some.stream()
        .map(it -> new AfterPage.Somebody(it.person().toString(), it.name(), it.role()))
        .toList();
  }

  private static String verdict(Commitment commitment, boolean isSearch) {
    return switch (commitment) {
      case YES -> isSearch ? "Yes: they would accept." : "Yes: you would accept.";
      case NO -> isSearch ? "No: they would not accept." : "No: you would not accept.";
      case NOT_A_YES -> "Not a yes.";
    };
  }

  private static String asked(SignedIn me, Debrief debrief) {
    var at = debrief.clientAskedAt();
    return at == null ? "" : DAY.format(at.atZone(me.zone()));
  }

  /** Where a candidate is told how it ended. */
  private static String outcome(DebriefSheet sheet) {
    var pursuit = sheet.interview().pursuit();
    var candidate = sheet.interview().candidate();
    return pursuit.isPresent() && candidate.isPresent()
        ? "/pursuits/%s/people/%s".formatted(pursuit.get(), candidate.get())
        : "";
  }

  SidesPage sides(SignedIn me, DebriefSheet sheet, String problem) {
    var rows = new ArrayList<SidesPage.Row>();
    for (var one : sheet.bank().client()) {
      rows.add(
          new SidesPage.Row(
              sheet
                  .bank()
                  .question(one.beside())
                  .map(it -> it.text(sheet.interview().seat(), ""))
                  .orElse(""),
              one.beside().equals(DebriefBank.LAST)
                  ? committed(sheet.debrief())
                  : DebriefFields.shown(sheet, one.beside()),
              DebriefFields.ofClient(sheet, one, rows.size())));
    }
    return new SidesPage(
        path(sheet),
        sheet.called(),
        about(sheet),
        sheet.candidate().isEmpty() ? "The candidate" : sheet.candidate(),
        asked(me, sheet.debrief()),
        outcome(sheet),
        rows,
        problem);
  }

  private static String committed(Debrief debrief) {
    return debrief
        .commitment()
        .map(it ->
            debrief.condition().isEmpty()
                ? it.said()
                : "%s: %s".formatted(it.said(), debrief.condition()))
        .orElse("");
  }

  DebriefsPage list(SignedIn me, Optional<PursuitId> pursuit, Optional<PersonId> person) {
    var now = clock.instant();
    var all =
        interviews.debriefs(me.workspace(), MOST).stream()
            .filter(it -> pursuit.isEmpty() || it.interview().pursuit().equals(pursuit))
            .filter(it -> person.isEmpty() || isWith(it, person.get()))
            .toList();
    var byState =
        all.stream()
            .collect(
                groupingBy(
                    it -> it.debrief().isOpen(),
                    Collectors.mapping(it -> row(me, it, now), Collectors.toList())));
    return new DebriefsPage(
        pursuit
            .flatMap(it -> all.stream().map(DebriefSheet::pursuit).findFirst())
            .or(() -> person.flatMap(it -> people.person(me.workspace(), it)).map(Person::name))
            .orElse(""),
        byState.getOrDefault(true, List.of()),
        byState.getOrDefault(false, List.of()));
  }

  private static boolean isWith(DebriefSheet sheet, PersonId person) {
    return sheet.interview().candidate().filter(person::equals).isPresent()
        || sheet.invited().stream().anyMatch(it -> it.about().equals(person.toString()));
  }

  private static DebriefsPage.Row row(SignedIn me, DebriefSheet sheet, Instant now) {
    var debrief = sheet.debrief();
    return new DebriefsPage.Row(
        debrief.isOpen() ? path(sheet) : path(sheet) + "/after",
        sheet.called(),
        about(sheet),
        debrief.isOpen()
            ? debrief.answers().isEmpty() ? "Not told yet" : "Begun"
            : debrief.commitment().map(Commitment::said).orElse("Did not take place"),
        When.of(debrief.endedAt(), now, me.zone()));
  }

  QuestionsPage questions(
      SignedIn me,
      String words,
      String company,
      Optional<InterviewKind> kind,
      Optional<PersonId> interviewer) {
    var found = interviews.questions(me.workspace(), company, kind, interviewer, words);
    var persons = new LinkedHashSet<PersonId>();
    found.forEach(it -> it.times().forEach(time -> time.by().ifPresent(persons::add)));
    interviewer.ifPresent(persons::add);
    var known = people.persons(me.workspace(), persons);
    return new QuestionsPage(
        words,
        options(interviews.companiesAsking(me.workspace()), company, "Every company"),
        Stream.concat(
                Stream.of(new Option("", "Every kind", kind.isEmpty())),
                Arrays.stream(InterviewKind.values())
                    .map(it ->
                        new Option(it.word(), it.said(), kind.filter(it::equals).isPresent())))
            .toList(),
        interviewer.map(PersonId::toString).orElse(""),
        interviewer.flatMap(it -> Optional.ofNullable(known.get(it))).map(Person::name).orElse(""),
        !words.isEmpty() || !company.isEmpty() || kind.isPresent() || interviewer.isPresent(),
        found.stream().limit(MOST).map(it -> row(it, known)).toList());
  }

  private static List<Option> options(List<String> all, String chosen, String none) {
    return Stream.concat(
            Stream.of(new Option("", none, chosen.isEmpty())),
            all.stream().map(it -> new Option(it, it, it.equalsIgnoreCase(chosen))))
        .toList();
  }

  private static QuestionsPage.Row row(BankQuestion question, Map<PersonId, Person> known) {
    var places =
        question.times().stream()
            .map(it ->
                it.company().isEmpty()
                    ? it.kind().said()
                    : "%s, %s".formatted(it.company(), it.kind().said().toLowerCase(Locale.ROOT)))
            .distinct()
            .limit(PLACES)
            .collect(Collectors.joining("; "));
    int count = question.times().size();
    return new QuestionsPage.Row(
        question.id().toString(),
        question.words(),
        "%s · %s".formatted(count == 1 ? "Asked once" : "Asked %d times".formatted(count), places),
        question.times().stream()
            .flatMap(it -> it.by().stream())
            .distinct()
            .flatMap(it -> Optional.ofNullable(known.get(it)).stream())
            .map(it -> new QuestionsPage.Who(it.name(), "/people/" + it.id()))
            .toList());
  }
}
