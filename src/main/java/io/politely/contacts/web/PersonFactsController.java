package io.politely.contacts.web;

import io.politely.accounts.SignedIn;
import io.politely.contacts.Contacts;
import io.politely.contacts.FactKind;
import io.politely.contacts.FactRules;
import io.politely.contacts.FactRules.Typed;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
      @RequestParam(defaultValue = "") String company,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String until) {
    return told(me, person, FactRules.role(title, company, since, until));
  }

  /** Tells what only one holds of: zone, language, basis, met. Blank: forgets it. */
  @PutMapping("/people/{person}/{kind:zone|language|basis|met}")
  Answer only(
      SignedIn me,
      @PathVariable UUID person,
      @PathVariable String kind,
      @RequestParam String words) {
    var which = FactKind.valueOf(kind.toUpperCase(Locale.ROOT));
    if (!words.isBlank()) {
      return told(me, person, FactRules.only(which, words));
    }
    var about = known(me, person);
    return Answer.seeOther(
        path(about),
        contacts
            .clear(me.workspace(), about, which, clock.instant())
            .map(fact -> Toast.undoable("Removed.", path(about) + "/facts/" + fact + "/removal"))
            .orElse(Toast.saying("Nothing was kept of that.")));
  }

  /** Takes back that something was told: what was told before holds again. */
  @DeleteMapping("/people/{person}/facts/{fact}/telling")
  Answer untell(SignedIn me, @PathVariable UUID person, @PathVariable UUID fact) {
    var about = known(me, person);
    if (!contacts.untell(me.workspace(), fact, clock.instant())) {
      throw unknown();
    }
    return Answer.seeOther(path(about), Toast.saying("As it was."));
  }

  @PostMapping("/people/{person}/reaches")
  Answer reach(SignedIn me, @PathVariable UUID person, @RequestParam String reach) {
    return told(me, person, FactRules.reach(reach));
  }

  /** Says that somebody has another mail address; taking that back is to undo a merge. */
  @PostMapping("/people/{person}/addresses")
  Answer address(
      SignedIn me, @PathVariable UUID person, @RequestParam(defaultValue = "") String address) {
    var about = known(me, person);
    var typed =
        EmailAddress.parse(address.strip())
            .filter(EmailAddress::takesMail)
            .orElseThrow(() -> refused("This is no mail address."));
    var merge =
        people
            .giveAddress(me.workspace(), about, typed, me.member(), clock.instant())
            .orElseThrow(() ->
                refused(
                    "This address is somebody's already. If both are one person, merge them on"
                        + " their page."));
    contacts.changed(me.workspace(), about);
    return Answer.seeOther(
        path(about),
        Toast.undoable("They have that address too.", path(about) + "/merges/" + merge));
  }

  private static ResponseStatusException refused(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
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
                  .map(
                      fact -> Toast.undoable("Noted.", path(about) + "/facts/" + fact + "/telling"))
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
