package io.politely.touches.web;

import io.politely.accounts.SignedIn;
import io.politely.ledger.Ledger;
import io.politely.ledger.Move;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Mail;
import io.politely.people.AddressKind;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.touches.Touch;
import io.politely.touches.TouchKind;
import io.politely.touches.TouchReader;
import io.politely.touches.Touches;
import io.politely.touches.Understood;
import io.politely.touches.web.TouchForm.PersonField;
import io.politely.touches.web.TouchForm.PromiseField;
import io.politely.touches.web.TouchPage.Answered;
import io.politely.touches.web.TouchPage.Option;
import io.politely.touches.web.TouchesPage.Row;
import io.politely.touches.web.TouchesPage.Somebody;
import io.politely.web.Typed;
import io.politely.web.When;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays out lines that are to be logged, with whom they may mean and what they may answer. */
@Component
class TouchPages {

  private static final int MOST_NAMES = 6;
  private static final int MOST_CANDIDATES = 8;
  private static final int MOST_ANSWERED = 6;
  private static final int NEWEST = 100;

  private final Touches touches;
  private final People people;
  private final Mail mail;
  private final Ledger ledger;
  private final Pursuits pursuits;
  private final Clock clock;

  TouchPages(
      Touches touches, People people, Mail mail, Ledger ledger, Pursuits pursuits, Clock clock) {
    this.touches = touches;
    this.people = people;
    this.mail = mail;
    this.ledger = ledger;
    this.pursuits = pursuits;
    this.clock = clock;
  }

  /** Everything that was logged lately, or about one pursuit. */
  TouchesPage list(SignedIn me, Optional<Pursuit> about) {
    var found =
        about
            .map(pursuit -> touches.about(me.workspace(), pursuit.id()))
            .orElseGet(() -> touches.newest(me.workspace(), NEWEST));
    var names = names(me, found.stream().flatMap(touch -> touch.persons().stream()).toList());
    var called =
        pursuits.named(
            me.workspace(),
            found.stream().flatMap(touch -> touch.pursuit().stream()).distinct().toList());
    var now = clock.instant();
    return new TouchesPage(
        about.map(Pursuit::name).orElse(""),
        about.map(pursuit -> pursuit.id().toString()).orElse(""),
        found.stream()
            .map(touch ->
                new Row(
                    "/touches/" + touch.id(),
                    touch.said(),
                    touch.words(),
                    touch.persons().stream()
                        .flatMap(id -> Stream.ofNullable(names.get(id)))
                        .map(it -> new Somebody(it.name(), "/people/" + it.id()))
                        .toList(),
                    touch.pursuit().map(called::get).orElse(""),
                    When.of(touch.at(), now, me.zone())))
            .toList());
  }

  private Map<PersonId, Person> names(SignedIn me, List<PersonId> persons) {
    return persons.isEmpty()
        ? Map.of()
        : people.persons(me.workspace(), persons.stream().distinct().toList());
  }

  /** A line before it is kept: how it is understood. */
  TouchPage read(SignedIn me, String line, Optional<Person> about, String pursuit, String back) {
    if (line.isBlank()) {
      return page(me, new Draft("", about, List.of(), true), empty(line, pursuit, back), "");
    }
    var understood = TouchReader.read(line, now(me), me.zone());
    return page(
        me,
        new Draft("", about, understood.remarks(), true),
        form(me, line, understood, about, pursuit, back),
        "");
  }

  /** What was entered, with what is wrong with it. */
  TouchPage again(SignedIn me, String touch, TouchForm form, String problem) {
    return page(me, new Draft(touch, Optional.empty(), List.of(), touch.isEmpty()), form, problem);
  }

  /** A touch that was kept. */
  TouchPage kept(SignedIn me, Touch touch) {
    var at = LocalDateTime.ofInstant(touch.at(), me.zone());
    var answered = new LinkedHashSet<String>();
    touches.answered(me.workspace(), touch.id()).forEach(it -> answered.add(it.toString()));
    var form =
        new TouchForm(
            touch.words(),
            touch.ways().stream().map(TouchPages::word).toList(),
            touch.persons().stream()
                .map(person -> new PersonField("", person.toString(), "", ""))
                .toList(),
            at.toLocalDate().toString(),
            "%02d:%02d".formatted(at.getHour(), at.getMinute()),
            touches.promises(me.workspace(), touch.id()).stream()
                .filter(promise -> promise.keptAt() == null)
                .map(promise ->
                    new PromiseField(
                        promise.byUs() ? "us" : "them",
                        promise.person().toString(),
                        promise.words(),
                        LocalDate.ofInstant(promise.due(), me.zone()).toString()))
                .toList(),
            answered,
            touch.pursuit().map(PursuitId::toString).orElse(""),
            "");
    return page(me, new Draft(touch.id().toString(), Optional.empty(), List.of(), false), form, "");
  }

