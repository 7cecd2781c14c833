package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.PolicyNumber;
import io.politely.cadence.Replanning;
import io.politely.cadence.Replanning.State;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.ProgressEvents;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import politely.templates.Templates;

/** The policy: to be read, and changed inside its caps after a look at what moves. */
@Controller
class PolicyController {

  private static final String NUMBER = PolicyPages.HERE + "/{key:[A-Za-z0-9.]+}";

  private final Cadence cadence;
  private final Replanning plans;
  private final PolicyPages pages;
  private final ProgressEvents events;
  private final Templates templates;
  private final Clock clock;

  PolicyController(
      Cadence cadence,
      Replanning plans,
      PolicyPages pages,
      ProgressEvents events,
      Templates templates,
      Clock clock) {
    this.events = events;
    this.cadence = cadence;
    this.plans = plans;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(PolicyPages.HERE)
  Answer show(SignedIn me, Frame frame) {
    return Answer.page(templates.cadencePolicy(frame, pages.policy(me)));
  }

  /** One number; with a value, what that would move. */
  @GetMapping(NUMBER)
  Answer number(
      SignedIn me, Frame frame, @PathVariable String key, @RequestParam Optional<String> value) {
    var number = known(me, key);
    if (value.isEmpty()) {
      return Answer.page(templates.cadenceNumber(frame, pages.number(me, number)));
    }
    var to = whole(value.get());
    var problem = problem(me, number, to);
    return problem.isEmpty()
        ? Answer.page(templates.cadenceNumber(frame, pages.change(me, number, to.orElseThrow())))
        : again(me, frame, number, value.get(), problem);
  }

  /** Changes it from now on, and plans everything that goes on anew. */
  @PutMapping(NUMBER)
  Answer change(
      SignedIn me,
      Frame frame,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String value) {
    var number = known(me, key);
    var to = whole(value);
    var problem = problem(me, number, to);
    if (!problem.isEmpty()) {
      return again(me, frame, number, value, problem);
    }
    set(me, number, to.orElseThrow());
    return Answer.seeOther(
        PolicyPages.HERE,
        Toast.undoable(
            "It applies from now on: %d, not %d.".formatted(to.orElseThrow(), number.value()),
            "%s/changes/%d".formatted(PolicyPages.path(number), number.value())));
  }

  /** Takes a change back: the number is again what it was. */
  @DeleteMapping(NUMBER + "/changes/{former}")
  Answer takeBack(SignedIn me, @PathVariable String key, @PathVariable int former) {
    var number = known(me, key);
    if (!problem(me, number, OptionalInt.of(former)).isEmpty()) {
      throw missing();
    }
    set(me, number, former);
    return Answer.seeOther(PolicyPages.HERE, Toast.saying("As it was: %d.".formatted(former)));
  }

  /** How far the plans are that a change moves. */
  @GetMapping(path = PolicyPages.PLANS + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(SignedIn me) {
    return events.of(
        "plans anew",
        () ->
            plans
                .progress(me.workspace())
                .filter(it -> it.state() == State.GOING)
                .map(PolicyPages::live));
  }

  /** Makes no more plans anew now; the next round does. */
  @PostMapping(PolicyPages.PLANS + "/stops")
  Answer stop(SignedIn me) {
    return Answer.seeOther(
        PolicyPages.HERE,
        Toast.saying(
            plans.stop(me.workspace())
                ? "It stops after those that it is at."
                : "Nothing was being planned any more."));
  }

  private void set(SignedIn me, PolicyNumber number, int to) {
    cadence.changePolicy(
        me.workspace(), number.key(), change(number, to), me.member(), clock.instant());
    plans.start(me.workspace());
  }

  private String problem(SignedIn me, PolicyNumber number, OptionalInt to) {
    return to.isEmpty()
        ? "%s: a number from %d to %d.".formatted(number.title(), number.least(), number.most())
        : cadence
            .policyProblem(me.workspace(), number.key(), change(number, to.getAsInt()))
            .orElse("");
  }

  /** What is shipped is no change. */
  private static @Nullable Integer change(PolicyNumber number, int to) {
    return to == number.shipped() ? null : Integer.valueOf(to);
  }

  private Answer again(
      SignedIn me, Frame frame, PolicyNumber number, String typed, String problem) {
    return Answer.problem(
        templates.cadenceNumber(frame, pages.problem(me, number, typed, problem)));
  }

  private PolicyNumber known(SignedIn me, String key) {
    return pages.number(me, key).orElseThrow(PolicyController::missing);
  }

  private static OptionalInt whole(String typed) {
    try {
      return OptionalInt.of(Integer.parseInt(typed.strip()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no such number in the policy.");
  }
}
