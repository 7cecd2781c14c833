package io.politely.cadence;

import io.politely.accounts.Accounts;
import io.politely.cadence.Planner.Acquaintance;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.Approved;
import io.politely.outbox.Courtesy.Known;
import io.politely.outbox.Courtesy.Objection;
import io.politely.outbox.Courtesy.Opinion;
import io.politely.outbox.Courtesy.Remark;
import io.politely.outbox.DraftText;
import io.politely.outbox.OutgoingId;
import io.politely.people.AddressKind;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuits;
import io.politely.wording.Remark.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds letters against the budget of their readers. Runs in the transactions of {@link Cadence},
 * which are those of the outbox.
 */
@Component
class Budgets {

  private final BudgetStore budgets;
  private final Planner planner;
  private final LetterJudge judge;
  private final People people;
  private final Pursuits pursuits;
  private final Accounts accounts;

  Budgets(
      BudgetStore budgets,
      Planner planner,
      LetterJudge judge,
      People people,
      Pursuits pursuits,
      Accounts accounts) {
    this.budgets = budgets;
    this.planner = planner;
    this.judge = judge;
    this.people = people;
    this.pursuits = pursuits;
    this.accounts = accounts;
  }

  /** What speaks against a letter; whoever else writes to the same people waits until then. */
  List<Objection> objections(WorkspaceId workspace, Approved mail) {
    var readers = readers(workspace, mail.to());
    if (readers.isEmpty() || pursuits.isTelling(workspace, mail.internetId())) {
      return List.of();
    }
    budgets.lock(workspace, readers);
    var objections = new LinkedHashMap<String, Objection>();
    var policy = planner.policy(workspace);
    var known = planner.acquaintances(workspace, readers, policy, mail.dueAt());
    for (var reader : readers) {
      var about = known.get(reader);
      if (about != null) {
        for (var breach :
            breaches(about, touch(about, mail.subject(), mail.body(), mail.dueAt()), policy)) {
          var sentence =
              readers.size() == 1
                  ? breach.sentence()
                  : about.person().name() + ": " + breach.sentence();
          objections.put(sentence, new Objection(sentence, breach.kind().canBeOverridden()));
        }
      }
    }
    tooManyFirst(workspace, mail, known.values(), policy)
        .ifPresent(it -> objections.put(it.sentence(), it));
    return List.copyOf(objections.values());
  }

  /** Mailbox providers judge a sender by letters to strangers. */
  private Optional<Objection> tooManyFirst(
      WorkspaceId workspace,
      Approved mail,
      Collection<Acquaintance> readers,
      CadencePolicy policy) {
    if (readers.stream().noneMatch(about -> isStranger(about.history()))) {
      return Optional.empty();
    }
    int most = policy.caps().firstContactsADay();
    var since = mail.knownAt().minus(Duration.ofDays(1));
    return budgets.firstLetters(workspace, mail.account(), since) < most
        ? Optional.empty()
        : Optional.of(
            new Objection(
                "%d first letters to strangers left this mailbox within a day, which is the most."
                    .formatted(most),
                true));
  }

  private static boolean isStranger(History history) {
    return history.touched().isEmpty() && history.heard().isEmpty();
  }

  private static List<Breach> breaches(Acquaintance about, Touched touch, CadencePolicy policy) {
    if (answers(about.history(), touch.at())) {
      return List.of();
    }
    return new PlanRules(policy)
        .breaches(touch, about.facts(policy)).stream()
            // Whose clock is not known is not told that they are asleep.
            .filter(breach -> breach.kind() != Breach.Kind.OFF_HOURS || about.isZoneKnown())
            .toList();
  }

  /** Whether a person of theirs had the last word, so that what is written now answers them. */
  private static boolean answers(History history, Instant at) {
    return history
        .lastHuman(at)
        .filter(word -> history.touched().stream().noneMatch(ours -> ours.at().isAfter(word.at())))
        .isPresent();
  }

  /** A letter as the budget counts it: by what it asks and brings. */
  private Touched touch(Acquaintance about, String subject, String body, Instant at) {
    var judgement = judge.judge(about, "other", subject, body, answers(about.history(), at), at);
    return new Touched(
        at, Channel.EMAIL, judgement.askMinutes(), judgement.value(), Touched.Kind.TOUCH, true);
  }