  /** What a page is made of besides its form. {@code touch}: its id, or "". */
  private record Draft(String touch, Optional<Person> about, List<String> remarks, boolean isNew) {}

  private TouchForm empty(String line, String pursuit, String back) {
    return new TouchForm(line, List.of(), List.of(), "", "", List.of(), Set.of(), pursuit, back);
  }

  private TouchForm form(
      SignedIn me,
      String line,
      Understood understood,
      Optional<Person> about,
      String pursuit,
      String back) {
    var persons = new ArrayList<PersonField>();
    for (var name : understood.names().stream().limit(MOST_NAMES).toList()) {
      persons.add(person(me, name, about));
    }
    if (persons.isEmpty()) {
      about.ifPresent(it -> persons.add(new PersonField("", it.id().toString(), "", "")));
    }
    return new TouchForm(
        line,
        understood.ways().stream().map(TouchPages::word).toList(),
        persons,
        understood.at().toLocalDate().toString(),
        "%02d:%02d".formatted(understood.at().getHour(), understood.at().getMinute()),
        understood.promises().stream()
            .map(promise ->
                new PromiseField(
                    promise.byUs() ? "us" : "them",
                    promise.by(),
                    promise.what(),
                    LocalDate.ofInstant(
                            ledger.promiseDue(clock.instant(), promise.due(), me.zone()), me.zone())
                        .toString()))
            .toList(),
        Set.of(),
        pursuit,
        back);
  }

  private PersonField person(SignedIn me, Understood.Name name, Optional<Person> about) {
    var candidates = candidates(me, name.words(), name.company());
    var chosen =
        about
            .filter(it -> candidates.stream().anyMatch(one -> one.id().equals(it.id())))
            .or(() ->
                candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty());
    return new PersonField(
        name.words(),
        chosen.map(it -> it.id().toString()).orElse(candidates.isEmpty() ? "new" : ""),
        candidates.isEmpty() ? name.words() : "",
        "");
  }

  /** Whom words may mean. */
  List<Person> candidates(SignedIn me, String words, String company) {
    var there = company.isEmpty() ? List.<Person>of() : found(me, words + " " + company);
    return there.isEmpty() ? found(me, words) : there;
  }

  private List<Person> found(SignedIn me, String words) {
    return words.isBlank()
        ? List.of()
        : people.persons(me.workspace(), words, Optional.empty(), MOST_CANDIDATES).items().stream()
            .filter(person -> person.kind() == AddressKind.PERSON)
            .toList();
  }

  private TouchPage page(SignedIn me, Draft draft, TouchForm form, String problem) {
    var chosen = chosen(me, form);
    var rows =
        Stream.concat(
                form.persons().stream().map(field -> row(me, field, chosen)),
                Stream.of(new TouchPage.Person("", List.of(), "", false, "", "")))
            .toList();
    var known = List.copyOf(chosen.values());
    return new TouchPage(
        draft.isNew() ? "/touches" : "/touches/" + draft.touch(),
        draft.isNew(),
        !draft.isNew() || !form.line().isBlank() || !problem.isEmpty(),
        form.line(),
        draft.about().map(it -> it.id().toString()).orElse(""),
        draft.about().map(Person::name).orElse(""),
        problem,
        draft.remarks(),
        ways(form.ways()),
        rows,
        form.day(),
        form.time(),
        LocalDate.ofInstant(clock.instant(), me.zone()).toString(),
        promises(form.promises()),
        answers(me, known, form.answers()),
        form.pursuit(),
        pursuits(me, known, form.pursuit()),
        form.back());
  }

  private Map<PersonId, Person> chosen(SignedIn me, TouchForm form) {
    return names(
        me, form.persons().stream().flatMap(field -> id(field.person()).stream()).toList());
  }

  static Optional<PersonId> id(String person) {
    return Typed.uuid(person).map(PersonId::new);
  }

  private TouchPage.Person row(SignedIn me, PersonField field, Map<PersonId, Person> chosen) {
    var known = id(field.person()).map(chosen::get);
    var candidates = new ArrayList<>(candidates(me, field.called(), ""));
    known
        .filter(it -> candidates.stream().noneMatch(one -> one.id().equals(it.id())))
        .ifPresent(it -> candidates.addFirst(it));
    var choices = new ArrayList<Option>();
    if (known.isEmpty() && !field.isNew()) {
      choices.add(new Option("", "Choose", true));
    }
    for (var one : candidates) {
      choices.add(
          new Option(
              one.id().toString(),
              described(one),
              known.isPresent() && known.get().id().equals(one.id())));
    }
    choices.add(new Option("new", "Somebody new", field.isNew()));
    choices.add(new Option("nobody", "Leave out", false));
    return new TouchPage.Person(
        field.called(),
        choices,
        hint(field, candidates, known.isPresent()),
        field.isNew(),
        field.newName(),
        field.newAddress());
  }

