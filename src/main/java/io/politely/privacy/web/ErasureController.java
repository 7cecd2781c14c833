package io.politely.privacy.web;

import static java.util.stream.Collectors.joining;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.privacy.Asked.Accepted;
import io.politely.privacy.Asked.Refused;
import io.politely.privacy.Erasing;
import io.politely.privacy.Erasure.Pending;
import io.politely.privacy.Erasure.Removed;
import io.politely.privacy.ErasureId;
import io.politely.privacy.Held;
import io.politely.privacy.Privacy;
import io.politely.privacy.Retaining;
import io.politely.privacy.Retention;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import io.politely.web.When;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Erases people, after saying what goes; keeps them after all. */
@Controller
class ErasureController {

  private final Privacy privacy;
  private final Erasing erasing;
  private final Retaining retaining;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  ErasureController(
      Privacy privacy,
      Erasing erasing,
      Retaining retaining,
      People people,
      Templates templates,
      Clock clock) {
    this.privacy = privacy;
    this.erasing = erasing;
    this.retaining = retaining;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/people/{id}/erasure")
  Answer ask(SignedIn me, Frame frame, @PathVariable UUID id) {
    var person = somebody(me, id);
    if (!person.id().value().equals(id)) {
      return Answer.seeOther("/people/%s/erasure".formatted(person.id()));
    }
    return Answer.page(templates.privacyErase(frame, page(me, person)));
  }

  @PostMapping("/people/{id}/erasure")
  Answer erase(SignedIn me, @PathVariable UUID id) {
    var person = somebody(me, id);
    return switch (erasing.ask(me.workspace(), person.id(), me.member())) {
      case Accepted(var pending) ->
          Answer.seeOther(
              "/people/" + person.id(),
              Toast.undoable(
                  "%s is erased on %s. Nothing is sent to them any more."
                      .formatted(person.name(), due(pending, me).full()),
                  "/erasures/" + pending.id()));
      case Refused(var reason) ->
          throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    };
  }

  @DeleteMapping("/erasures/{id}")
  Answer keep(SignedIn me, @PathVariable UUID id) {
    var kept =
        privacy
            .keep(me.workspace(), new ErasureId(id), clock.instant())
            .orElseThrow(() ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "They were kept before, or are erased already."));
    return Answer.seeOther(
        "/people/" + kept.person(), Toast.saying("Kept. What was withdrawn stays withdrawn."));
  }

  @GetMapping("/erasures")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.privacyErasures(frame, page(me, "", "")));
  }

  /** Keeps mail of somebody again. */
  @PostMapping("/erasures/returns")
  Answer letIn(SignedIn me, Frame frame, @RequestParam String address) {
    var parsed = EmailAddress.parse(address);
    if (parsed.isEmpty()) {
      return refused(me, frame, address, "This is no address: ada@example.org is one.");
    }
    return privacy.letIn(me.workspace(), parsed.get())
        ? Answer.seeOther(
            "/erasures", Toast.saying("What comes of %s is kept again.".formatted(parsed.get())))
        : refused(me, frame, address, "Nobody with this address was erased.");
  }

  /** Says how long candidates are kept, and applies it at once, so that one sees whom it takes. */
  @PutMapping("/erasures/rule")
  Answer retain(SignedIn me, @RequestParam int months) {
    if (months != 0 && !Retention.CHOICES.contains(months)) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "Choose one of the lengths in the list.");
    }
    privacy.retain(
        me.workspace(), months == 0 ? null : new Retention(months, me.member()), clock.instant());
    retaining.apply(me.workspace());
    return Answer.seeOther(
        "/erasures",
        Toast.saying(
            months == 0
                ? "Nobody is erased by a rule any more."
                : "From now on candidates are kept for %s.".formatted(months(months))));
  }

  private Answer refused(SignedIn me, Frame frame, String address, String problem) {
    return Answer.problem(templates.privacyErasures(frame, page(me, address.strip(), problem)));
  }

  private ErasePage page(SignedIn me, Person person) {
    var held = privacy.held(me.workspace(), person.id()).orElseThrow(ErasureController::nobody);
    var pending = privacy.pending(me.workspace(), person.id());
    return new ErasePage(
        "/people/" + person.id(),
        person.name(),
        goes(held),
        held.addresses().stream().map(EmailAddress::value).toList(),
        held.names(),
        pending.map(it -> due(it, me)).orElse(null),
        pending.map(it -> "/erasures/" + it.id()).orElse(""),
        said(erasing.delay()));
  }

  private ErasuresPage page(SignedIn me, String address, String problem) {
    var coming = privacy.pending(me.workspace());
    var persons = people.persons(me.workspace(), coming.stream().map(Pending::person).toList());
    var now = clock.instant();
    return new ErasuresPage(
        coming.stream()
            .flatMap(it ->
                Stream.ofNullable(persons.get(it.person()))
                    .map(person ->
                        new ErasuresPage.Coming(
                            person.name(),
                            "/people/" + person.id(),
                            due(it, me),
                            it.byRule() ? "by the rule" : "",
                            "/erasures/" + it.id())))
            .toList(),
        privacy.done(me.workspace()).stream()
            .map(it ->
                new ErasuresPage.Done(When.of(it.done(), now, me.zone()), removed(it.removed())))
            .toList(),
        privacy.retention(me.workspace()).map(Retention::months).orElse(0),
        Stream.concat(
                Stream.of(new ErasuresPage.Choice(0, "until I erase them")),
                Retention.CHOICES.stream().map(it -> new ErasuresPage.Choice(it, months(it))))
            .toList(),
        retaining.daysOfNotice(),
        address,
        problem);
  }

  /** The numbers as sentences. */
  private static List<String> goes(Held held) {
    var goes = new ArrayList<String>();
    goes.add(messages(held));
    goes.add("Every other message in which an address or the name below can be read.");
    if (held.pursuits() > 0) {
      goes.add(
          "Every word about them in %s. That somebody gave time and was told stays."
              .formatted(counted(held.pursuits(), "pursuit", "pursuits")));
    }
    goes.add("Drafts that name them, and what was sent to them from here.");
    goes.add("Their page with names, addresses, notes and everything else on it.");
    return goes;
  }

  private static String messages(Held held) {
    if (held.messages() == 0) {
      return "No message is from, to or copied to them.";
    }
    var all = counted(held.messages(), "message", "messages") + " from, to or copied to them";
    return held.withOthers() == 0
        ? all + "."
        : "%s, of which %,d with others, too.".formatted(all, held.withOthers());
  }

  private static String removed(Removed removed) {
    return Stream.of(
            counted(removed.messages(), "message", "messages"),
            counted(removed.mails(), "mail of the outbox", "mails of the outbox"),
            counted(removed.drafts(), "draft", "drafts"))
        .collect(joining(", "));
  }

  private static String counted(long count, String one, String many) {
    return count == 1 ? "1 " + one : "%,d %s".formatted(count, many);
  }

  private static String months(int months) {
    return months % 12 == 0 ? counted(months / 12, "year", "years") : months + " months";
  }

  private static String said(Duration delay) {
    return delay.toHours() == 1 ? "an hour" : delay.toHours() + " hours";
  }

  private When due(Pending pending, SignedIn me) {
    return When.of(pending.due(), clock.instant(), me.zone());
  }

  private Person somebody(SignedIn me, UUID id) {
    return people.person(me.workspace(), new PersonId(id)).orElseThrow(ErasureController::nobody);
  }

  private static ResponseStatusException nobody() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such person here.");
  }
}
