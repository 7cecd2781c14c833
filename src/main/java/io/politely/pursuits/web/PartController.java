package io.politely.pursuits.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.TimeId;
import io.politely.pursuits.TimeKind;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

/** The people in a pursuit: who they are in it, and what time they gave. */
@Controller
class PartController {

  private static final int LONGEST_NAME = 200;

  private final Pursuits pursuits;
  private final People people;
  private final PursuitPages pages;
  private final CandidatePages candidates;
  private final Templates templates;
  private final Clock clock;

  PartController(
      Pursuits pursuits,
      People people,
      PursuitPages pages,
      CandidatePages candidates,
      Templates templates,
      Clock clock) {
    this.pursuits = pursuits;
    this.people = people;
    this.pages = pages;
    this.candidates = candidates;
    this.templates = templates;
    this.clock = clock;
  }

  /** The candidates of a search, each with their own clock. */
  @GetMapping("/pursuits/{id}/candidates")
  Answer candidates(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "false") boolean whole) {
    var query = new CandidatePages.Query(stage, words, waiting, whole);
    return Answer.page(
        templates.pursuitsCandidates(frame, candidates.page(me, pages.required(me, id), query)));
  }

  /** Somebody in it, and what there is between us. */
  @GetMapping("/pursuits/{id}/people/{person}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id, @PathVariable UUID person) {
    var pursuit = pages.required(me, id);
    return Answer.page(
        templates.pursuitsPart(
            frame, pages.part(me, pursuit, pages.required(me, pursuit, person), "", "")));
  }

  /** Takes somebody in, by an address; who was never met is entered. */
  @PostMapping("/pursuits/{id}/people")
  Answer join(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String address,
      @RequestParam String role) {
    var pursuit = pages.required(me, id);
    var as = Role.of(role).orElseThrow(() -> unfit("There is no such role."));
    var known = EmailAddress.parse(address.strip());
    if (known.isEmpty() || name.length() > LONGEST_NAME) {
      var problem =
          known.isEmpty()
              ? "“%s” is no address.".formatted(address.strip())
              : "A name has at most 200 characters.";
      return Answer.problem(templates.pursuitsPursuit(frame, pages.pursuit(me, pursuit, problem)));
    }
    var person = people.enter(me.workspace(), name.strip(), known.get());
    pursuits.join(me.workspace(), pursuit.id(), person, as, me.member(), clock.instant());
    return Answer.seeOther(
        back("", pursuit.id()),
        Toast.undoable("Added.", PursuitController.path(pursuit.id()) + "/people/" + person));
  }

  @DeleteMapping("/pursuits/{id}/people/{person}")
  Answer leave(SignedIn me, @PathVariable UUID id, @PathVariable UUID person) {
    var pursuit = pages.required(me, id);
    pursuits.leave(
        me.workspace(), pursuit.id(), new PersonId(person), me.member(), clock.instant());
    return Answer.seeOther(
        back("", pursuit.id()),
        Toast.saying("Taken out. What they gave stays, and what they are owed."));
  }

  @PutMapping("/pursuits/{id}/people/{person}/stage")
  Answer move(
      SignedIn me,
      @PathVariable UUID id,
      @PathVariable UUID person,
      @RequestParam String stage,
      @RequestParam(defaultValue = "") String back) {
    var pursuit = pages.required(me, id);
    if (!pursuits.move(
        me.workspace(),
        pursuit.id(),
        new PersonId(person),
        stage,
        me.member(),
        "",
        clock.instant())) {
      throw unfit("There is no such candidate or stage.");
    }
    return Answer.seeOther(back(back, pursuit.id()), Toast.saying("Moved."));
  }

  /**
   * Notes time that was given.
   *
   * @param by "us" or "them"
   * @param on a day; none: now
   */
  @PostMapping("/pursuits/{id}/people/{person}/times")
  Answer gave(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @PathVariable UUID person,
      @RequestParam String kind,
      @RequestParam(defaultValue = "them") String by,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String back) {
    var pursuit = pages.required(me, id);
    var part = pages.required(me, pursuit, person);
    var given = TimeKind.of(kind).orElseThrow(() -> unfit("There is no such kind of time."));
    var at = moment(me, on);
    if (at.isEmpty() || at.get().isAfter(clock.instant())) {
      return Answer.problem(
          templates.pursuitsPart(
              frame,
              pages.part(
                  me, pursuit, part, "Time was given on a day that is over, or today.", "")));
    }
    var time =
        pursuits
            .gave(
                me.workspace(),
                pursuit.id(),
                part.person(),
                by.equals("us"),
                given,
                at.get(),
                note,
                me.member(),
                clock.instant())
            .orElseThrow(() -> missing("They are not in this pursuit."));
    return Answer.seeOther(back(back, pursuit.id()), Toast.undoable("Noted.", "/times/" + time));
  }

  @DeleteMapping("/times/{id}")
  Answer neverGave(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
    var pursuit =
        pursuits
            .neverGave(me.workspace(), new TimeId(id), me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such time here."));
    return Answer.seeOther(
        back(back, pursuit),
        Toast.undoable("Taken back: it was noted by mistake.", "/times/" + id + "/mistake"));
  }

  @DeleteMapping("/times/{id}/mistake")
  Answer gaveAfterAll(SignedIn me, @PathVariable UUID id) {
    var pursuit =
        pursuits
            .gaveAfterAll(me.workspace(), new TimeId(id), me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such time here."));
    return Answer.seeOther(PursuitController.path(pursuit) + "#people");
  }

  /** The beginning of that day, where its day began; now for none and for today. */
  private Optional<Instant> moment(SignedIn me, String on) {
    var now = clock.instant();
    if (on.isBlank()) {
      return Optional.of(now);
    }
    try {
      var day = LocalDate.parse(on.strip());
      return Optional.of(
          day.equals(LocalDate.ofInstant(now, me.zone()))
              ? now
              : day.atStartOfDay(me.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String path(PursuitId pursuit, PersonId person) {
    return PursuitController.path(pursuit) + "/people/" + person;
  }

  /** Where the form stood, or the people of the pursuit. */
  private static String back(String to, PursuitId pursuit) {
    return to.isEmpty() ? PursuitController.path(pursuit) + "#people" : to;
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
