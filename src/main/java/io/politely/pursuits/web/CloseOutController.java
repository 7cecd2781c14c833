package io.politely.pursuits.web;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.SignedIn;
import io.politely.people.PersonId;
import io.politely.pursuits.CloseOut;
import io.politely.pursuits.CloseOut.Approval;
import io.politely.pursuits.CloseOut.Group;
import io.politely.pursuits.NewOutcome;
import io.politely.pursuits.OutcomeId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.RequirementId;
import io.politely.pursuits.Result;
import io.politely.pursuits.TellingId;
import io.politely.pursuits.ToldReason;
import io.politely.pursuits.Way;
import io.politely.pursuits.web.CloseOutPage.Entered;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Tells everybody in a pursuit how it ended. */
@Controller
class CloseOutController {

  private static final String GOOD = "good-";

  private final Pursuits pursuits;
  private final CloseOut closeOut;
  private final CloseOutPages pages;
  private final PursuitPages pursuitPages;
  private final Templates templates;
  private final Clock clock;

  CloseOutController(
      Pursuits pursuits,
      CloseOut closeOut,
      CloseOutPages pages,
      PursuitPages pursuitPages,
      Templates templates,
      Clock clock) {
    this.pursuits = pursuits;
    this.closeOut = closeOut;
    this.pages = pages;
    this.pursuitPages = pursuitPages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/pursuits/{id}/close-out")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(
        templates.pursuitsCloseOut(
            frame, pages.page(me, pursuitPages.required(me, id), List.of(), Entered.NOTHING)));
  }

  /** Decides how it ended for a group of people, and writes to each. */
  @PostMapping("/pursuits/{id}/outcomes")
  Answer decide(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var pursuit = pursuitPages.required(me, id);
    var one = fields.toSingleValueMap();
    var entered =
        new Entered(
            field(one, "group"),
            field(one, "result"),
            field(one, "requirement"),
            field(one, "on"),
            field(one, "words"),
            field(one, "next"));
    var problems = new ArrayList<String>();
    var persons =
        fields.getOrDefault("person", List.of()).stream().map(CloseOutController::person).toList();
    if (persons.isEmpty()) {
      problems.add("Choose who is told this.");
    }
    var told = told(entered, problems);
    var result = Result.of(entered.result());
    if (result.isEmpty()) {
      problems.add("Say how it ended for them.");
    }
    if (problems.isEmpty()) {
      var outcome = new NewOutcome(true, result.orElseThrow(), field(one, "internal"), told);
      var good =
          one.entrySet().stream()
              .filter(it -> it.getKey().startsWith(GOOD) && !it.getValue().isBlank())
              .collect(
                  toMap(it -> person(it.getKey().substring(GOOD.length())), Map.Entry::getValue));
      problems.addAll(
          closeOut
              .write(
                  me,
                  pursuit.id(),
                  new Group(persons, outcome, good, entered.next()),
                  clock.instant())
              .problems());
    }
    return problems.isEmpty()
        ? Answer.seeOther(path(id) + "#letters")
        : Answer.problem(
            templates.pursuitsCloseOut(frame, pages.page(me, pursuit, problems, entered)));
  }

  /** Sends the letters that were looked at, and ends the pursuit. */
  @PostMapping("/pursuits/{id}/letters")
  Answer send(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(name = "letter", required = false) @Nullable List<String> letters,
      @RequestParam(defaultValue = "") String known) {
    var pursuit = pursuitPages.required(me, id);
    var approved =
        letters == null
            ? List.<Approval>of()
            : letters.stream().map(CloseOutController::approval).toList();
    var done = closeOut.send(me, pursuit.id(), approved, known(known), clock.instant());
    if (!done.problems().isEmpty()) {
      return Answer.problem(
          templates.pursuitsCloseOut(
              frame, pages.page(me, pursuit, done.problems(), Entered.NOTHING)));
    }
    pursuits.end(me.workspace(), pursuit.id(), me.member(), "", clock.instant());
    return Answer.seeOther(
        path(id),
        Toast.saying(
            done.done() == 1
                ? "One letter leaves. Until then the outbox gives it back."
                : done.done() + " letters leave. Until then the outbox gives them back."));
  }

  /** Notes that an outcome was told by phone or in person. */
  @PostMapping("/outcomes/{id}/tellings")
  Answer said(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam String way,
      @RequestParam(defaultValue = "/pursuits") String back) {
    var by =
        Way.of(way)
            .filter(it -> it != Way.MAIL)
            .orElseThrow(() -> unfit("Say whether it was by phone or in person."));
    var telling =
        pursuits
            .said(me.workspace(), new OutcomeId(id), by, me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such outcome here."));
    return Answer.seeOther(back, Toast.undoable("Noted: they know.", "/tellings/" + telling));
  }

  @DeleteMapping("/tellings/{id}")
  Answer neverSaid(SignedIn me, @PathVariable UUID id) {
    var pursuit =
        pursuits
            .neverSaid(me.workspace(), new TellingId(id), me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such note here."));
    return Answer.seeOther(path(pursuit.value()), Toast.saying("Taken back."));
  }

  @DeleteMapping("/outcomes/{id}")
  Answer undecide(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
    var pursuit =
        pursuits
            .undecide(me.workspace(), new OutcomeId(id), me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such outcome here."));
    return Answer.seeOther(
        back.isEmpty() ? path(pursuit.value()) : back,
        Toast.saying("Taken back: nothing is decided."));
  }

  private static @Nullable ToldReason told(Entered entered, List<String> problems) {
    if (entered.words().isBlank()) {
      return null;
    }
    if (!entered.requirement().isEmpty()) {
      return new ToldReason.OfRequirement(
          new RequirementId(uuid(entered.requirement())), entered.words().strip());
    }
    try {
      return new ToldReason.OfCircumstance(
          LocalDate.parse(entered.on().strip()), entered.words().strip());
    } catch (DateTimeException e) {
      problems.add(
          "Choose what it came down to: a requirement, or the day on which something happened.");
      return null;
    }
  }

  private static Approval approval(String letter) {
    int end = letter.indexOf(' ');
    if (end < 0) {
      throw unfit("The form is not complete.");
    }
    return new Approval(new OutcomeId(uuid(letter.substring(0, end))), letter.substring(end + 1));
  }

  private static Instant known(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw unfit("The form is not complete.");
    }
  }

  private static PersonId person(String id) {
    return new PersonId(uuid(id));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unfit("The form is not complete.");
    }
  }

  private static String field(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private static String path(UUID id) {
    return "/pursuits/" + id + "/close-out";
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
