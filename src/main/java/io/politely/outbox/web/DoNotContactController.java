package io.politely.outbox.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.outbox.Outbox;
import io.politely.outbox.Stop;
import io.politely.outbox.Stop.Scope;
import io.politely.outbox.Stop.Source;
import io.politely.outbox.StopId;
import io.politely.outbox.Stopped;
import io.politely.outbox.Stopping;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Whom nothing is sent to: shown, added to, and lifted. */
@Controller
class DoNotContactController {

  private static final int LONGEST_REASON = 500;

  private final Outbox outbox;
  private final Stopping stopping;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  DoNotContactController(
      Outbox outbox, Stopping stopping, People people, Templates templates, Clock clock) {
    this.outbox = outbox;
    this.stopping = stopping;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/do-not-contact")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.outboxDoNotContact(frame, page(me, "", "", "")));
  }

  /**
   * Nothing is sent there any more. The answer comes when that holds.
   *
   * @param who an address or a domain
   * @param person instead of that, the id of a person
   * @param back where to go then
   */
  @PostMapping("/do-not-contact")
  Answer stop(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String who,
      @RequestParam Optional<UUID> person,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "/do-not-contact") String back) {
    if (reason.length() > LONGEST_REASON) {
      throw unfit("A reason has at most 500 characters.");
    }
    var words = reason.isBlank() ? "You said so." : reason.strip();
    if (person.isPresent()) {
      var known =
          people
              .person(me.workspace(), new PersonId(person.get()))
              .orElseThrow(() -> missing("There is no such person here."));
      return stopped(me, Scope.PERSON, known.id().toString(), known.name(), words, back);
    }
    var wanted = who.strip();
    if (EmailAddress.parse(wanted).isPresent()) {
      return stopped(me, Scope.ADDRESS, wanted, wanted, words, back);
    }
    var domain = wanted.startsWith("@") ? wanted.substring(1) : wanted;
    if (domain.matches("[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+")) {
      return stopped(me, Scope.DOMAIN, domain, "anybody at " + domain, words, back);
    }
    return Answer.problem(
        templates.outboxDoNotContact(
            frame,
            page(me, who, reason, "“%s” is neither an address nor a domain.".formatted(wanted))));
  }

  /** Somebody may be written to again. */
  @DeleteMapping("/do-not-contact/{id}")
  Answer lift(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "/do-not-contact") String back) {
    if (!outbox.lift(me.workspace(), new StopId(id))) {
      throw missing("There is no such entry here.");
    }
    return Answer.seeOther(
        back,
        Toast.undoable(
            "Lifted. What was cancelled stays cancelled.", "/do-not-contact/" + id + "/lifting"));
  }

  /** Takes a lifting back: the stop holds again, with its reason. */
  @DeleteMapping("/do-not-contact/{id}/lifting")
  Answer stopAgain(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "/do-not-contact") String back) {
    var stop =
        outbox
            .lifted(me.workspace(), new StopId(id))
            .orElseThrow(() -> missing("There is no such entry here."));
    var stopped =
        stopping.stop(
            me.workspace(),
            stop.scope(),
            stop.value(),
            stop.source(),
            stop.reason(),
            stop.message(),
            me.member().toString());
    return Answer.seeOther(back, Toast.saying("It holds again. " + said(stopped)));
  }

  private Answer stopped(
      SignedIn me, Scope scope, String value, String name, String reason, String back) {
    var stopped =
        stopping.stop(
            me.workspace(), scope, value, Source.USER, reason, null, me.member().toString());
    return Answer.seeOther(
        back,
        Toast.undoable(
            "Nobody writes to %s any more. %s".formatted(name, said(stopped)).strip(),
            "/do-not-contact/" + stopped.id()));
  }

  private static String said(Stopped stopped) {
    var said = new ArrayList<String>();
    if (stopped.cancelled() > 0) {
      said.add(
          stopped.cancelled() == 1
              ? "One mail that waited was cancelled."
              : stopped.cancelled() + " mails that waited were cancelled.");
    }
    if (stopped.beingSent() > 0) {
      said.add(
          stopped.beingSent() == 1
              ? "One is being sent at this moment."
              : stopped.beingSent() + " are being sent at this moment.");
    }
    return String.join(" ", said);
  }

  private DoNotContactPage page(SignedIn me, String who, String reason, String problem) {
    var stops = outbox.doNotContact(me.workspace());
    var persons = outbox.stoppedPersons(me.workspace());
    var addresses = new ArrayList<>(persons.values());
    stops.stream()
        .filter(stop -> stop.scope() == Scope.ADDRESS)
        .map(Stop::value)
        .flatMap(value -> EmailAddress.parse(value).stream())
        .forEach(addresses::add);
    var names = new Names(people.whoAre(me.workspace(), addresses));
    return new DoNotContactPage(
        DoNotContactPage.rows(stops, persons, names, clock.instant(), me.zone()),
        who,
        reason,
        problem);
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