  private static String hint(PersonField field, List<Person> candidates, boolean isKnown) {
    if (field.isNew() && candidates.isEmpty()) {
      return "Nobody here is called “%s”. They are added when you save.".formatted(field.called());
    }
    return isKnown || field.isNew()
        ? ""
        : "%d people are called “%s”.".formatted(candidates.size(), field.called());
  }

  private static String described(Person person) {
    return person.addresses().stream()
        .findFirst()
        .map(address -> person.name() + ", " + address.text())
        .orElse(person.name());
  }

  private static List<List<Option>> ways(List<String> chosen) {
    var rows = new ArrayList<List<Option>>();
    for (var way : chosen) {
      rows.add(ways(way));
    }
    rows.add(ways(""));
    return rows;
  }

  private static List<Option> ways(String chosen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", chosen.isEmpty() ? "Nothing more" : "Leave out", chosen.isEmpty()));
    for (var kind : TouchKind.values()) {
      for (boolean byThem : new boolean[] {false, true}) {
        boolean hasSides =
            kind.isContact() && kind != TouchKind.MEETING && kind != TouchKind.MISSED_MEETING;
        if (hasSides || !byThem) {
          var way = new Touch.Way(kind, byThem);
          options.add(
              new Option(
                  word(way),
                  hasSides ? kind.said() + (byThem ? ", from them" : ", from you") : kind.said(),
                  word(way).equals(chosen)));
        }
      }
    }
    return options;
  }

  /** As a form has it: {@code missed-call:us}. */
  static String word(Touch.Way way) {
    return way.kind().word() + (way.byThem() ? ":them" : ":us");
  }

  static Optional<Touch.Way> way(String word) {
    int colon = Math.max(0, word.indexOf(':'));
    return TouchKind.of(word.substring(0, colon))
        .map(kind -> new Touch.Way(kind, word.endsWith(":them")));
  }

  private static List<TouchPage.Promise> promises(List<PromiseField> fields) {
    return Stream.concat(fields.stream(), Stream.of(new PromiseField("", "", "", "")))
        .map(field ->
            new TouchPage.Promise(
                Stream.of(
                        new Option("", "No promise", field.by().isEmpty()),
                        new Option("us", "You promised", field.by().equals("us")),
                        new Option("them", "They promised", field.by().equals("them")))
                    .toList(),
                field.who(),
                field.what(),
                field.due()))
        .toList();
  }

  /** Open conversations with those who are known already. */
  private List<Answered> answers(SignedIn me, List<Person> with, Set<String> chosen) {
    if (with.isEmpty()) {
      return List.of();
    }
    var addresses =
        with.stream().flatMap(it -> it.addresses().stream()).map(PersonAddress::address).toList();
    var conversations = mail.conversationsWith(me.workspace(), addresses, NEWEST);
    var moves =
        ledger.moves(me.workspace(), conversations.stream().map(ConversationSummary::id).toList());
    var now = clock.instant();
    return conversations.stream()
        .flatMap(it ->
            Optional.ofNullable(moves.get(it.id()))
                .flatMap(
                    move -> answered(it, move, chosen.contains(it.id().toString()), now, me.zone()))
                .stream())
        .limit(MOST_ANSWERED)
        .toList();
  }

  private static Optional<Answered> answered(
      ConversationSummary conversation, Move move, boolean isChosen, Instant now, ZoneId zone) {
    var look =
        switch (move) {
          case Move.Ours _ -> "ours";
          case Move.Theirs _ -> "theirs";
          case Move.Unsure _ -> "unsure";
          case Move.Scheduled _ -> "scheduled";
          case Move.Nobodys _, Move.Closed _ -> isChosen ? "closed" : "";
        };
    return look.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answered(
                conversation.id().toString(),
                conversation.subject().isBlank() ? "No subject" : conversation.subject(),
                switch (look) {
                  case "ours" -> "Your move";
                  case "theirs" -> "Their move";
                  case "scheduled" -> "Scheduled";
                  case "closed" -> "Closed";
                  default -> "Unsure";
                },
                look,
                When.of(move.since(), now, zone),
                isChosen));
  }

  private List<Option> pursuits(SignedIn me, List<Person> with, String chosen) {
    var found = new ArrayList<Pursuit>();
    Typed.uuid(chosen)
        .flatMap(id -> pursuits.pursuit(me.workspace(), new PursuitId(id)))
        .ifPresent(found::add);
    with.stream()
        .limit(1)
        .flatMap(person -> pursuits.of(me.workspace(), person.id()).stream())
        .filter(it -> found.stream().noneMatch(one -> one.id().equals(it.id())))
        .forEach(found::add);
    return found.isEmpty()
        ? List.of()
        : Stream.concat(
                Stream.of(new Option("", "None", chosen.isEmpty())),
                found.stream()
                    .map(it ->
                        new Option(
                            it.id().toString(), it.name(), it.id().toString().equals(chosen))))
            .toList();
  }

  private LocalDateTime now(SignedIn me) {
    return LocalDateTime.ofInstant(clock.instant(), me.zone());
  }
}
