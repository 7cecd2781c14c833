package io.politely.ledger.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.ledger.BesideConversation;
import io.politely.ledger.Ledger;
import io.politely.ledger.Seen;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.reading.Reader;
import io.politely.reading.Zones;
import io.politely.web.Answer;
import io.politely.web.Frame;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Shows a conversation: whose move it is, why, and every message. */
@Controller
class ConversationController {

  private final Mail mail;
  private final MessageParser parser;
  private final Ledger ledger;
  private final People people;
  private final Accounts accounts;
  private final Templates templates;
  private final List<BesideConversation> beside;
  private final Clock clock;

  ConversationController(
      Mail mail,
      MessageParser parser,
      Ledger ledger,
      People people,
      Accounts accounts,
      Templates templates,
      List<BesideConversation> beside,
      Clock clock) {
    this.mail = mail;
    this.parser = parser;
    this.ledger = ledger;
    this.people = people;
    this.accounts = accounts;
    this.templates = templates;
    this.beside = beside;
    this.clock = clock;
  }

  @GetMapping("/conversations/{id}")
  Answer show(
      SignedIn me, Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "1") int page) {
    var wanted = new ConversationId(id);
    var seen = ledger.seen(me.workspace(), wanted);
    if (seen.isPresent()) {
      return Answer.page(templates.ledgerConversation(frame, pages(me, seen.get()).page(page)));
    }
    return mail.mergedInto(me.workspace(), wanted)
        .map(kept -> Answer.moved("/conversations/" + kept))
        .orElseThrow(() -> missing("There is no such conversation here."));
  }

  /** The whole text of a message, with what it quotes: a page, and a part of the one above. */
  @GetMapping("/messages/{id}/rest")
  Answer rest(SignedIn me, Frame frame, @PathVariable UUID id) {
    var message = new MessageId(id);
    var raw =
        mail.raw(me.workspace(), message)
            .orElseThrow(() -> missing("There is no such message here."));
    var zones =
        parser.parse(raw, null) instanceof Parsed(var parsed)
            ? Reader.zonesOf(parsed.letter())
            : new Zones("", List.of());
    var back = mail.conversationOf(me.workspace(), message);
    return Answer.page(
        templates.ledgerRest(
            frame, RestPage.of(id.toString(), zones, back.map(ConversationId::toString))));
  }

  private ConversationPages pages(SignedIn me, Seen seen) {
    var conversation = seen.conversation();
    var faces =
        new Faces(
            accounts.ownAddresses(me.workspace()),
            new Names(
                people.whoAre(
                    me.workspace(), ConversationPages.addresses(conversation, seen.standing()))));
    var others = faces.others();
    return new ConversationPages(
        conversation,
        seen.facts(),
        seen.standing(),
        faces,
        beside.stream()
            .flatMap(one -> one.line(me.workspace(), conversation.id(), others).stream())
            .toList(),
        clock.instant(),
        me.zone());
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
