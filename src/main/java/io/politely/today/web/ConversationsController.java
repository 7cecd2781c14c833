package io.politely.today.web;

import io.politely.accounts.SignedIn;
import io.politely.ledger.Ledger;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** The list of conversations, newest first. */
@Controller
class ConversationsController {

  private static final int ROWS = 50;

  private final Ledger ledger;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  ConversationsController(Ledger ledger, People people, Templates templates, Clock clock) {
    this.ledger = ledger;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * Shows a page of the list.
   *
   * @param is only conversations of this move
   * @param after where the page before ended
   */
  @GetMapping("/conversations")
  Answer show(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String is,
      @RequestParam Optional<String> after) {
    var moments = new Moments(clock.instant(), me.zone());
    var only = MoveWord.labelled(is);
    var label = only.map(MoveWord::label).orElse(null);
    var found = ledger.newest(me.workspace(), label, after, moments.now(), ROWS);
    var counts = ledger.counts(me.workspace(), moments.now());
    var names = new Names(people.whoAre(me.workspace(), ConversationsPage.addresses(found)));
    return Answer.page(
        templates.todayConversations(
            frame, ConversationsPage.of(found, counts, only, after.isEmpty(), names, moments)));
  }
}
