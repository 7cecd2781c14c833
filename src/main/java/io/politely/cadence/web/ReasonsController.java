package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.OwnPath;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Reasons to write, noted and removed. */
@Controller
class ReasonsController {

  private static final String HERE = "/people/{person}/reasons";
  private static final int LONGEST = 300;

  private final Cadence cadence;
  private final Clock clock;

  ReasonsController(Cadence cadence, Clock clock) {
    this.cadence = cadence;
    this.clock = clock;
  }

  @PostMapping(HERE)
  Answer note(
      SignedIn me,
      @PathVariable UUID person,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String back) {
    if (words.isBlank()) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "Write what is new with them, in a sentence.");
    }
    return cadence
        .note(
            me.workspace(),
            new PersonId(person),
            Typed.words(words, LONGEST),
            Typed.words(source, LONGEST),
            me.member(),
            clock.instant())
        .map(id -> Answer.seeOther(back(person, back), Toast.undoable("Noted.", path(person, id))))
        .orElseThrow(ReasonsController::unknown);
  }

  @DeleteMapping(HERE + "/{news}")
  Answer remove(
      SignedIn me,
      @PathVariable UUID person,
      @PathVariable UUID news,
      @RequestParam(defaultValue = "") String back) {
    if (!cadence.removeNote(me.workspace(), news, clock.instant())) {
      throw unknown();
    }
    return Answer.seeOther(
        back(person, back), Toast.undoable("Removed.", path(person, news) + "/removal"));
  }

  @DeleteMapping(HERE + "/{news}/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID person, @PathVariable UUID news) {
    if (!cadence.bringNoteBack(me.workspace(), news)) {
      throw unknown();
    }
    return Answer.seeOther(back(person, ""), Toast.saying("It is back."));
  }

  private static String back(UUID person, String back) {
    return back.isEmpty() ? "/people/" + person : OwnPath.of(back);
  }

  private static String path(UUID person, UUID news) {
    return "/people/" + person + "/reasons/" + news;
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "That is not known here.");
  }
}
