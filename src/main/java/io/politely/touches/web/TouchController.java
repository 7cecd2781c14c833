package io.politely.touches.web;

import io.politely.accounts.SignedIn;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.touches.TouchId;
import io.politely.touches.TouchPromiseId;
import io.politely.touches.Touches;
import io.politely.touches.web.TouchIntake.Taken;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Logs touches by a line that is looked at first; corrects them and takes them back. */
@Controller
class TouchController {

  private static final int LONGEST_LINE = 500;

  private final Touches touches;
  private final TouchPages pages;
  private final TouchIntake intake;
  private final People people;
  private final Pursuits pursuits;
  private final Templates templates;
  private final Clock clock;

  TouchController(
      Touches touches,
      TouchPages pages,
      TouchIntake intake,
      People people,
      Pursuits pursuits,
      Templates templates,
      Clock clock) {
    this.touches = touches;
    this.pages = pages;
    this.intake = intake;
    this.people = people;
    this.pursuits = pursuits;
    this.templates = templates;
    this.clock = clock;
  }

  /** What was logged, or what was about one pursuit. */
  @GetMapping("/touches")
  Answer list(SignedIn me, Frame frame, @RequestParam(defaultValue = "") String pursuit) {
    var about =
        Typed.uuid(pursuit).flatMap(id -> pursuits.pursuit(me.workspace(), new PursuitId(id)));
    if (!pursuit.isEmpty() && about.isEmpty()) {
      throw missing("There is no such pursuit here.");
    }
    return Answer.page(templates.touchesTouches(frame, pages.list(me, about)));
  }

  /**
   * A line, and how it is understood.
   *
   * @param person whose page it was entered on
   */
  @GetMapping("/touches/new")
  Answer read(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String line,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String pursuit,
      @RequestParam(defaultValue = "") String back) {
    if (line.length() > LONGEST_LINE) {
      throw unfit("A line has at most 500 characters. Keep the rest as a note on their page.");
    }
    return Answer.page(
        templates.touchesTouch(
            frame, pages.read(me, line.strip(), about(me, person), pursuit, back)));
  }

  private Optional<Person> about(SignedIn me, String person) {
    return Typed.uuid(person).flatMap(id -> people.person(me.workspace(), new PersonId(id)));
  }

  @PostMapping("/touches")
  Answer log(SignedIn me, Frame frame, @RequestParam MultiValueMap<String, String> fields) {
    var form = TouchForm.of(fields);
    return switch (intake.take(me, form)) {
      case Taken.Refused(var with, var problem) ->
          Answer.problem(templates.touchesTouch(frame, pages.again(me, "", with, problem)));
      case Taken.Accepted(var fresh) -> {
        var touch = touches.log(me.workspace(), fresh, me.member(), clock.instant());
        var first = fresh.persons().keySet().iterator().next();
        yield Answer.seeOther(
            form.back().isEmpty() ? "/people/" + first : form.back(),
            Toast.undoable("Logged.", "/touches/" + touch));
      }
    };
  }

  @GetMapping("/touches/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var touch =
        touches.touch(me.workspace(), new TouchId(id)).orElseThrow(TouchController::noTouch);
    return Answer.page(templates.touchesTouch(frame, pages.kept(me, touch)));
  }

  @PutMapping("/touches/{id}")
  Answer correct(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var former = new TouchId(id);
    if (touches.touch(me.workspace(), former).isEmpty()) {
      throw noTouch();
    }
    return switch (intake.take(me, TouchForm.of(fields))) {
      case Taken.Refused(var with, var problem) ->
          Answer.problem(
              templates.touchesTouch(frame, pages.again(me, id.toString(), with, problem)));
      case Taken.Accepted(var fresh) -> {
        var touch =
            touches
                .correct(me.workspace(), former, fresh, me.member(), clock.instant())
                .orElseThrow(TouchController::noTouch);
        yield Answer.seeOther(
            "/people/" + fresh.persons().keySet().iterator().next(),
            Toast.undoable("Corrected.", "/touches/" + touch + "/correction"));
      }
    };
  }

  @DeleteMapping("/touches/{id}/correction")
  Answer takeCorrectionBack(SignedIn me, @PathVariable UUID id) {
    var former =
        touches
            .takeCorrectionBack(me.workspace(), new TouchId(id), me.member(), clock.instant())
            .orElseThrow(TouchController::noTouch);
    return Answer.seeOther("/touches/" + former, Toast.saying("As it was."));
  }

  @DeleteMapping("/touches/{id}")
  Answer takeBack(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
    if (!touches.takeBack(me.workspace(), new TouchId(id), clock.instant())) {
      throw noTouch();
    }
    return Answer.seeOther(
        back.isEmpty() || back.startsWith("/touches/") ? "/touches" : back,
        Toast.undoable("Removed.", "/touches/" + id + "/removal"));
  }

  @DeleteMapping("/touches/{id}/removal")
  Answer bringBack(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
    if (!touches.bringBack(me.workspace(), new TouchId(id), me.member(), clock.instant())) {
      throw noTouch();
    }
    return Answer.seeOther(back.isEmpty() ? "/touches" : back, Toast.saying("It is back."));
  }

  /** Ends a promise. {@code as}: kept, or dropped because it binds nobody. */
  @PostMapping("/touches/promises/{id}/end")
  Answer end(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "kept") String as,
      @RequestParam(defaultValue = "/") String back) {
    var promise = new TouchPromiseId(id);
    boolean isOver =
        as.equals("dropped")
            ? touches.drop(me.workspace(), promise, clock.instant())
            : touches.keep(me.workspace(), promise, clock.instant());
    if (!isOver) {
      throw missing("There is no such open promise here.");
    }
    return Answer.seeOther(
        back,
        Toast.undoable(
            as.equals("dropped") ? "Dropped." : "Kept.", "/touches/promises/" + id + "/end"));
  }

  @DeleteMapping("/touches/promises/{id}/end")
  Answer reopen(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "/") String back) {
    if (!touches.reopen(me.workspace(), new TouchPromiseId(id))) {
      throw missing("There is no such promise here.");
    }
    return Answer.seeOther(back, Toast.saying("It stands again."));
  }

  private static ResponseStatusException noTouch() {
    return missing("That is not logged here, or not any more.");
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }
}
