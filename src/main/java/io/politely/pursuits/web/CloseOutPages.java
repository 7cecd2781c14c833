package io.politely.pursuits.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.politely.accounts.SignedIn;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingState;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.CloseOut;
import io.politely.pursuits.Outcome;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Telling;
import io.politely.pursuits.TimeGiven;
import io.politely.pursuits.TimeKind;
import io.politely.pursuits.web.CloseOutPage.Entered;
import io.politely.pursuits.web.CloseOutPage.Group;
import io.politely.pursuits.web.CloseOutPage.Ready;
import io.politely.web.Moments;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the close-out shows: whom to tell, grouped by what they gave. */
@Component
class CloseOutPages {

  private static final int INTERVIEWS_OF_A_FINALIST = 2;

  private final Pursuits pursuits;
  private final CloseOut closeOut;
  private final People people;
  private final Outbox outbox;
  private final Mailboxes mailboxes;
  private final Clock clock;

  CloseOutPages(
      Pursuits pursuits,
      CloseOut closeOut,
      People people,
      Outbox outbox,
      Mailboxes mailboxes,
      Clock clock) {
    this.pursuits = pursuits;
    this.closeOut = closeOut;
    this.people = people;
    this.outbox = outbox;
    this.mailboxes = mailboxes;
    this.clock = clock;
  }

  CloseOutPage page(SignedIn me, Pursuit pursuit, List<String> problems, Entered entered) {
    var workspace = me.workspace();
    var id = pursuit.id();
    var times =
        pursuits.times(workspace, id).stream()
            .filter(time -> !time.byUs())
            .collect(groupingBy(TimeGiven::person));
    var outcomes =
        pursuits.outcomes(workspace, id).stream()
            .filter(Outcome::fromUs)
            .collect(toMap(Outcome::person, it -> it));
    var stages = pursuits.parts(workspace, id).stream().collect(toMap(Part::person, Part::stage));
    var hanging = new LinkedHashSet<>(pursuits.leftHanging(workspace, id));
    var letters = closeOut.letters(me, id);
    var everybody = new LinkedHashSet<>(hanging);
    everybody.addAll(outcomes.keySet());
    var persons = people.persons(workspace, everybody);

    var holds = holds(workspace, outcomes.values());

    var groups = new ArrayList<Group>();
    for (var kind : Kind.values()) {
      var members =
          hanging.stream()
              .filter(it -> !isOnItsWay(outcomes, it))
              .filter(it ->
                  kind == kind(times.getOrDefault(it, List.of()), stages.getOrDefault(it, "")))
              .map(it -> person(it, persons, times, outcomes))
              .sorted(java.util.Comparator.comparing(CloseOutPage.Person::name))
              .toList();
      if (!members.isEmpty()) {
        groups.add(new Group(kind.key, kind.title, kind.about, kind == Kind.FINALISTS, members));
      }
    }
    return new CloseOutPage(
        PursuitController.path(id),
        pursuit.name(),
        summary(pursuit, hanging.size()),
        groups,
        letters.stream()
            .map(it ->
                new Ready(
                    it.outcome().toString(),
                    PursuitPages.name(persons, it.person()),
                    it.to().value(),
                    it.subject(),
                    it.body(),
                    it.hash(),
                    "/drafts/" + it.draft()))
            .toList(),
        everybody.stream()
            .filter(it -> isOnItsWay(outcomes, it))
            .map(it -> person(it, persons, times, outcomes).held(holds.getOrDefault(it, "")))
            .toList(),
        everybody.stream()
            .filter(it -> !hanging.contains(it))
            .map(it -> person(it, persons, times, outcomes))
            .toList(),
        pursuits.requirements(workspace, id),
        new Moments(clock.instant(), me.zone()).today().toString(),
        outbox.known(workspace).toString(),
        mailboxes.accounts(workspace).stream()
            .findFirst()
            .map(it -> it.address().value())
            .orElse(""),
        problems,
        entered,
        pursuit.state() == PursuitState.CLOSED);
  }

  private enum Kind {
    FINALISTS(
        "finalists",
        "Came far",
        "Call first, the same day if you can; the letter confirms what you said."),
    INTERVIEWED(
        "interviewed",
        "Were interviewed, met with you, or made something",
        "A personal letter to each."),
    APPLIED("applied", "Applied, and were read", "One reason for all, unless you know better."),
    CONNECTORS("connectors", "Made an introduction", "Tell them how it ended, with thanks.");

    private final String key;
    private final String title;
    private final String about;

    Kind(String key, String title, String about) {
      this.key = key;
      this.title = title;
      this.about = about;
    }
  }

  private static Kind kind(List<TimeGiven> times, String stage) {
    long interviews = times.stream().filter(it -> it.kind() == TimeKind.INTERVIEW).count();
    if (interviews >= INTERVIEWS_OF_A_FINALIST || stage.equals("final") || stage.equals("offer")) {
      return Kind.FINALISTS;
    }
    if (times.stream().allMatch(it -> it.kind() == TimeKind.INTRODUCTION)) {
      return Kind.CONNECTORS;
    }
    return times.stream()
            .allMatch(it -> it.kind() == TimeKind.APPLICATION || it.kind() == TimeKind.INTRODUCTION)
        ? Kind.APPLIED
        : Kind.INTERVIEWED;
  }

  private static CloseOutPage.Person person(
      PersonId id,
      Map<PersonId, io.politely.people.Person> persons,
      Map<PersonId, List<TimeGiven>> times,
      Map<PersonId, Outcome> outcomes) {
    var outcome = Optional.ofNullable(outcomes.get(id));
    return new CloseOutPage.Person(
        id.toString(),
        PursuitPages.name(persons, id),
        "/people/" + id,
        PursuitPages.address(persons, id),
        times.getOrDefault(id, List.of()).stream()
            .map(it -> it.kind().said())
            .distinct()
            .collect(Collectors.joining(", ")),
        outcome.map(PursuitPages::said).orElse(""),
        outcome.flatMap(it -> Optional.ofNullable(it.told())).map(it -> it.words()).orElse(""),
        outcome.map(it -> "/outcomes/" + it.id() + "/tellings").orElse(""));
  }

  /** Why letters do not leave by themselves: a person has to look at them first. */
  private Map<PersonId, String> holds(WorkspaceId workspace, Collection<Outcome> outcomes) {
    var waiting = new HashMap<String, PersonId>();
    outcomes.stream()
        .filter(Outcome::isOnItsWay)
        .forEach(it ->
            it.lastTelling()
                .map(Telling::internetId)
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> waiting.put(id, it.person())));
    var holds = new HashMap<PersonId, String>();
    outbox
        .mails(workspace, waiting.keySet())
        .forEach((id, mail) -> {
          var person = waiting.get(id);
          var why = mail.state() == OutgoingState.IN_DOUBT ? mail.problem() : mail.hold();
          if (person != null && !why.isEmpty()) {
            holds.put(person, why);
          }
        });
    return holds;
  }

  private static boolean isOnItsWay(Map<PersonId, Outcome> outcomes, PersonId person) {
    return Optional.ofNullable(outcomes.get(person))
        .filter(it -> !it.isDelivered())
        .filter(Outcome::isOnItsWay)
        .isPresent();
  }

  private static String summary(Pursuit pursuit, int hanging) {
    if (hanging == 0) {
      return pursuit.state() == PursuitState.CLOSED
          ? "It is closed, and everybody who gave time was told."
          : "Nobody is left hanging: it can be closed.";
    }
    return hanging == 1
        ? "One person gave time and has not heard how it ended."
        : hanging + " people gave time and have not heard how it ended.";
  }
}
