package io.politely.cadence.web;

import static java.util.stream.Collectors.toSet;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.cadence.CadencePolicy;
import io.politely.cadence.FollowUp;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.FollowUpLetter;
import io.politely.cadence.ItemId;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.Next;
import io.politely.cadence.Planned;
import io.politely.cadence.ReasonLines;
import io.politely.cadence.Situation;
import io.politely.cadence.web.FollowUpPage.Evidence;
import io.politely.cadence.web.FollowUpPage.Gauge;
import io.politely.cadence.web.FollowUpPage.Item;
import io.politely.cadence.web.FollowUpPage.Letter;
import io.politely.cadence.web.FollowUpPage.Step;
import io.politely.cadence.web.FollowUpsPage.Row;
import io.politely.cadence.web.NewFollowUpPage.Choice;
import io.politely.ledger.SnoozeChoice;
import io.politely.outbox.Outbox;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.web.Moments;
import io.politely.web.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the pages of follow-ups. */
@Component
class FollowUpPages {

  /** Each with its letter, and more than anybody should send in a day. */
  private static final int DUE_SHOWN = 12;

  private static final int DECIDE_SHOWN = 50;
  private static final int COMING_SHOWN = 30;
  private static final int LATER_SHOWN = 50;
  private static final int OVER_SHOWN = 20;
  private static final Duration COMING = Duration.ofDays(14);

  private final Cadence cadence;
  private final People people;
  private final Pursuits pursuits;
  private final Outbox outbox;
  private final Clock clock;

