package io.politely.today.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.contacts.Fact;
import io.politely.contacts.Seniority;
import io.politely.ledger.Move;
import io.politely.ledger.Promise;
import io.politely.ledger.PromiseLine;
import io.politely.mail.ConversationId;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Exchange;
import io.politely.outbox.Reach;
import io.politely.outbox.Stop;
import io.politely.people.AddressKind;
import io.politely.people.Merge;
import io.politely.people.Names;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.SuggestedMerge;
import io.politely.privacy.Erasure;
import io.politely.today.web.KnownFacts.Only;
import io.politely.today.web.PersonPage.Address;
import io.politely.today.web.PersonPage.Employer;
import io.politely.today.web.PersonPage.Line;
import io.politely.today.web.PersonPage.Merged;
import io.politely.today.web.PersonPage.Twin;
import io.politely.touches.Touch;
import io.politely.touches.TouchPromise;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
      Reach reach,
      Optional<Erasure.Pending> erasure,
      List<Fact> facts,
      List<Only> only,
      Function<String, Optional<Seniority>> seniority,
      UnaryOperator<String> notes,
      List<Touch> touches,
      List<TouchPromise> promisedBeside,
      Persistence persistence) {
    var path = "/people/" + person.id();
    return new PersonPage(
        path,
        person.name(),
        Monogram.of(person.name()),
        reach.stop().map(Stop::reason).orElse(""),
        about(person.kind()),
        person.namedByUser(),
        person.companies().stream()
            .map(company -> new Employer(company.name(), "/companies/" + company.id()))
            .toList(),
        person.addresses().stream()
            .map(it -> new Address(it.text(), reach.bounced().contains(it.address())))
            .toList(),
        person
            .mailAddressBut(reach.bounced())
            .map(to -> "/letters/new?to=" + URLEncoder.encode(to.value(), UTF_8))
            .orElse(""),
        KnownFacts.of(path, facts, person.addresses(), only, seniority, notes, now, zone),
        Timeline.of(exchanges, all(conversations), touches, now, zone),
        persistence,
        conversations.stream().filter(this::isOpen).map(this::line).toList(),
        promiseLines(person.name(), conversations, promisedBeside),
        others(conversations, touches),
        "/touches/new?person=" + person.id(),
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

  /** What is not open in mail, and what was logged, the newest first. */
  private List<Line> others(List<ConversationSummary> conversations, List<Touch> touches) {
    return history(conversations.stream().filter(one -> !isOpen(one)).toList(), touches);
  }

  /** Conversations and what was logged, the newest first. */
  List<Line> history(List<ConversationSummary> conversations, List<Touch> touches) {
    record Dated(Instant at, Line line) {}
    return Stream.concat(
            conversations.stream().map(one -> new Dated(one.lastAt(), line(one))),
            touches.stream().map(one -> new Dated(one.at(), line(one))))
        .sorted(Comparator.comparing(Dated::at).reversed())
        .map(Dated::line)
        .toList();
  }

  /** What was logged, as a row. */
  Line line(Touch touch) {
    boolean says = !touch.words().isEmpty();
    return new Line(
        "/touches/" + touch.id(),
        says ? touch.words() : touch.said(),
        "phone",
        touch.isContact() ? touch.ways().getFirst().kind().said() : "Note",
        says ? touch.said() : "",
        when(touch.at()));
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
  private List<PromiseLine> promiseLines(
      String name, List<ConversationSummary> conversations, List<TouchPromise> beside) {
    record Made(boolean isKept, Instant due, PromiseLine line) {}
    var made = new ArrayList<Made>();
    for (var conversation : conversations) {
      for (var promise : promises.getOrDefault(conversation.id(), List.of())) {
        var path = "/conversations/" + conversation.id() + "#m-" + promise.message();
        made.add(
            new Made(
                promise.keptAt() != null,
                promise.due(),
                PromiseLine.of(promise, name, path, now, zone)));
      }
    }
    beside.forEach(promise ->
        made.add(new Made(promise.keptAt() != null, promise.due(), promise.line(name, now, zone))));
    made.sort(
        Comparator.comparing(Made::isKept).thenComparing(Made::due, Comparator.reverseOrder()));
    return made.stream().map(Made::line).toList();
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
