package io.politely.contacts.web;

import io.politely.accounts.SignedIn;
import io.politely.contacts.Contacts;
import io.politely.contacts.OwnField;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Fields of a workspace's own, and what they hold of people. */
@Controller
class OwnFieldsController {

  private static final String HERE = "/people/fields";
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 50;

  private final Contacts contacts;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  OwnFieldsController(Contacts contacts, People people, Templates templates, Clock clock) {
    this.contacts = contacts;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.contactsFields(frame, page(me, "")));
  }

  @PostMapping(HERE)
  Answer add(SignedIn me, Frame frame, @RequestParam String name, @RequestParam String type) {
    var called = name.replaceAll("\\s+", " ").strip();
    var kind = OwnField.Type.of(type).orElseThrow(OwnFieldsController::missing);
    var problem =
        called.isEmpty() || called.length() > LONGEST_NAME
            ? "A field has a name, of 60 characters at most."
            : contacts.ownFields(me.workspace()).size() >= MOST
                ? "There are fifty fields already: remove one first."
                : "";
    if (problem.isEmpty()) {
      var added = contacts.addField(me.workspace(), called, kind);
      if (added.isPresent()) {
        return Answer.seeOther(HERE, Toast.undoable("Added.", HERE + "/" + added.get()));
      }
      problem = "There is a field “%s” already.".formatted(called);
    }
    return Answer.problem(templates.contactsFields(frame, page(me, problem)));
  }

  @DeleteMapping(HERE + "/{field}")
  Answer remove(SignedIn me, @PathVariable UUID field) {
    if (!contacts.removeField(me.workspace(), field, clock.instant())) {
      throw missing();
    }
    return Answer.seeOther(
        HERE, Toast.undoable("Removed, with what it held.", HERE + "/" + field + "/removal"));
  }

  @DeleteMapping(HERE + "/{field}/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID field) {
    if (!contacts.bringFieldBack(me.workspace(), field)) {
      throw missing();
    }
    return Answer.seeOther(HERE, Toast.saying("It is back, with what it held."));
  }

  /** Tells what a field holds of somebody; blank: nothing any more. */
  @PutMapping("/people/{person}/fields/{field}")
  Answer tell(
      SignedIn me,
      @PathVariable UUID person,
      @PathVariable UUID field,
      @RequestParam String words) {
    var about = known(me, person);
    var one =
        contacts.ownFields(me.workspace()).stream()
            .filter(it -> it.id().equals(field))
            .findFirst()
            .orElseThrow(OwnFieldsController::missing);
    return contacts
        .tellValue(me.workspace(), about, one, words, me.member(), clock.instant())
        .map(value ->
            Answer.seeOther(
                "/people/" + about,
                Toast.undoable("Noted.", "/people/" + about + "/values/" + value)))
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "“%s” does not fit into %s: %s."
                    .formatted(
                        words.strip(), one.name(), one.type().said().toLowerCase(Locale.ROOT))));
  }

  /** Takes back what was told: what the field held before holds again. */
  @DeleteMapping("/people/{person}/values/{value}")
  Answer untell(SignedIn me, @PathVariable UUID person, @PathVariable UUID value) {
    var about = known(me, person);
    if (!contacts.untellValue(me.workspace(), value)) {
      throw missing();
    }
    return Answer.seeOther("/people/" + about, Toast.saying("As it was."));
  }

  private PersonId known(SignedIn me, UUID person) {
    return people
        .person(me.workspace(), new PersonId(person))
        .orElseThrow(OwnFieldsController::missing)
        .id();
  }

  private OwnFieldsPage page(SignedIn me, String problem) {
    return new OwnFieldsPage(
        contacts.ownFields(me.workspace()).stream()
            .map(field ->
                new OwnFieldsPage.Row(field.name(), field.type().said(), HERE + "/" + field.id()))
            .toList(),
        List.of(OwnField.Type.values()),
        problem);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "That is not known here.");
  }
}
