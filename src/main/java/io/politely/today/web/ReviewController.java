package io.politely.today.web;

import io.politely.accounts.SignedIn;
import io.politely.ledger.Ledger;
import io.politely.mail.Mail;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.today.web.ReviewPage.Found;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import politely.templates.Templates;

/** Everything where the program asks: moves, joins and people in doubt. */
@Controller
class ReviewController {

  private static final int ROWS = 20;

  private final Ledger ledger;
  private final Mail mail;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  ReviewController(Ledger ledger, Mail mail, People people, Templates templates, Clock clock) {
    this.ledger = ledger;
    this.mail = mail;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/review")
  Answer show(SignedIn me, Frame frame) {
    var moments = new Moments(clock.instant(), me.zone());
    var found =
        new Found(
            ledger.unsure(me.workspace(), moments.now(), ROWS),
            ledger.openCounts(me.workspace(), moments.now()).unsure(),
            mail.suggestedJoins(me.workspace(), ROWS),
            people.suggestedMerges(me.workspace(), ROWS));
    var names = new Names(people.whoAre(me.workspace(), found.addresses()));
    return Answer.page(templates.todayReview(frame, ReviewPage.of(found, names, moments)));
  }
}