  FollowUpPages(Cadence cadence, People people, Pursuits pursuits, Outbox outbox, Clock clock) {
    this.cadence = cadence;
    this.people = people;
    this.pursuits = pursuits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What to send next, and what is to be decided. */
  FollowUpsPage list(SignedIn me) {
    // Before anything is read: what comes from now on was not seen.
    var known = outbox.known(me.workspace()).toString();
    var now = clock.instant();
    var moments = new Moments(now, me.zone());
    var policy = cadence.policy(me.workspace());
    var all = cadence.due(me.workspace(), now, DUE_SHOWN + 1);
    var due = all.subList(0, Math.min(all.size(), DUE_SHOWN));
    var coming =
        cadence.due(me.workspace(), now.plus(COMING), DUE_SHOWN + COMING_SHOWN).stream()
            .filter(it -> at(it.next(), now).isAfter(now))
            .limit(COMING_SHOWN)
            .toList();
    var decide = cadence.undecided(me.workspace(), DECIDE_SHOWN);
    var above =
        Stream.concat(due.stream(), coming.stream()).map(it -> it.followUp().id()).collect(toSet());
    var planned = cadence.planned(me.workspace(), above.size() + LATER_SHOWN);
    var later = planned.stream().filter(it -> !above.contains(it.followUp().id())).toList();
    var over = cadence.ended(me.workspace(), OVER_SHOWN);
    var persons = new HashMap<PersonId, Person>();
    for (var list : List.of(due, coming, decide, later, over)) {
      persons.putAll(
          people.persons(
              me.workspace(), list.stream().map(it -> it.followUp().person()).collect(toSet())));
    }
    var letters = cadence.letters(me.workspace(), me, due, items(me, due), now);
    var rows =
        due.stream()
            .map(it -> row(me, it, persons, policy, letters.get(it.followUp().id()), now))
            .toList();
    int ready = (int) rows.stream().filter(row -> !row.hash().isEmpty()).count();
    return new FollowUpsPage(
        lead(all.size(), policy.caps().interruptionsADay()),
        rows,
        ready,
        decide.stream().map(it -> row(me, it, persons, policy, null, now)).toList(),
        coming.stream().map(it -> row(me, it, persons, policy, null, now)).toList(),
        later.stream().map(it -> row(me, it, persons, policy, null, now)).toList(),
        cadence.countPlanned(me.workspace()) - planned.size(),
        over.stream().map(it -> row(me, it, persons, policy, null, now)).toList(),
        SnoozeChoice.buttons(moments),
        moments.today().plusDays(1).toString(),
        known);
  }

  /** For each the newest value item that they have not had, where the touch needs one. */
  Map<FollowUpId, ItemId> items(SignedIn me, List<Planned> planned) {
    var chosen = new HashMap<FollowUpId, ItemId>();
    for (var one : planned) {
      if (one.next() instanceof Next.Touch touch && touch.needsValue()) {
        cadence.itemsFor(me.workspace(), one.followUp().person()).stream()
            .findFirst()
            .ifPresent(item -> chosen.put(one.followUp().id(), item.id()));
      }
    }
    return chosen;
  }

  private static String lead(int due, int atOnce) {
    if (due == 0) {
      return "Nothing is to be sent now. Silence is fine today.";
    }
    if (due <= atOnce) {
      return "%s to write to today.".formatted(due == 1 ? "One person" : due + " people");
    }
    return due > DUE_SHOWN
        ? "More than %d people could be written to. %d today are plenty: begin at the top."
            .formatted(DUE_SHOWN, atOnce)
        : "%d people could be written to. %d today are plenty: begin at the top."
            .formatted(due, atOnce);
  }

  private Row row(
      SignedIn me,
      Planned planned,
      Map<PersonId, Person> persons,
      CadencePolicy policy,
      @Nullable FollowUpLetter letter,
      Instant now) {
    var followUp = planned.followUp();
    var next = planned.next();
    var situation = policy.situation(followUp.situation()).map(Situation::title).orElse("");
    boolean isTouch = next instanceof Next.Touch;
    var ended = followUp.ended();
    var needs =
        letter == null
            ? byHand(next)
            : letter.isReady()
                ? needsResearch(policy, planned)
                : letter.account() == null
                    ? "Connect a mailbox to send it from here."
                    : letter.missing().isEmpty()
                        ? "No address of theirs takes mail."
                        : letter.missing().getFirst();
    return new Row(
        followUp.id().toString(),
        "/follow-ups/" + followUp.id(),
        name(persons.get(followUp.person())),
        situation,
        ended == null ? what(next) : ended.how().said(),
        ended == null || ended.why().isEmpty() ? next.reason() : ended.why(),
        When.of(ended == null ? at(next, now) : ended.at(), now, me.zone()),
        isTouch ? ((Next.Touch) next).before().rounded() : 0,
        isTouch ? ((Next.Touch) next).after().rounded() : 0,
        number(next),
        letter == null ? "" : letter.subject(),
        letter == null ? "" : letter.body(),
        letter != null && needs.isEmpty() ? letter.hash() : "",
        needs);
  }

  /** What is not sent from here is made by hand, and noted. */
  private static String byHand(Next next) {
    return next instanceof Next.Touch touch
        ? switch (touch.channel()) {
          case CALL -> "Call them, then log it: that is what goes on from here.";
          case LINKEDIN -> "Write to them there, then log it: that is what goes on from here.";
          case EMAIL, SMS, VOICEMAIL -> "";
        }
        : "";
  }

  private static String needsResearch(CadencePolicy policy, Planned planned) {
    boolean rests =
        policy.situation(planned.followUp().situation()).filter(Situation::research).isPresent();
    return rests && number(planned.next()) == 1 && !planned.followUp().research().isEnough()
        ? "A first letter rests on one fact about them and a line on why it matters."
        : "";
  }

  private static boolean needsResearch(Situation situation, FollowUp.Research research) {
    return situation.research()
        ? !research.isEnough()
        : ResearchWords.of(situation.row()).isAsked() && research.fact().isEmpty();
  }

  private static String name(@Nullable Person person) {
    return person == null ? "Somebody" : person.name();
  }

  static int number(Next next) {
    return next instanceof Next.Touch touch ? touch.number() : 0;
  }

  private static Instant at(Next next, Instant now) {
    return switch (next) {
      case Next.Touch touch -> touch.earliest();
      case Next.Close close -> close.earliest();
      case Next.AskConnector ask -> ask.until();
      case Next.Wait wait -> wait.until();
      case Next.Answer answer -> answer.since();
      case Next.FixAddress _, Next.Over _ -> now;
    };
  }

  static String what(Next next) {
    return switch (next) {
      case Next.Touch touch ->
          "%s, %d of %d".formatted(touch.channel().said(), touch.number(), touch.of());
      case Next.Close close ->
          close.how() == Situation.Closure.PERMISSION
              ? "Ask whether to go on"
              : "A last word that keeps the door open";
      case Next.AskConnector _ -> "Ask somebody who knows them";
      case Next.Wait _ -> "Wait";
      case Next.Answer _ -> "Your move";
      case Next.FixAddress _ -> "Find an address";
      case Next.Over over -> over.end().said();
    };
  }

  /** One follow-up; empty where the workspace has none with this id. */
  Optional<FollowUpPage> one(
      SignedIn me,
      FollowUpId id,
      Optional<ItemId> item,
      @Nullable FollowUpLetter changed,
      List<String> problems,
      boolean asksWhy) {
    var known = outbox.known(me.workspace()).toString();
    var now = clock.instant();
    return cadence
        .followUp(me.workspace(), id, now)
        .map(planned -> page(me, planned, item, changed, problems, asksWhy, known, now));
  }

  private FollowUpPage page(
      SignedIn me,
      Planned planned,
      Optional<ItemId> item,
      @Nullable FollowUpLetter changed,
      List<String> problems,
      boolean asksWhy,
      String known,
      Instant now) {
    var followUp = planned.followUp();
    var policy = cadence.policy(me.workspace());
    var situation = policy.situation(followUp.situation()).orElseThrow();
    var person = people.person(me.workspace(), followUp.person());
    var aim = followUp.aim().flatMap(it -> pursuits.pursuit(me.workspace(), it));
    var items = cadence.itemsFor(me.workspace(), followUp.person());
    var chosen = item.or(() -> Optional.ofNullable(items(me, List.of(planned)).get(followUp.id())));
    var lastWord = cadence.lastWord(me.workspace(), followUp.id(), now);
    var written = lastWord.orElse(planned);
    var drafted =
        followUp.isOpen() || lastWord.isPresent()
            ? cadence
                .letters(
                    me.workspace(),
                    me,
                    List.of(written),
                    chosen.map(it -> Map.of(followUp.id(), it)).orElse(Map.of()),
                    now)
                .get(followUp.id())
            : null;
    var next = planned.next();
    var ended = followUp.ended();
    return new FollowUpPage(
        "/follow-ups/" + followUp.id(),
        followUp.id().toString(),
        name(person.orElse(null)),
        "/people/" + followUp.person(),
        aim.map(Pursuit::name).orElse(""),
        aim.map(it -> "/pursuits/" + it.id()).orElse(""),
        situation.row(),
        situation.title(),
        situation.says(),
        followUp.isOpen(),
        ended == null ? what(next) : ended.how().said(),
        ended == null ? next.reason() : ended.why(),
        next instanceof Next.AskConnector,
        followUp.isOpen() ? doing(next, followUp) : null,
        lastWord.map(it -> it.next().reason()).orElse(""),
        letter(me, followUp, written.next(), drafted, changed, now),
        gauge(me, written, policy, now),
        plan(me, cadence.preview(me.workspace(), followUp.id(), now), now),
        followUp.research().fact(),
        followUp.research().source(),
        followUp.research().relevance(),
        needsResearch(situation, followUp.research()),
        ResearchWords.of(situation.row()),
        day(followUp.notBefore()),
        day(followUp.promised()),
        followUp.every() == null ? "" : followUp.every().toString(),
        situation.leastEvery(),
        new Moments(now, me.zone()).today().toString(),
        items.stream()
            .map(it ->
                new Item(
                    it.id().toString(),
                    it.kind().said() + ": " + it.title(),
                    chosen.filter(it.id()::equals).isPresent()))
            .toList(),
        ReasonLines.of(
            cadence.news(me.workspace(), followUp.person(), new Moments(now, me.zone()).today()),
            "/people/" + followUp.person(),
            "/follow-ups/" + followUp.id()),
        policy.evidence(situation).stream()
            .map(it -> new Evidence(it.says(), it.strength()))
            .toList(),
        known,
        problems,
        cadence.model(me.workspace()).isPresent(),
        asksWhy);
  }

  /** What a page leads to, where no letter of it is the next step. */
  private static FollowUpPage.@Nullable Doing doing(Next next, FollowUp followUp) {
    var person = "/people/" + followUp.person();
    return switch (next) {
      case Next.Answer _ ->
          new FollowUpPage.Doing(
              "See what passed between you",
              followUp.conversation() == null
                  ? person
                  : "/conversations/" + followUp.conversation());
      case Next.FixAddress _ ->
          new FollowUpPage.Doing("Give them another address", person + "#addresses");
      case Next.Touch touch when !byHand(touch).isEmpty() ->
          new FollowUpPage.Doing("Log it", "/touches/new?person=" + followUp.person());
      case Next.Touch _, Next.Close _, Next.AskConnector _, Next.Wait _, Next.Over _ -> null;
    };
  }

  private @Nullable Letter letter(
      SignedIn me,
      FollowUp followUp,
      Next next,
      @Nullable FollowUpLetter drafted,
      @Nullable FollowUpLetter changed,
      Instant now) {
    if (drafted == null) {
      return null;
    }
    var shown = changed == null ? drafted : changed;
    boolean isLater = drafted.leavesAt().isAfter(now.plusSeconds(60));
    return new Letter(
        number(next),
        drafted.to() == null ? "" : drafted.to().value(),
        shown.subject(),
        drafted.answers() != null,
        shown.body(),
        isLater
            ? "It leaves on %s, in their working hours."
                .formatted(new Moments(now, me.zone()).stamp(drafted.leavesAt()))
            : "They are at work now: it leaves at once. For %d seconds you can take that back."
                .formatted(outbox.undo().toSeconds()),
        next instanceof Next.Touch touch && touch.needsValue(),
        drafted.account() == null
            ? List.of("Connect a mailbox to send it from here.")
            : drafted.missing(),
        drafted.notes(),
        cadence.remarks(me.workspace(), followUp, shown).stream()
            .map(it -> new FollowUpPage.Remark(it.sentence(), it.quote(), it.isGrave()))
            .toList());
  }

  private Gauge gauge(SignedIn me, Planned planned, CadencePolicy policy, Instant now) {
    var pressing = cadence.pushiness(me.workspace(), planned.followUp().person(), now);
    int after =
        switch (planned.next()) {
          case Next.Touch touch -> touch.after().rounded();
          case Next.Close close -> close.after().rounded();
          case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ ->
              pressing.rounded();
        };
    var caps = policy.caps();
    return new Gauge(
        pressing.rounded(),
        after,
        (int) caps.amber(),
        (int) caps.red(),
        caps.band(after).said(),
        pressing.parts().stream().map(it -> it.sentence()).toList());
  }

  private static List<Step> plan(SignedIn me, List<Cadence.Step> steps, Instant now) {
    return steps.stream()
        .map(step ->
            new Step(
                When.of(step.at(), now, me.zone()),
                what(step.next()),
                step.next().reason(),
                step.next() instanceof Next.Touch || step.next() instanceof Next.Close))
        .toList();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** Before one starts; empty where the workspace has no such person. */
  Optional<NewFollowUpPage> fresh(SignedIn me, FollowUpForm form, String problem) {
    var now = clock.instant();
    var policy = cadence.policy(me.workspace());
    var person = form.person().flatMap(it -> people.person(me.workspace(), it));
    if (person.isEmpty()) {
      return Optional.empty();
    }
    var theirs =
        pursuits.of(me.workspace(), person.get().id()).stream()
            .filter(it -> it.state() == PursuitState.OPEN || it.state() == PursuitState.PAUSED)
            .toList();
    var aim = form.pursuit().flatMap(it -> pursuits.pursuit(me.workspace(), it));
    var row = situation(form, policy, aim.map(Pursuit::kind).orElse(null));
    var moments = new Moments(now, me.zone());
    var would = form.fresh(person.get().id(), row.row(), me.zone());
    return Optional.of(
        new NewFollowUpPage(
            person.get().id().toString(),
            person.get().name(),
            "/people/" + person.get().id(),
            aim.map(it -> it.id().toString()).orElse(""),
            aim.map(Pursuit::name).orElse(""),
            policy.situations().values().stream()
                .filter(it -> aim.isEmpty() || it.kinds().contains(aim.get().kind()))
                .map(it -> new Choice(it.row(), it.title(), it.row().equals(row.row())))
                .toList(),
            row.row(),
            row.says(),
            row.event(),
            row.beginsWithEvent(),
            row.research() || ResearchWords.of(row.row()).isAsked(),
            ResearchWords.of(row.row()),
            form.asks().map(FollowUpId::toString).orElse(""),
            form.startedOn(),
            form.promised(),
            form.every(),
            row.leastEvery(),
            form.fact(),
            form.source(),
            form.relevance(),
            Stream.concat(
                    theirs.stream(),
                    aim.stream()
                        .filter(one -> !theirs.isEmpty())
                        .filter(one -> theirs.stream().noneMatch(it -> it.id().equals(one.id()))))
                .map(it ->
                    new Choice(
                        it.id().toString(),
                        it.name(),
                        aim.filter(one -> one.id().equals(it.id())).isPresent()))
                .toList(),
            would.map(it -> plan(me, preview(me, it, now), now)).orElse(List.of()),
            policy.evidence(row).stream()
                .map(it -> new Evidence(it.says(), it.strength()))
                .toList(),
            moments.today().toString(),
            problem));
  }

  private List<Cadence.Step> preview(SignedIn me, NewFollowUp would, Instant now) {
    return cadence.preview(me.workspace(), would, now);
  }

  /** The chosen one, else the first that fits. */
  private static Situation situation(
      FollowUpForm form, CadencePolicy policy, @Nullable PursuitKind kind) {
    return policy
        .situation(form.situation())
        .or(() ->
            policy.situations().values().stream()
                .filter(it -> kind == null ? it.row().equals("N1") : it.kinds().contains(kind))
                .findFirst())
        .orElseThrow();
  }
}
