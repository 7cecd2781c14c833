package io.politely.cadence.web;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import io.politely.web.When;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Makes the address of a member's calendar feed, and ends it. */
@Controller
class CalendarController {

  static final String HERE = "/follow-ups/calendar";

  private final Cadence cadence;
  private final Templates templates;
  private final Clock clock;

  CalendarController(Cadence cadence, Templates templates, Clock clock) {
    this.cadence = cadence;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer show(SignedIn me, Frame frame) {
    return Answer.page(templates.cadenceCalendar(frame, page(me, "")));
  }

  /** Makes one, and shows its address in this answer only: it is not kept. */
  @PostMapping(HERE)
  Answer make(SignedIn me, Frame frame, HttpServletRequest request) {
    var token = cadence.makeFeed(me.workspace(), me.member(), clock.instant());
    var address =
        URI.create(request.getRequestURL().toString())
            .resolve("%s/%s.ics".formatted(HERE, token.text()));
    return Answer.page(templates.cadenceCalendar(frame, page(me, address.toString())));
  }

  @DeleteMapping(HERE)
  Answer revoke(SignedIn me) {
    if (!cadence.revokeFeed(me.workspace(), me.member())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no calendar feed here.");
    }
    return Answer.seeOther(HERE, Toast.saying("Revoked. Its address opens nothing any more."));
  }

  private CalendarPage page(SignedIn me, String fresh) {
    return new CalendarPage(
        fresh,
        cadence
            .feedMadeAt(me.workspace(), me.member())
            .map(at -> When.of(at, clock.instant(), me.zone()))
            .orElse(null));
  }
}
