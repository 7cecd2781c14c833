package io.politely.today.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.SignedIn;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact;
import io.politely.contacts.Fact.Told;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.ledger.Ledger;
import io.politely.ledger.Move;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Exchange;
import io.politely.mail.Mail;
import io.politely.outbox.Outbox;
import io.politely.people.CompanyId;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.privacy.Privacy;
import io.politely.pursuits.Pursuits;
import io.politely.today.Today;
import io.politely.today.web.Persisting.Between;
import io.politely.touches.Touches;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.When;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Shows everybody, somebody, and a company. */
@Controller
class PeopleController {

  private static final int PEOPLE_ON_A_PAGE = 50;
  private static final int CONVERSATIONS_SHOWN = 100;
  private static final int LETTERS_LISTENED_TO = 6;

  private final Today today;
  private final People people;
  private final Mail mail;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Contacts contacts;
  private final Privacy privacy;
  private final Touches touches;
  private final Pursuits pursuits;
  private final Persisting persisting;
  private final NoteHtml notes;
  private final Templates templates;
  private final Clock clock;

  PeopleController(
      Today today,
      People people,
      Mail mail,
      Ledger ledger,
      Outbox outbox,
      Contacts contacts,
      Privacy privacy,
      Touches touches,
      Pursuits pursuits,
      Persisting persisting,
      NoteHtml notes,
      Templates templates,
      Clock clock) {
    this.today = today;
    this.people = people;
    this.mail = mail;
    this.ledger = ledger;
    this.outbox = outbox;
    this.contacts = contacts;
    this.privacy = privacy;
    this.touches = touches;
    this.pursuits = pursuits;
    this.persisting = persisting;
    this.notes = notes;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/people")
  Answer everybody(
      SignedIn me,
      Frame frame,
      @RequestParam(name = "name", defaultValue = "") String search,
      @RequestParam(required = false) @Nullable String after) {
    var found =
        people.persons(me.workspace(), search, Optional.ofNullable(after), PEOPLE_ON_A_PAGE);
    var path = "/people?" + (search.isBlank() ? "" : "name=" + encoded(search) + "&");
    return Answer.page(templates.peoplePeople(frame, page(me, found, search, path)));
  }

  @GetMapping("/people/{id}")
  Answer somebody(SignedIn me, Frame frame, @PathVariable UUID id) {
    var person =
        people
            .person(me.workspace(), new PersonId(id))
            .orElseThrow(() -> missing("There is no such person here."));
    if (!person.id().value().equals(id)) {
      // A merge can be undone, so this is not for good.
      return Answer.seeOther("/people/" + person.id());
    }
    var page = today.atOnce(me.workspace(), () -> page(me, person));
    return Answer.page(templates.peoplePerson(frame, page));
  }

  private PersonPage page(SignedIn me, Person person) {
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    var conversations = mail.conversationsWith(me.workspace(), addresses, CONVERSATIONS_SHOWN);
    var now = clock.instant();
    var exchanges =
        mail.exchanges(me.workspace(), addresses, now.minus(Duration.ofDays(Timeline.DAYS)));
    var facts = contacts.facts(me.workspace(), person.id());
    var only = only(me, person, facts, exchanges, now);
    var pages = pages(me, conversations, now);
    var reach = outbox.reach(me.workspace(), addresses);
    var beside = touches.with(me.workspace(), List.of(person.id()));
    return pages.page(
        person,
        conversations,
        exchanges,
        people.merges(me.workspace(), person.id()),
        people.suggestedMerges(me.workspace(), person.id()),
        reach,
        privacy.pending(me.workspace(), person.id()),
        facts,
        only.all(),
        contacts::seniority,
        notes::of,
        beside,
        touches.promises(me.workspace(), person.id()),
        persisting.with(
            me, new Between(person, exchanges, beside, pages.moves(), only.zone(), reach), now));
  }

  private OnlyFacts only(
      SignedIn me, Person person, List<Fact> facts, List<Exchange> exchanges, Instant now) {
    var letters =
        exchanges.stream()
            .filter(exchange -> exchange.byThem() && exchange.kind().isPersonal())
            .limit(LETTERS_LISTENED_TO)
            .map(Exchange::message)
            .toList();
    var voices = mail.voices(me.workspace(), letters);
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    return new OnlyFacts(
        "/people/" + person.id(),
        facts,
        contacts.ownFields(me.workspace()),
        contacts.values(me.workspace(), person.id()),
        contacts.zone(
            facts,
            voices.stream().flatMap(voice -> Stream.ofNullable(voice.offset())).toList(),
            addresses,
            now),
        persisting.hours(me.workspace(), person.id()),
        voices,
        mail.firstFrom(me.workspace(), addresses),
        now,
        me.zone());
  }

  @GetMapping("/companies/{id}")
  Answer company(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after) {
    var wanted = new CompanyId(id);
    var company =
        people
            .company(me.workspace(), wanted)
            .orElseThrow(() -> missing("There is no such company here."));
    var there =
        people.personsAt(me.workspace(), wanted, Optional.ofNullable(after), PEOPLE_ON_A_PAGE);
    var conversations =
        mail.conversationsWith(me.workspace(), addresses(there.items()), CONVERSATIONS_SHOWN);
    var pages = pages(me, conversations, clock.instant());
    var ids = there.items().stream().map(Person::id).toList();
    return Answer.page(
        templates.peopleCompany(
            frame,
            new CompanyPage(
                company.name(),
                company.domain(),
                page(me, there, "", "/companies/" + id + "?")
                    .describedBy(roles(contacts.roles(me.workspace(), ids))),
                pursuits.with(me.workspace(), wanted, ids).stream()
                    .map(it -> CompanyPage.Aim.of(it, clock.instant(), me.zone()))
                    .toList(),
                pages.history(conversations, touches.with(me.workspace(), ids)))));
  }

  /** What they do, with their level, by the path of their page. */
  private Map<String, String> roles(Map<PersonId, List<Told>> roles) {
    var described = new HashMap<String, String>();
    roles.forEach((person, told) -> {
      var role = told.stream().filter(it -> it.end().isEmpty()).findFirst().orElse(told.getFirst());
      var level = contacts.seniority(role.words()).map(it -> " (" + it.said() + ")").orElse("");
      described.put(
          "/people/" + person,
          role.end().map(_ -> "Formerly ").orElse("") + KnownFacts.role(role) + level);
    });
    return described;
  }

  private PersonPages pages(SignedIn me, List<ConversationSummary> conversations, Instant now) {
    var ids = conversations.stream().map(ConversationSummary::id).toList();
    var moves = ledger.moves(me.workspace(), ids);
    var mentioned = Names.mentioned(moves.values().stream().map(Move::reason).toList());
    return new PersonPages(
        moves,
        ledger.promises(me.workspace(), ids),
        new Names(people.whoAre(me.workspace(), mentioned)),
        now,
        me.zone());
  }

  private PeoplePage page(SignedIn me, Page<Person> found, String search, String path) {
    var byMail = mail.lastContacts(me.workspace(), addresses(found.items()));
    var beside =
        touches.lastContacts(me.workspace(), found.items().stream().map(Person::id).toList());
    var now = clock.instant();
    return new PeoplePage(
        search,
        found.items().stream()
            .map(person -> PeoplePage.Row.of(person, last(person, byMail, beside, now, me)))
            .toList(),
        found.next().map(next -> path + "after=" + encoded(next)).orElse(""));
  }

  private static @Nullable When last(
      Person person,
      Map<EmailAddress, Instant> byMail,
      Map<PersonId, Instant> beside,
      Instant now,
      SignedIn me) {
    return Stream.concat(
            person.addresses().stream().map(address -> byMail.get(address.address())),
            Stream.of(person.id()).map(beside::get))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(at -> When.of(at, now, me.zone()))
        .orElse(null);
  }

  private static List<EmailAddress> addresses(List<Person> persons) {
    return persons.stream()
        .flatMap(person -> person.addresses().stream())
        .map(PersonAddress::address)
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
