package io.politely.cadence.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.CadencePolicy;
import io.politely.cadence.CadencePolicy.Evidence;
import io.politely.cadence.Channel;
import io.politely.cadence.Next;
import io.politely.cadence.PolicyMoves;
import io.politely.cadence.PolicyNumber;
import io.politely.cadence.Replanning;
import io.politely.cadence.Situation;
import io.politely.cadence.web.PolicyNumberPage.Change;
import io.politely.cadence.web.PolicyNumberPage.Move;
import io.politely.cadence.web.PolicyPage.Anew;
import io.politely.cadence.web.PolicyPage.Figure;
import io.politely.cadence.web.PolicyPage.Finding;
import io.politely.cadence.web.PolicyPage.Limit;
import io.politely.cadence.web.PolicyPage.Row;
import io.politely.cadence.web.PolicyPage.Touch;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.web.Moments;
import io.politely.web.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the policy, and what a change of it moves. */
@Component
class PolicyPages {

  static final String HERE = "/follow-ups/policy";
  static final String PLANS = HERE + "/plans";
  private static final String LATER =
      "The others are planned by the new number within six hours, or when something comes of them.";

  private static final String CAPS = "caps";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Cadence cadence;
  private final Replanning plans;
  private final People people;
  private final OwedFile owed;
  private final Clock clock;

  PolicyPages(Cadence cadence, Replanning plans, People people, OwedFile owed, Clock clock) {
    this.cadence = cadence;
    this.plans = plans;
    this.owed = owed;
    this.people = people;
    this.clock = clock;
  }

  /** All of it. */
  PolicyPage policy(SignedIn me) {
    var policy = cadence.policy(me.workspace());
    var numbers =
        cadence.policyNumbers(me.workspace()).stream()
            .collect(toMap(PolicyNumber::key, it -> it, (one, _) -> one, LinkedHashMap::new));
    long changed = numbers.values().stream().filter(it -> !it.isShipped()).count();
    return new PolicyPage(
        DAY.format(LocalDate.parse(policy.dated())),
        changed == 0
            ? ""
            : changed == 1
                ? "You changed one number."
                : "You changed %d numbers.".formatted(changed),
        plans.progress(me.workspace()).map(PolicyPages::anew).orElse(null),
        numbers.values().stream()
            .filter(it -> it.row().equals(CAPS))
            .map(it -> new Limit(figure(it), range(it)))
            .toList(),
        policy.situations().values().stream().map(it -> row(it, policy, numbers)).toList(),
        owed.debts());
  }

  /** What a page that is open shows of it. */
  static Progress live(Replanning.Progress progress) {
    return new Progress(
        Map.of("progress", said(progress)), progress.looked(), Math.max(1, progress.of()));
  }

  private static Anew anew(Replanning.Progress progress) {
    boolean isGoing = progress.state() == Replanning.State.GOING;
    return new Anew(
        isGoing ? "Planning anew" : "Planned anew",
        said(progress),
        isGoing,
        progress.looked(),
        Math.max(1, progress.of()),
        isGoing ? PLANS + "/events" : null);
  }

  private static String said(Replanning.Progress progress) {
    var moved =
        switch ((int) Math.min(2, progress.moved())) {
          case 0 -> "no plan moved";
          case 1 -> "one plan moved";
          default -> "%,d plans moved".formatted(progress.moved());
        };
    var so = "%,d of %,d follow-ups, %s".formatted(progress.looked(), progress.of(), moved);
    return switch (progress.state()) {
      case GOING -> so + " so far. You can leave this page.";
      case DONE -> so + ".";
      case STOPPED -> so + "; you stopped it. " + LATER;
      case BROKEN_OFF -> so + "; it broke off. " + LATER;
    };
  }

  /** One number by its key; empty where there is none. */
  Optional<PolicyNumber> number(SignedIn me, String key) {
    return cadence.policyNumbers(me.workspace()).stream()
        .filter(it -> it.key().equals(key))
        .findFirst();
  }

  /** A number as it is. */
  PolicyNumberPage number(SignedIn me, PolicyNumber number) {
    return page(me, number, Integer.toString(number.value()), "", null);
  }

  /** A number that cannot be what was typed. */
  PolicyNumberPage problem(SignedIn me, PolicyNumber number, String typed, String problem) {
    return page(me, number, typed, problem, null);
  }

  /** A number with what another value would move. */
  PolicyNumberPage change(SignedIn me, PolicyNumber number, int to) {
    var moves =
        cadence.wouldMove(
            me.workspace(), number.key(), to == number.shipped() ? null : to, clock.instant());
    return page(me, number, Integer.toString(to), "", change(me, to, moves));
  }

  private PolicyNumberPage page(
      SignedIn me, PolicyNumber number, String typed, String problem, @Nullable Change change) {
    var situation = cadence.policy(me.workspace()).situation(number.row());
    return new PolicyNumberPage(
        path(number),
        HERE + situation.map(it -> "#" + it.row()).orElse("#limits"),
        situation.map(Situation::title).orElse("Limits"),
        number.title(),
        number.value(),
        number.shipped(),
        number.least(),
        number.most(),
        typed,
        problem,
        change,
        standing(number.evidence()),
        findings(number.evidence()));
  }

