package io.politely.pursuits.web;

import io.politely.accounts.Token;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.StatusAnswer;
import io.politely.pursuits.StatusReply;
import io.politely.pursuits.web.StatusPage.Entered;
import io.politely.web.Answer;
import io.politely.web.Assets;
import io.politely.web.Frame;
import io.politely.web.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/**
 * Shows somebody outside where a pursuit stands for them, and takes their answer. No session is
 * asked for or made, opening changes nothing, and whatever opens no page gets the same answer.
 */
@Controller
class StatusController {

  private static final int A_MINUTE = 10;

  private final Pursuits pursuits;
  private final StatusPages pages;
  private final Templates templates;
  private final Clock clock;
  private final Frame frame;
  private final Throttle throttle = new Throttle();

  StatusController(
      Pursuits pursuits, StatusPages pages, Templates templates, Assets assets, Clock clock) {
    this.pursuits = pursuits;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
    this.frame = Frame.ofOutsider(assets.path());
  }

  @GetMapping("/status/{*token}")
  Answer show(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    if (isTooOften(request, response)) {
      return tooOften();
    }
    return parsed(token)
        .flatMap(it -> pages.page(it, Entered.NOTHING))
        .map(page -> Answer.page(templates.pursuitsStatus(frame, page)))
        .orElseGet(this::nothing);
  }

  @PostMapping("/status/{*token}")
  Answer answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String interested,
      @RequestParam(defaultValue = "") String changed,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (isTooOften(request, response)) {
      return tooOften();
    }
    return parsed(token).map(it -> answer(it, form, interested, changed)).orElseGet(this::nothing);
  }

  private Answer answer(Token token, String form, String interested, String changed) {
    var now = clock.instant();
    var said = StatusAnswer.of(interested, changed, now);
    if (said.isEmpty()) {
      return again(
          token,
          new Entered(
              interested,
              changed,
              "Choose an answer, or say what changed in at most 1,000 characters."));
    }
    return switch (pursuits.answer(token.workspace(), token, form, said.get(), now)) {
      case StatusReply.KEPT -> Answer.seeOther("/status/" + token.text());
      case StatusReply.STALE ->
          again(
              token,
              new Entered(
                  interested,
                  changed,
                  "This page was answered since you opened it. Send it again if it still holds."));
      case StatusReply.TOO_MANY ->
          again(
              token,
              new Entered(interested, changed, "That is more than can be kept. Write a mail."));
      case StatusReply.GONE -> nothing();
    };
  }

  private Answer again(Token token, Entered entered) {
    return pages
        .page(token, entered)
        .map(page -> Answer.problem(templates.pursuitsStatus(frame, page)))
        .orElseGet(this::nothing);
  }

  private boolean isTooOften(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    boolean isTooOften = !throttle.allows(request.getRemoteAddr(), A_MINUTE, clock.instant());
    if (isTooOften) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Throttle.WINDOW.toSeconds()));
    }
    return isTooOften;
  }

  private Answer tooOften() {
    return Answer.page(
        HttpStatus.TOO_MANY_REQUESTS,
        templates.pursuitsStatusNotice(
            frame,
            "A moment, please",
            "This was opened too often. Wait a minute, then try again."));
  }

  private Answer nothing() {
    return Answer.page(
        HttpStatus.NOT_FOUND,
        templates.pursuitsStatusNotice(
            frame,
            "There is nothing here",
            "Copy the whole address, or ask whoever sent it to you for a new one."));
  }

  /** What follows {@code /status}, with the slash. */
  private static Optional<Token> parsed(String rest) {
    return rest.isEmpty() ? Optional.empty() : Token.parse(rest.substring(1));
  }
}
