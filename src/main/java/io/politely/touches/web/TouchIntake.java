package io.politely.touches.web;

import io.politely.accounts.SignedIn;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.mail.ConversationId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.touches.NewTouch;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.touches.Touch;
import io.politely.touches.web.TouchForm.PersonField;
import io.politely.touches.web.TouchForm.PromiseField;
import io.politely.web.Typed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a touch of what was entered, or says what is missing. Enters people who are new. */
@Component
class TouchIntake {

  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_NAME = 200;

  private final TouchPages pages;
  private final People people;
  private final Pursuits pursuits;
  private final Ledger ledger;
  private final NewIds ids;
  private final Clock clock;

  TouchIntake(
      TouchPages pages, People people, Pursuits pursuits, Ledger ledger, NewIds ids, Clock clock) {
    this.pages = pages;
    this.people = people;
    this.pursuits = pursuits;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a form. */
  sealed interface Taken {

    /** It can be kept. */
    record Accepted(NewTouch touch) implements Taken {}

    /** It cannot; {@code with} is what to look at again. */
    record Refused(TouchForm with, String problem) implements Taken {}
  }

  Taken take(SignedIn me, TouchForm entered) {
    var form = resolved(me, entered);
    var problem = problem(me, form);
    return problem.isEmpty()
        ? new Taken.Accepted(touch(me, form))
        : new Taken.Refused(form, problem);
  }

  /** What is missing or wrong, in a sentence; "": nothing. */
  private String problem(SignedIn me, TouchForm form) {
    if (ways(form).isEmpty()) {
      return "Say what happened.";
    }
    if (form.line().length() > LONGEST_WORDS) {
      return "A line has at most 500 characters. Keep the rest as a note on their page.";
    }
    var at = at(me, form);
    if (at.isEmpty() || !form.promises().stream().allMatch(it -> isDay(it.due()))) {
      return "A day looks like 2026-06-26, a time like 15:30.";
    }
    boolean isContact = ways(form).stream().anyMatch(way -> way.kind().isContact());
    if (isContact && at.get().isAfter(endOfToday(me))) {
      return "What is logged has happened: choose a day that has come.";
    }
    if (form.persons().isEmpty()) {
      return "Say with whom it was.";
    }
    if (!form.pursuit().isEmpty() && pursuit(me, form.pursuit()) == null) {
      return "There is no such pursuit here.";
    }
    return form.persons().stream()
        .map(TouchIntake::problem)
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElseGet(() -> areKnown(me, form) ? "" : "Somebody whom you chose is not here any more.");
  }

  private static String problem(PersonField field) {
    if (field.person().isEmpty()) {
      return "Say which “%s” it was.".formatted(field.called());
    }
    if (!field.isNew()) {
      return "";
    }
    if (field.newName().isBlank()) {
      return "Nobody here is called “%s”. Give the name of who is new, or choose somebody else."
          .formatted(field.called());
    }
    if (field.newName().length() > LONGEST_NAME) {
      return "A name has at most 200 characters.";
    }
    return field.newAddress().isBlank() || EmailAddress.parse(field.newAddress()).isPresent()
        ? ""
        : "“%s” is no address.".formatted(field.newAddress());
  }

  private boolean areKnown(SignedIn me, TouchForm form) {
    var chosen =
        form.persons().stream().filter(it -> !it.isNew()).map(PersonField::person).toList();
    var wanted = chosen.stream().flatMap(it -> TouchPages.id(it).stream()).toList();
    return wanted.size() == chosen.size()
        && people.persons(me.workspace(), wanted).keySet().containsAll(wanted);
  }

  private NewTouch touch(SignedIn me, TouchForm form) {
    var persons = persons(me, form.persons());
    return new NewTouch(
        ways(form),
        at(me, form).map(at -> at.isAfter(clock.instant()) ? clock.instant() : at).orElseThrow(),
        form.line(),
        persons,
        form.promises().stream()
            .map(promise ->
                new NewPromise(
                    promise.by().equals("us"),
                    whose(promise.who(), persons),
                    shortened(promise.what()),
                    due(me, promise)))
            .toList(),
        form.answers().stream()
            .flatMap(id -> Typed.uuid(id).stream())
            .map(ConversationId::new)
            .toList(),
        pursuit(me, form.pursuit()));
  }

  private static List<Touch.Way> ways(TouchForm form) {
    return form.ways().stream().flatMap(word -> TouchPages.way(word).stream()).toList();
  }

  /** The names that were typed, with whom they mean where only one is called so. */
  private TouchForm resolved(SignedIn me, TouchForm form) {
    var persons = new ArrayList<PersonField>();
    for (var field : form.persons()) {
      if (field.person().isEmpty()) {
        var candidates = pages.candidates(me, field.called(), "");
        persons.add(
            switch (candidates.size()) {
              case 0 -> new PersonField(field.called(), "new", field.called(), "");
              case 1 ->
                  new PersonField(field.called(), candidates.getFirst().id().toString(), "", "");
              default -> field;
            });
      } else if (!field.person().equals("nobody")) {
        persons.add(field);
      }
    }
    boolean isNewByName =
        form.persons().stream().anyMatch(it -> it.person().isEmpty())
            && persons.stream().anyMatch(it -> it.isNew());
    return new TouchForm(
        form.line(),
        form.ways(),
        isNewByName ? asked(form, persons) : persons,
        form.day(),
        form.time(),
        form.promises(),
        form.answers(),
        form.pursuit(),
        form.back());
  }

  /** Who was typed and is known to nobody is looked at before they are added. */
  private static List<PersonField> asked(TouchForm form, List<PersonField> persons) {
    return persons.stream()
        .map(it ->
            it.isNew() && !form.persons().contains(it)
                ? new PersonField(it.called(), "new", "", "")
                : it)
        .toList();
  }

  private Map<PersonId, String> persons(SignedIn me, List<PersonField> fields) {
    var persons = new LinkedHashMap<PersonId, String>();
    for (var field : fields) {
      var person = TouchPages.id(field.person()).orElseGet(() -> enter(me, field));
      persons.putIfAbsent(person, field.called());
    }
    return persons;
  }

  private PersonId enter(SignedIn me, PersonField field) {
    // Everybody has an address; who has none yet has one that takes no mail.
    var address =
        EmailAddress.parse(field.newAddress())
            .orElseGet(() -> new EmailAddress(ids.next() + "@card.invalid"));
    return people.enter(me.workspace(), field.newName(), address);
  }

  private static PersonId whose(String who, Map<PersonId, String> persons) {
    return persons.entrySet().stream()
        .filter(it ->
            !who.isEmpty()
                && (it.getValue().equalsIgnoreCase(who) || it.getKey().toString().equals(who)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> persons.keySet().iterator().next());
  }

  /** When it was; empty where that is no day or time. */
  private Optional<Instant> at(SignedIn me, TouchForm form) {
    try {
      var day = form.day().isEmpty() ? today(me) : LocalDate.parse(form.day());
      var time = form.time().isEmpty() ? LocalTime.NOON : LocalTime.parse(form.time());
      return Optional.of(day.atTime(time).atZone(me.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant endOfToday(SignedIn me) {
    return today(me).plusDays(1).atStartOfDay(me.zone()).toInstant();
  }

  private LocalDate today(SignedIn me) {
    return LocalDate.ofInstant(clock.instant(), me.zone());
  }

  private static boolean isDay(String text) {
    try {
      return text.isEmpty() || LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Instant due(SignedIn me, PromiseField promise) {
    return ledger.promiseDue(
        clock.instant(),
        promise.due().isEmpty() ? null : LocalDate.parse(promise.due()),
        me.zone());
  }

  private @Nullable PursuitId pursuit(SignedIn me, String id) {
    return Typed.uuid(id)
        .map(PursuitId::new)
        .filter(it -> pursuits.pursuit(me.workspace(), it).isPresent())
        .orElse(null);
  }

  private static String shortened(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
  }
}
