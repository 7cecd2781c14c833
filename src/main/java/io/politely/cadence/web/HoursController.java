package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** When somebody works, by the word of a member. */
@Controller
class HoursController {

  private static final String HERE = "/people/{person}/hours";
  private static final int LONGEST = 100;

  private final Cadence cadence;
  private final People people;
  private final Clock clock;

  HoursController(Cadence cadence, People people, Clock clock) {
    this.cadence = cadence;
    this.people = people;
    this.clock = clock;
  }

  /** Keeps {@code words} as their hours; blank: as the policy has them. */
  @PutMapping(HERE)
  Answer put(
      SignedIn me, @PathVariable UUID person, @RequestParam(defaultValue = "") String words) {
    var before = cadence.hours(me.workspace(), known(me, person)).typed();
    keep(me, person, Typed.words(words, LONGEST));
    return Answer.seeOther(
        "/people/" + person,
        Toast.undoable(
            "Kept: what is planned with them keeps to it.",
            "/people/%s/hours?before=%s"
                .formatted(person, URLEncoder.encode(before, StandardCharsets.UTF_8))));
  }

  /** Takes that back. */
  @DeleteMapping(HERE)
  Answer takeBack(
      SignedIn me, @PathVariable UUID person, @RequestParam(defaultValue = "") String before) {
    keep(me, person, before);
    return Answer.seeOther("/people/" + person, Toast.saying("As it was."));
  }

  private void keep(SignedIn me, UUID person, String words) {
    if (!cadence.works(me.workspace(), known(me, person), words, clock.instant())) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "These are no hours: write them like 9-13, 15:30-18, each span after the one before.");
    }
  }

  private PersonId known(SignedIn me, UUID person) {
    return people
        .person(me.workspace(), new PersonId(person))
        .map(it -> it.id())
        .orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such person here."));
  }
}
