package io.politely.today.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.contacts.Fact;
import io.politely.ledger.Move;
import io.politely.ledger.Promise;
import io.politely.ledger.PromiseLine;
import io.politely.mail.ConversationId;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Exchange;
import io.politely.outbox.Stop;
import io.politely.people.AddressKind;
import io.politely.people.Merge;
import io.politely.people.Names;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.SuggestedMerge;
import io.politely.privacy.Erasure;
import io.politely.today.web.PersonPage.Employer;
import io.politely.today.web.PersonPage.Line;
import io.politely.today.web.PersonPage.Merged;
import io.politely.today.web.PersonPage.Twin;
import io.politely.web.Monogram;
import io.politely.web.When;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out the page of a person, as of a moment and in a zone. */
record PersonPages(
    Map<ConversationId, Move> moves,
    Map<ConversationId, List<Promise>> promises,
    Names names,
    Instant now,
    ZoneId zone) {

  PersonPages {
    moves = Map.copyOf(moves);
    promises = Map.copyOf(promises);
  }

  PersonPage page(
      Person person,
      List<ConversationSummary> conversations,
      List<Exchange> exchanges,
      List<Merge> merges,
      List<SuggestedMerge> suggested,
      Optional<Stop> stop,
      Optional<Erasure.Pending> erasure,
      List<Fact> facts) {
    var path = "/people/" + person.id();
    return new PersonPage(
        path,
        person.name(),
        Monogram.of(person.name()),
        stop.map(Stop::reason).orElse(""),
        about(person.kind()),
        person.namedByUser(),
        person.companies().stream()
            .map(company -> new Employer(company.name(), "/companies/" + company.id()))
            .toList(),
        person.addresses().stream().map(PersonAddress::text).toList(),
        person
            .mailAddress()
            .map(to -> "/letters/new?to=" + URLEncoder.encode(to.value(), UTF_8))
            .orElse(""),
        KnownFacts.of(path, facts, person.addresses(), now, zone),
        Timeline.of(exchanges, all(conversations), now, zone),
        conversations.stream().filter(this::isOpen).map(this::line).toList(),
        promiseLines(person.name(), conversations),
        conversations.stream().filter(one -> !isOpen(one)).map(this::line).toList(),
        merges.stream()
            .map(
                merge -> new Merged(merge.name(), path + "/merges/" + merge.id(), when(merge.at())))
            .toList(),
        suggested.stream().flatMap(twins -> twin(person, twins)).toList(),
        erasure.map(it -> when(it.due())).orElse(null));
  }

  /** A conversation as a row. */
  Line line(ConversationSummary conversation) {
    var move = moves.get(conversation.id());
    var count =
        conversation.messageCount() == 1
            ? "One message"
            : conversation.messageCount() + " messages";
    return new Line(
        "/conversations/" + conversation.id(),
        conversation.subject().isBlank() ? "No subject" : conversation.subject(),
        move == null ? "" : look(move),
        move == null ? "" : word(move),
        move == null ? count : names.in(move.reason()),
        when(conversation.lastAt()));
  }

  private boolean isOpen(ConversationSummary conversation) {
    return switch (moves.get(conversation.id())) {
      case Move.Ours _, Move.Theirs _, Move.Scheduled _, Move.Unsure _ -> true;
      case Move.Nobodys _, Move.Closed _ -> false;
      case null -> false;
    };
  }

  private String look(Move move) {
    return switch (move) {
      case Move.Ours ours -> ours.due().isBefore(now) ? "overdue" : "ours";
      case Move.Theirs _ -> "theirs";
      case Move.Scheduled parked -> parked.until().isAfter(now) ? "scheduled" : "ours";
      case Move.Nobodys _ -> "nobodys";
      case Move.Closed _ -> "closed";
      case Move.Unsure _ -> "unsure";
    };
  }

  private String word(Move move) {
    return switch (look(move)) {
      case "ours" -> "Your move";
      case "overdue" -> "Overdue";
      case "theirs" -> "Their move";
      case "scheduled" -> "Scheduled";
      case "closed" -> "Closed";
      case "unsure" -> "Unsure";
      default -> "Nobody’s move";
    };
  }

  private List<Promise> all(List<ConversationSummary> conversations) {
    return conversations.stream()
        .flatMap(one -> promises.getOrDefault(one.id(), List.of()).stream())
        .toList();
  }

  /** Open and broken promises first, then the newest. */
  private List<PromiseLine> promiseLines(String name, List<ConversationSummary> conversations) {
    record Made(Promise promise, ConversationId in) {}
    var made = new ArrayList<Made>();
    for (var conversation : conversations) {
      for (var promise : promises.getOrDefault(conversation.id(), List.of())) {
        made.add(new Made(promise, conversation.id()));
      }
    }
    made.sort(
        Comparator.comparing((Made it) -> it.promise().keptAt() != null)
            .thenComparing(it -> it.promise().due(), Comparator.reverseOrder()));
    return made.stream()
        .map(it ->
            PromiseLine.of(
                it.promise(),
                name,
                "/conversations/" + it.in() + "#m-" + it.promise().message(),
                now,
                zone))
        .toList();
  }

  private static Stream<Twin> twin(Person person, SuggestedMerge twins) {
    var other =
        twins.kept().id().equals(person.id())
            ? twins.merged()
            : twins.merged().id().equals(person.id()) ? twins.kept() : null;
    return other == null
        ? Stream.of()
        : Stream.of(
            new Twin(
                other.id().toString(),
                other.name(),
                other.addresses().stream().findFirst().map(PersonAddress::text).orElse(null),
                twins.reason()));
  }

  private static String about(AddressKind kind) {
    return switch (kind) {
      case PERSON -> "";
      case NOBODY -> "Only an import named them, and it was taken back";
      case ROLE -> "A desk, whoever sits there";
      case LIST -> "A mailing list";
      case AUTOMATIC -> "A machine: nobody reads an answer";
    };
  }

  private When when(Instant at) {
    return When.of(at, now, zone);
  }
}
