package io.politely.today;

import static java.util.function.Predicate.not;

import io.politely.cadence.Cadence;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Pursuits;
import io.politely.today.Digest.Count;
import io.politely.today.Digest.Item;
import io.politely.touches.TouchPromise;
import io.politely.touches.Touches;
import io.politely.web.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what a digest says, in the order of Today. Runs in the transactions of {@link Today}. */
@Component
class DigestReading {

  /** As many of a kind as a digest has room for at all. */
  private static final int MOST = 3;

  private final Ledger ledger;
  private final Pursuits pursuits;
  private final Touches touches;
  private final Cadence cadence;
  private final People people;

  DigestReading(Ledger ledger, Pursuits pursuits, Touches touches, Cadence cadence, People people) {
    this.ledger = ledger;
    this.pursuits = pursuits;
    this.touches = touches;
    this.cadence = cadence;
    this.people = people;
  }

  /** What is to be done; nothing to begin with where that is nothing. */
  Digest read(WorkspaceId workspace, Moments moments) {
    var owed = pursuits.owed(workspace, moments.zone()).stream().filter(OwedOutcome::byUs).toList();
    var matters = ledger.ours(workspace, moments.now(), MOST);
    var first =
        Stream.of(
                outcomes(workspace, owed),
                promises(workspace, moments),
                answers(workspace, matters.stream().filter(Matter::promiseBroken).toList()),
                followUps(workspace, moments),
                again(workspace, moments),
                answers(workspace, matters.stream().filter(not(Matter::promiseBroken)).toList()))
            .flatMap(List::stream)
            .toList();
    return new Digest(first, counts(workspace, owed.size(), moments));
  }

  private List<Item> outcomes(WorkspaceId workspace, List<OwedOutcome> owed) {
    var first = owed.stream().limit(MOST).toList();
    var persons = persons(workspace, first.stream().map(OwedOutcome::person).toList());
    return first.stream()
        .map(it ->
            new Item(
                "Tell %s how it ended".formatted(name(persons, it.person())),
                "/pursuits/%s/close-out".formatted(it.pursuit()),
                it.reason()))
        .toList();
  }

  /** Those of ours that are to be kept today, or were to be. */
  private List<Item> promises(WorkspaceId workspace, Moments moments) {
    var tomorrow = moments.today().plusDays(1).atStartOfDay(moments.zone()).toInstant();
    var due =
        touches.openPromises(workspace, moments.now(), MOST).stream()
            .filter(TouchPromise::byUs)
            .filter(it -> it.due().isBefore(tomorrow))
            .toList();
    var persons = persons(workspace, due.stream().map(TouchPromise::person).toList());
    return due.stream()
        .map(it ->
            new Item(
                "Keep your promise to %s: “%s”".formatted(name(persons, it.person()), it.words()),
                "/touches/" + it.touch(),
                "It %s %s."
                    .formatted(
                        moments.isPast(it.due()) ? "was due" : "is due", moments.day(it.due()))))
        .toList();
  }

  private List<Item> answers(WorkspaceId workspace, List<Matter> matters) {
    var moves = matters.stream().map(Matter::move).toList();
    var names =
        new Names(
            people.whoAre(
                workspace,
                Stream.concat(
                        moves.stream().flatMap(move -> move.with().stream()),
                        Names.mentioned(moves.stream().map(move -> move.reason()).toList())
                            .stream())
                    .distinct()
                    .toList()));
    return matters.stream()
        .map(it ->
            new Item(
                "Your move: %s%s"
                    .formatted(
                        it.move().with().map(who -> names.of(who) + ", ").orElse(""),
                        it.subject().isBlank() ? "(no subject)" : it.subject()),
                "/conversations/" + it.conversation(),
                names.in(it.move().reason())))
        .toList();
  }

  private List<Item> followUps(WorkspaceId workspace, Moments moments) {
    var due = cadence.today(workspace, moments.now());
    var persons = persons(workspace, due.stream().map(it -> it.followUp().person()).toList());
    return due.stream()
        .map(it ->
            new Item(
                "Write to " + name(persons, it.followUp().person()),
                "/follow-ups/" + it.followUp().id(),
                it.next().reason()))
        .toList();
  }

  private List<Item> again(WorkspaceId workspace, Moments moments) {
    var due = pursuits.dueNurtures(workspace, moments.today(), MOST);
    var named = pursuits.named(workspace, due.stream().map(it -> it.pursuit()).toList());
    return due.stream()
        .map(it ->
            new Item(
                "Write again about " + named.getOrDefault(it.pursuit(), "a pursuit"),
                "/pursuits/" + it.pursuit(),
                it.why()))
        .toList();
  }

  private List<Count> counts(WorkspaceId workspace, int owed, Moments moments) {
    var open = ledger.openCounts(workspace, moments.now());
    var counts = new ArrayList<Count>();
    add(counts, owed, "person waits to hear how it ended", "people wait to hear how it ended", "/");
    add(
        counts,
        open.ours(),
        "conversation waits for you",
        "conversations wait for you",
        "/?list=ours");
    add(
        counts,
        cadence.countDue(workspace, moments.now()),
        "follow-up can be sent",
        "follow-ups can be sent",
        "/follow-ups");
    add(
        counts,
        open.unsure(),
        "conversation needs your word on whose move it is",
        "conversations need your word on whose move it is",
        "/?list=unsure");
    return counts;
  }

  private static void add(List<Count> counts, long count, String one, String many, String path) {
    if (count > 0) {
      counts.add(new Count("%,d %s".formatted(count, count == 1 ? one : many), path));
    }
  }

  private Map<PersonId, Person> persons(WorkspaceId workspace, Collection<PersonId> ids) {
    return ids.isEmpty() ? Map.of() : people.persons(workspace, List.copyOf(ids));
  }

  private static String name(Map<PersonId, Person> persons, PersonId id) {
    var person = persons.get(id);
    return person == null ? "somebody" : person.name();
  }
}
