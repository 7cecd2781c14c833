package io.politely.people.web;

import io.politely.accounts.SignedIn;
import io.politely.people.MergeId;
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

/** Says who is one person and who is not, and takes that back. */
@Controller
class MergeController {

  private final People people;
  private final Clock clock;

  MergeController(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Makes {@code merged} part of a person. */
  @PostMapping("/people/{person}/merges")
  Answer merge(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam UUID merged,
      @RequestParam(defaultValue = "") String back) {
    var kept = new PersonId(person);
    return people
        .merge(me.workspace(), kept, new PersonId(merged), me.member(), clock.instant())
        .map(merge ->
            Answer.seeOther(
                to(back, kept),
                Toast.undoable("They are one person now.", path(kept) + "/merges/" + merge)))
        .orElseThrow(() -> missing("They are one person already, or are not here any more."));
  }

  /** Takes a merge back. */
  @DeleteMapping("/people/{person}/merges/{merge}")
  Answer undoMerge(
      SignedIn me,
      @PathVariable UUID person,
      @PathVariable UUID merge,
      @RequestParam(defaultValue = "") String back) {
    return people
        .undoMerge(me.workspace(), new MergeId(merge), clock.instant())
        .map(kept -> Answer.seeOther(to(back, kept), Toast.saying("They are two people again.")))
        .orElseThrow(() -> missing("There is no such merge."));
  }

  /** Remembers that {@code other} is somebody else. */
  @PostMapping("/people/{person}/kept-apart")
  Answer keepApart(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam UUID other,
      @RequestParam(defaultValue = "") String back) {
    var one = new PersonId(person);
    if (!people.keepApart(me.workspace(), one, new PersonId(other), clock.instant())) {
      throw missing("They are one person already, or are not here any more.");
    }
    return Answer.seeOther(
        to(back, one), Toast.undoable("They stay two people.", path(one) + "/kept-apart/" + other));
  }

  /** Forgets that {@code other} is somebody else. */
  @DeleteMapping("/people/{person}/kept-apart/{other}")
  Answer forgetApart(
      SignedIn me,
      @PathVariable UUID person,
      @PathVariable UUID other,
      @RequestParam(defaultValue = "") String back) {
    var one = new PersonId(person);
    if (!people.noLongerApart(me.workspace(), one, new PersonId(other))) {
      throw missing("They are one person, or are not here any more.");
    }
    return Answer.seeOther(to(back, one), Toast.saying("Taken back."));
  }

  private static String to(String back, PersonId person) {
    return back.isEmpty() ? path(person) : back;
  }

  private static String path(PersonId person) {
    return "/people/" + person;
  }

  private static ResponseStatusException missing(String reason) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
  }
}
