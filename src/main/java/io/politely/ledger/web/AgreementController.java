package io.politely.ledger.web;

import io.politely.accounts.SignedIn;
import io.politely.ledger.Example;
import io.politely.ledger.Ledger;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.web.Answer;
import io.politely.web.Frame;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import politely.templates.Templates;

/** Shows how far the ledger agrees with what the user said. */
@Controller
class AgreementController {

  /** More decisions than most make in a year. */
  private static final int NEWEST = 1_000;

  private final Ledger ledger;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  AgreementController(Ledger ledger, People people, Templates templates, Clock clock) {
    this.ledger = ledger;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/settings/reading")
  Answer show(SignedIn me, Frame frame) {
    var agreement = ledger.agreement(me.workspace(), NEWEST);
    var reasons =
        agreement.differing().stream()
            .limit(AgreementPage.SHOWN)
            .map(Example::now)
            .map(move -> move.reason())
            .toList();
    var names = new Names(people.whoAre(me.workspace(), Names.mentioned(reasons)));
    return Answer.page(
        templates.ledgerAgreement(
            frame, AgreementPage.of(agreement, names, clock.instant(), me.zone())));
  }
}
