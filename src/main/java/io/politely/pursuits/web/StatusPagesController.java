package io.politely.pursuits.web;

import io.politely.accounts.SignedIn;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.StatusLinkId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Makes status pages for people outside, and ends them. */
@Controller
class StatusPagesController {

  private static final int MOST_DAYS = 365;

  private final Pursuits pursuits;
  private final PursuitPages pages;
  private final Templates templates;
  private final Clock clock;

  StatusPagesController(Pursuits pursuits, PursuitPages pages, Templates templates, Clock clock) {
    this.pursuits = pursuits;
    this.pages = pages;
    this.templates = templates;
    this.clock = clock;
  }

  /** Makes one, and shows its address in this answer only: it is not kept. */
  @PostMapping("/pursuits/{id}/status-pages")
  Answer make(
      SignedIn me,
      Frame frame,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "" + StatusSection.USUAL_DAYS) int days) {
    var pursuit = pages.required(me, id);
    if (days < 1 || days > MOST_DAYS) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "A status page holds for 1 to 365 days.");
    }
    var now = clock.instant();
    var token =
        pursuits
            .makeStatusPage(
                me.workspace(),
                pursuit.id(),
                new PersonId(person),
                now.plus(Duration.ofDays(days)),
                me.member(),
                now)
            .orElseThrow(() -> missing("They are not in this pursuit."));
    var address = URI.create(request.getRequestURL().toString()).resolve("/status/" + token.text());
    var part = pages.required(me, pursuit, person);
    return Answer.page(
        templates.pursuitsPart(frame, pages.part(me, pursuit, part, "", address.toString())));
  }

  @DeleteMapping("/status-pages/{id}")
  Answer revoke(SignedIn me, @PathVariable UUID id) {
    var pursuit =
        pursuits
            .revokeStatusPage(me.workspace(), new StatusLinkId(id), me.member(), clock.instant())
            .orElseThrow(() -> missing("There is no such status page here."));
    return Answer.seeOther(
        PursuitController.path(pursuit) + "#status-pages",
        Toast.saying("Revoked. Its address opens nothing any more."));
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
