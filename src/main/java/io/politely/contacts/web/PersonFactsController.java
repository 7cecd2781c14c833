package io.politely.contacts.web;

import io.politely.accounts.SignedIn;
import io.politely.contacts.Contacts;
import io.politely.contacts.FactRules;
import io.politely.contacts.FactRules.Typed;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Facts by hand. */
@Controller
class PersonFactsController {

  private final Contacts contacts;
  private final People people;
  private final Clock clock;

  PersonFactsController(Contacts contacts, People people, Clock clock) {
    this.contacts = contacts;
    this.people = people;
    this.clock = clock;
  }

  @PostMapping("/people/{person}/roles")
  Answer role(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String company) {
    return told(me, person, FactRules.role(title, company));
  }

  @PostMapping("/people/{person}/reaches")
  Answer reach(SignedIn me, @PathVariable UUID person, @RequestParam String reach) {
    return told(me, person, FactRules.reach(reach));
  }

  @PostMapping("/people/{person}/notes")
  Answer note(SignedIn me, @PathVariable UUID person, @RequestParam String words) {
    return told(me, person, FactRules.note(words));
  }

  @PostMapping("/people/{person}/tags")
  Answer tag(SignedIn me, @PathVariable UUID person, @RequestParam String tag) {
    return told(me, person, FactRules.tag(tag));
  }

  @DeleteMapping("/people/{person}/facts/{fact}")
  Answer remove(SignedIn me, @PathVariable UUID person, @PathVariable UUID fact) {
    var about = known(me, person);
    if (!contacts.remove(me.workspace(), fact, clock.instant())) {
      throw unknown();
    }
    return Answer.seeOther(
        path(about), Toast.undoable("Removed.", path(about) + "/facts/" + fact + "/removal"));
  }

  @DeleteMapping("/people/{person}/facts/{fact}/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID person, @PathVariable UUID fact) {
    var about = known(me, person);
    if (!contacts.bringBack(me.workspace(), fact)) {
      throw unknown();
    }
    return Answer.seeOther(path(about), Toast.saying("It is back."));
  }

  private Answer told(SignedIn me, UUID person, Typed typed) {
    var about = known(me, person);
    return switch (typed) {
      case Typed.Understood(var told) ->
          Answer.seeOther(
              path(about),
              contacts
                  .tell(me.workspace(), about, told, me.member(), clock.instant())
                  .map(fact -> Toast.undoable("Noted.", path(about) + "/facts/" + fact))
                  .orElse(Toast.saying("That is known already.")));
      case Typed.Refused(var why) ->
          throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, why);
    };
  }

  private PersonId known(SignedIn me, UUID person) {
    return people
        .person(me.workspace(), new PersonId(person))
        .orElseThrow(PersonFactsController::unknown)
        .id();
  }

  private static String path(PersonId person) {
    return "/people/" + person;
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "That is not known here.");
  }
}