  /** Writes down that a letter was planned, for each of its readers. */
  void planned(WorkspaceId workspace, OutgoingId id, Approved mail, String why, Instant now) {
    var readers = readers(workspace, mail.to());
    if (readers.isEmpty()) {
      return;
    }
    var policy = planner.policy(workspace);
    var known = planner.acquaintances(workspace, readers, policy, mail.dueAt());
    boolean isOwed = pursuits.isTelling(workspace, mail.internetId());
    double most = 0;
    var against = new ArrayList<String>();
    for (var reader : readers) {
      var about = known.get(reader);
      if (about == null) {
        continue;
      }
      var touch = touch(about, mail.subject(), mail.body(), mail.dueAt());
      boolean weighs = !isOwed && !answers(about.history(), touch.at());
      if (weighs && !why.isEmpty()) {
        breaches(about, touch, policy).forEach(breach -> against.add(breach.sentence()));
        most = Math.max(most, CapRules.pushiness(touch, about.facts(policy)).value());
      }
      budgets.approve(
          workspace,
          new Approval(
              id,
              reader,
              mail.internetId(),
              null,
              0,
              mail.dueAt(),
              weighs,
              touch.askMinutes(),
              touch.value()),
          mail.account(),
          weighs && isStranger(about.history()),
          mail.approvedBy(),
          now);
    }
    if (!why.isEmpty()) {
      budgets.override(workspace, id, why, String.join(" ", against), most, mail.approvedBy(), now);
    }
  }

  /** What a writer should know of whom they write to. */
  Optional<Opinion> opinion(WorkspaceId workspace, DraftText text, Instant at) {
    var readers = readers(workspace, addresses(text.to()));
    if (readers.isEmpty()) {
      return Optional.empty();
    }
    var policy = planner.policy(workspace);
    var known = planner.acquaintances(workspace, readers, policy, at);
    var first = known.get(readers.iterator().next());
    if (first == null) {
      return Optional.empty();
    }
    var facts = first.facts(policy);
    var touch = touch(first, text.subject(), text.body(), at);
    var before = CapRules.pushiness(at, facts);
    boolean answers = answers(first.history(), at);
    var after = answers ? before : CapRules.pushiness(touch, facts);
    var objections = new ArrayList<Objection>();
    for (var reader : readers) {
      var about = known.get(reader);
      if (about != null) {
        breaches(about, touch, policy).stream()
            .map(it -> new Objection(it.sentence(), it.kind().canBeOverridden()))
            .forEach(objections::add);
      }
    }
    return Optional.of(
        new Opinion(
            objections,
            before.rounded(),
            after.rounded(),
            (int) policy.caps().amber(),
            (int) policy.caps().red(),
            after.parts().stream().map(Pushiness.Part::sentence).toList(),
            text.body().isBlank()
                ? List.of()
                : remarks(
                    first,
                    "other",
                    LetterJudge.subject(text.subject(), text.answers() != null),
                    text.body(),
                    at),
            known(first, at)));
  }

  /** What grates in a letter, and what to write instead. */
  List<Remark> remarks(
      Acquaintance about, String situation, String subject, String body, Instant at) {
    return judge
        .judge(about, situation, subject, body, answers(about.history(), at), at)
        .remarks()
        .stream()
        .map(remark ->
            new Remark(remark.sentence(), remark.quote(), remark.weight() == Weight.FORBIDDEN))
        .toList();
  }

  private static List<Known> known(Acquaintance about, Instant at) {
    var known = new ArrayList<Known>();
    var path = "/people/" + about.person().id();
    about
        .history()
        .lastHuman(at)
        .ifPresent(word ->
            known.add(
                new Known(
                    "Last word from them", Days.saidWithYear(about.time().date(word.at())), path)));
    about.history().touched().stream()
        .filter(it -> !it.at().isAfter(at))
        .reduce((_, later) -> later)
        .ifPresent(ours ->
            known.add(
                new Known(
                    "Last word from you", Days.saidWithYear(about.time().date(ours.at())), path)));
    about.person().companies().stream()
        .findFirst()
        .ifPresent(
            company -> known.add(new Known("At", company.name(), "/companies/" + company.id())));
    return known;
  }

  private static List<EmailAddress> addresses(String line) {
    return Arrays.stream(line.split("[,;]", -1))
        .map(part -> part.replaceAll("^.*<|>.*$", "").strip())
        .flatMap(part -> EmailAddress.parse(part).stream())
        .toList();
  }

  /** The persons behind addresses, in order; not ourselves, lists or machines. */
  private Set<PersonId> readers(WorkspaceId workspace, Collection<EmailAddress> to) {
    var own = accounts.ownAddresses(workspace);
    var others = to.stream().filter(it -> !own.contains(it)).toList();
    var known = people.whoAre(workspace, others);
    return others.stream()
        .map(known::get)
        .filter(it -> it != null && it.kind() == AddressKind.PERSON)
        .map(it -> it.person())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
