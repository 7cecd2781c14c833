package io.politely.today.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.SignedIn;
import io.politely.outbox.Outbox;
import io.politely.today.DigestChoice;
import io.politely.today.Today;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** Whether a member gets Today by mail, and at which hour. */
@Controller
class DigestController {

  private static final String HERE = "/settings/digest";

  private final Today today;
  private final Accounts accounts;
  private final Outbox outbox;
  private final Templates templates;
  private final Clock clock;

  DigestController(
      Today today, Accounts accounts, Outbox outbox, Templates templates, Clock clock) {
    this.today = today;
    this.accounts = accounts;
    this.outbox = outbox;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer show(SignedIn me, Frame frame, HttpServletRequest request) {
    return Answer.page(templates.todayDigest(frame, page(me, request, "")));
  }

  /**
   * Chooses.
   *
   * @param hour of their day; "": none
   */
  @PutMapping(HERE)
  Answer choose(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String hour,
      @RequestParam(defaultValue = "false") boolean workdays,
      HttpServletRequest request) {
    if (hour.isEmpty()) {
      today.stopDigest(me.workspace(), me.member());
      return Answer.seeOther(HERE, Toast.saying("Saved. No digest comes by mail."));
    }
    if (!hour.matches("[01]?[0-9]|2[0-3]")) {
      return Answer.problem(
          templates.todayDigest(frame, page(me, request, "Choose an hour from the list.")));
    }
    today.chooseDigest(
        me.workspace(),
        me.member(),
        new DigestChoice(Integer.parseInt(hour), workdays, server(request), clock.instant()));
    return Answer.seeOther(
        HERE, Toast.saying("Saved. The first one comes at the next %s:00.".formatted(hour)));
  }

  private DigestPage page(SignedIn me, HttpServletRequest request, String hourProblem) {
    var choice = today.digestChoice(me.workspace(), me.member());
    var from = today.digestMailbox(me.workspace(), me.member());
    var member = member(me);
    var problem = DigestPage.problem(from);
    boolean isStopped = outbox.stopAgainst(me.workspace(), List.of(member.address())).isPresent();
    return new DigestPage(
        choice.isPresent(),
        choice.map(DigestChoice::workdaysOnly).orElse(false),
        DigestPage.hours(choice),
        me.zone().getId(),
        member.address().value(),
        from.map(it -> it.address().value()).orElse(""),
        choice.map(DigestChoice::server).orElseGet(() -> server(request)),
        isStopped ? "Your own address is on “do not contact”: nothing is sent to it." : problem,
        isStopped ? "/do-not-contact" : problem.isEmpty() ? "" : "/mailboxes",
        hourProblem);
  }

  private Member member(SignedIn me) {
    return accounts.members(me.workspace()).stream()
        .filter(it -> it.id().equals(me.member()))
        .findFirst()
        .orElseThrow();
  }

  /** Under which address the member sees these pages: there a link of a mail leads, too. */
  private static String server(HttpServletRequest request) {
    var root = URI.create(request.getRequestURL().toString()).resolve("/").toString();
    return root.substring(0, root.length() - 1);
  }
}