  private Change change(SignedIn me, int to, PolicyMoves found) {
    var names =
        people.persons(
            me.workspace(),
            found.moves().stream().map(it -> it.followUp().person()).collect(toSet()));
    var moments = new Moments(clock.instant(), me.zone());
    var policy = cadence.policy(me.workspace());
    return new Change(
        to,
        heading(found),
        found.moves().stream()
            .map(it ->
                new Move(
                    "/follow-ups/" + it.followUp().id(),
                    name(names.get(it.followUp().person()), it.followUp().person()),
                    policy.situation(it.followUp().situation()).map(Situation::title).orElse(""),
                    said(it.before(), moments),
                    said(it.after(), moments)))
            .toList(),
        found.isMore()
            ? "Only the first %d follow-ups were looked at: others may move, too."
                .formatted(found.looked())
            : "");
  }

  private static String name(@Nullable Person person, PersonId id) {
    return person == null ? id.toString() : person.name();
  }

  private static String heading(PolicyMoves found) {
    int moves = found.moves().size();
    if (moves == 0) {
      return found.looked() == 0 ? "Nothing goes on that it could move" : "Nothing moves now";
    }
    return moves == 1 ? "One follow-up moves" : moves + " follow-ups move";
  }

  private static String said(Next next, Moments moments) {
    return switch (next) {
      case Next.Touch touch ->
          "touch %d on %s".formatted(touch.number(), moments.day(touch.best()));
      case Next.Close close -> "the last word on " + moments.day(close.best());
      case Next.AskConnector _ -> "somebody who knows them is asked";
      case Next.Wait(var until, _) -> "nothing until " + moments.day(until);
      case Next.Answer _ -> "you answer them";
      case Next.FixAddress _ -> "another address is needed";
      case Next.Over(var end, _) ->
          "it ends: "
              + end.said().substring(0, 1).toLowerCase(Locale.ROOT)
              + end.said().substring(1);
    };
  }

  private static Row row(
      Situation situation, CadencePolicy policy, Map<String, PolicyNumber> numbers) {
    var row = situation.row();
    var evidence = policy.evidence(situation);
    return new Row(
        row,
        situation.title(),
        situation.event(),
        situation.says(),
        IntStream.range(0, situation.steps().size())
            .mapToObj(i -> touch(situation, i, numbers))
            .toList(),
        figure(numbers, row + ".most"),
        situation.mostToTop() < situation.steps().size()
            ? "To a C-level reader or owner: %d at most.".formatted(situation.mostToTop())
            : "",
        figure(numbers, row + ".closure"),
        closure(situation),
        situation.connector()
            ? "When nothing came back, somebody who knows them may be asked instead of writing"
                + " again."
            : "",
        standing(evidence),
        findings(evidence));
  }

  private static Touch touch(Situation situation, int i, Map<String, PolicyNumber> numbers) {
    var step = situation.steps().get(i);
    var name = situation.row() + ".touches." + (i + 1);
    var gap = numbers.get(name + ".gap");
    int afterPromise = step.afterPromise() == null ? 0 : step.afterPromise();
    return new Touch(
        i + 1,
        gap == null ? null : figure(gap),
        i == 0 ? "after the event" : "later",
        afterPromise == 0
            ? ""
            : "; where they named a day, %s after it".formatted(counted(afterPromise)),
        channels(step.channels()),
        figure(numbers, name + ".ask"),
        step.needsValue());
  }

  private static String counted(int days) {
    return days == 1 ? "a business day" : days + " business days";
  }

  private static String channels(List<Channel> channels) {
    return channels.stream()
        .map(channel ->
            channel == Channel.LINKEDIN ? "LinkedIn" : channel.said().toLowerCase(Locale.ROOT))
        .collect(joining(", else "));
  }

  private static String closure(Situation situation) {
    return switch (situation.closure()) {
      case NONE -> "It ends without a word.";
      case OPTIONAL -> "It ends without a word, or with one that keeps the door open.";
      case RELEASE -> "A last letter asks for nothing and keeps the door open.";
      case LAST -> "The last touch says that it is the last; nothing follows it.";
      case PERMISSION -> "One asks whether to go on at all.";
    };
  }

  /** The weakest and the strongest, honestly. */
  private static String standing(List<Evidence> evidence) {
    boolean isStrong = evidence.stream().anyMatch(it -> it.strength().equals("strong"));
    boolean isMedium = evidence.stream().anyMatch(it -> it.strength().equals("medium"));
    if (isStrong) {
      return "Rests on studies, in part.";
    }
    return isMedium
        ? "Rests on logs of vendors: large, and not neutral."
        : "Weak numbers: polls and common practice. No study was found.";
  }

  private static List<Finding> findings(List<Evidence> evidence) {
    return evidence.stream().map(it -> new Finding(it.says(), it.strength())).toList();
  }

  private static Figure figure(Map<String, PolicyNumber> numbers, String key) {
    var number = numbers.get(key);
    if (number == null) {
      throw new IllegalStateException("The policy lacks the number " + key);
    }
    return figure(number);
  }

  private static Figure figure(PolicyNumber number) {
    return new Figure(
        path(number),
        number.value(),
        number.title(),
        number.isShipped() ? "" : "shipped: " + number.shipped());
  }

  private static String range(PolicyNumber number) {
    return "from %d to %d".formatted(number.least(), number.most());
  }

  static String path(PolicyNumber number) {
    return HERE + "/" + number.key();
  }
}
