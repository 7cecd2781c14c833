package io.politely.cadence;

import io.politely.cadence.Situation.Closure;
import io.politely.cadence.Situation.Step;
import io.politely.reading.Intent;
import io.politely.wording.ValueKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what comes next with a person: the same facts and policy at the same moment always give
 * the same answer. What they said decides first, then what was agreed, then the policy's gaps, then
 * the caps, which move a touch to the first moment at which nothing speaks against it.
 */
final class PlanRules {

  /** Business days that a touch may wait beyond its gap for an answer that is about to come. */
  private static final int MOST_LONGER = 2;

  /** A touch moves at most so many days to one that suits better. */
  private static final int BETTER_WITHIN = 3;

  /** What nobody answered before that counts as forgotten. */
  private static final Duration LONG_AGO = Duration.ofDays(90);

  /** Of a plan that goes on and on. */
  private static final int MOST_PROJECTED = 30;

  private final CadencePolicy policy;

  PlanRules(CadencePolicy policy) {
    this.policy = policy;
  }

  /**
   * A touch as it would be if nobody answers.
   *
   * @param at when it would leave
   */
  record Projected(Instant at, Next next) {}

  /** What comes next. */
  Next next(Facts facts, Instant now) {
    if (!facts.stop().isEmpty()) {
      return new Next.Over(Next.End.STOPPED, "Nobody writes to them any more: " + facts.stop());
    }
    if (!facts.over().isEmpty()) {
      return new Next.Over(Next.End.SETTLED, facts.over());
    }
    return new Planning(facts, now).next();
  }

  /**
   * A last word that the policy leaves to the user, once silence is the answer: it asks for
   * nothing, and is offered for as long again as the silence took.
   */
  Optional<Next.Close> lastWord(Facts facts, Instant now) {
    return new Planning(facts, now).lastWord();
  }

  /**
   * Everything that speaks against a touch, whoever makes it: what they said, the distance to
   * others, the budget, their hours, the red band.
   */
  List<Breach> breaches(Touched touch, Facts facts) {
    var planning = new Planning(facts, touch.at());
    var turn = planning.said.turn();
    boolean asked = turn != null && turn.intent() == Intent.STOP;
    return CapRules.breaches(
        touch,
        asked && facts.stop().isEmpty() ? facts.stopped(planning.said.stop(facts.time())) : facts,
        planning.notBefore(),
        policy.caps());
  }

  /** What would happen until a day if nobody answered, each touch made when it is best. */
  List<Projected> project(Facts facts, Instant now, Instant until) {
    var projected = new ArrayList<Projected>();
    var then = facts;
    var at = now;
    while (projected.size() < MOST_PROJECTED) {
      var next = next(then, at);
      var moment =
          switch (next) {
            case Next.Touch touch -> touch.best();
            case Next.Close close -> close.best();
            case Next.AskConnector ask -> ask.until();
            case Next.Wait wait -> wait.until();
            case Next.Answer _, Next.FixAddress _, Next.Over _ -> at;
          };
      if (moment.isAfter(until)) {
        break;
      }
      projected.add(new Projected(next instanceof Next.AskConnector ? at : moment, next));
      switch (next) {
        case Next.Touch touch ->
            then = then.with(then.history().with(planned(touch, touch.best())));
        case Next.Close close -> then = then.with(then.history().with(closing(close.best())), true);
        case Next.AskConnector _, Next.Wait _ -> {}
        case Next.Answer _, Next.FixAddress _, Next.Over _ -> {
          return List.copyOf(projected);
        }
      }
      at = moment.isAfter(at) ? moment : at.plusSeconds(1);
    }
    return List.copyOf(projected);
  }

  /** A touch of the plan as the history would know it. */
  static Touched planned(Next.Touch touch, Instant at) {
    return new Touched(
        at,
        touch.channel(),
        touch.askMinutes() == 0 ? null : Integer.valueOf(touch.askMinutes()),
        touch.needsValue() ? ValueKind.FACT : ValueKind.NONE,
        Touched.Kind.TOUCH,
        true);
  }

  /** A last letter as the history would know it: it asks for nothing, and brings peace. */
  static Touched closing(Instant at) {
    return new Touched(at, Channel.EMAIL, null, ValueKind.NONE, Touched.Kind.TOUCH, true);
  }

  /** One question, on one set of facts. */
  private final class Planning {

    private final Facts facts;
    private final Situation situation;
    private final TheirTime time;
    private final Said said;
    private final Instant now;

    /** What we sent since a person of theirs last spoke, answers included. */
    private final List<Touched> ours;

    /** Whether they answered something that belongs to this plan. */
    private final boolean replied;

    Planning(Facts facts, Instant now) {
      this.facts = facts;
      this.situation = facts.situation();
      this.time = facts.time();
      this.said = Said.of(facts, policy);
      this.now = now;
      var turn = said.turn();
      this.replied = turn != null && turn.at().isAfter(facts.startedAt());
      this.ours =
          facts.history().touched().stream()
              .filter(it -> it.kind() != Touched.Kind.OWED)
              .filter(it -> it.at().isAfter(facts.startedAt().minus(LONG_AGO)))
              .filter(it -> turn == null || it.at().isAfter(turn.at()))
              .filter(it -> said.later() == null || !time.date(it.at()).isBefore(said.later()))
              .toList();
    }

    Next next() {
      var turn = said.turn();
      if (turn != null && turn.intent() == Intent.STOP) {
        return new Next.Over(Next.End.STOPPED, said.stop(time));
      }
      var meets = said.meets();
      if (meets != null && now.isBefore(time.morningOf(time.plus(meets, 1)))) {
        return new Next.Wait(
            time.morningOf(time.plus(meets, 1)),
            "You meet on %s: nothing is sent before it is over.".formatted(Days.said(meets)));
      }
      // What was approved before they wrote, and has not left yet, answers nothing.
      if (turn != null && replied && ours.stream().allMatch(Touched::isPlanned)) {
        var answer = afterTheirWord(turn);
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      if (facts.reachable().isEmpty()) {
        return new Next.FixAddress(
            "None of their addresses takes mail: find another one. A letter that came back is no"
                + " touch.");
      }
      if (facts.closed() && !ours.isEmpty()) {
        return silent(ours.getLast().at());
      }
      return said.later() != null && ours.isEmpty() ? onTheirDay() : step();
    }

    /** What a person of theirs wrote last, and we have not answered yet. */
    private Optional<Next> afterTheirWord(Heard turn) {
      var intent = turn.intent();
      var whom = turn.isColleague() ? "Somebody answered for them" : "They answered";
      var day = Days.said(time.date(turn.at()));
      if (intent == Intent.REJECTION || intent == Intent.NOT_INTERESTED) {
        return Optional.of(
            new Next.Over(
                Next.End.DECLINED,
                "They declined on %s. Nothing more is asked of them for %s."
                    .formatted(day, Days.business(policy.caps().restAfterNo()))));
      }
      if (intent == Intent.WRONG_PERSON) {
        return Optional.of(
            new Next.Over(
                Next.End.REFERRED,
                whom + " on " + day + " that somebody else is the one to ask: write to them."));
      }
      if (intent == Intent.SCHEDULING && turn.notBefore() != null) {
        return Optional.of(
            new Next.Answer(
                turn.at(),
                "The day you agreed on, %s, is over: note how it went, or write to them."
                    .formatted(Days.said(turn.notBefore()))));
      }
      if (turn.kind() == Heard.Kind.TALK) {
        return situation.isKeepingInTouch()
            ? Optional.empty()
            : Optional.of(
                new Next.Answer(
                    turn.at(), "You spoke on " + day + ": follow up on what was agreed then."));
      }
      if (intent == Intent.PROMISE || intent == Intent.NOT_NOW) {
        return Optional.empty();
      }
      return Optional.of(new Next.Answer(turn.at(), whom + " on " + day + ": the move is yours."));
    }

    /** They named a day on which to come back: that day is kept. */
    private Next onTheirDay() {
      var day = Objects.requireNonNull(said.later());
      var first = situation.steps().getFirst();
      return touch(
          1,
          first,
          time.morningOf(day),
          true,
          said.laterIsNamed()
              ? "They asked you to come back: %s is the day.".formatted(Days.saidWithYear(day))
              : "They said not now, and named no day: %s on, it is fine to ask again."
                  .formatted(Days.business(policy.defaultNotNow())));
    }

    private Next step() {
      int made = made();
      if (made >= situation.most(facts.rank())) {
        return spent();
      }
      var step = situation.steps().get(made);
      var anchor = anchor();
      // Thanks and recaps wait for nobody.
      var promised = step.gap() == 0 ? null : promised();
      if (promised != null) {
        int after = step.afterPromise() == null ? 1 : step.afterPromise();
        return touch(
            made + 1,
            step,
            time.morningOf(time.plus(promised, after)),
            false,
            "They named %s. Without a word by then, one may ask %s later."
                .formatted(Days.said(promised), Days.business(after)));
      }
      var earliest =
          step.gap() == 0
              ? time.nextAtWork(anchor)
              : Stream.of(time.morningOf(time.plus(anchor, step.gap())), polite(made, step))
                  .max(Instant::compareTo)
                  .orElseThrow();
      return touch(made + 1, step, earliest, false, reason(made, step, anchor));
    }

    /** How many touches of the plan were made; an event, and our answer to them, is none. */
    private int made() {
      int made = ours.size();
      if (!situation.beginsWithEvent()) {
        return replied ? Math.max(1, made) : made;
      }
      return replied
          ? Math.max(0, made - 1)
          : (int) ours.stream().filter(it -> it.at().isAfter(facts.startedAt())).count();
    }

    /** What the next gap is counted from. */
    private Instant anchor() {
      return Stream.of(
              Optional.of(facts.startedAt()).filter(_ -> ours.isEmpty() || made() == 0),
              Optional.ofNullable(ours.isEmpty() ? null : ours.getLast().at()),
              Optional.ofNullable(said.lastWord()))
          .flatMap(Optional::stream)
          .max(Instant::compareTo)
          .orElse(facts.startedAt());
    }

    /** The day that they named, until we asked after it. */
    private @Nullable LocalDate promised() {
      return Stream.of(Optional.ofNullable(facts.promised()), Optional.ofNullable(said.promised()))
          .flatMap(Optional::stream)
          .max(LocalDate::compareTo)
          .filter(day -> ours.isEmpty() || !time.date(ours.getLast().at()).isAfter(day))
          .orElse(null);
    }

    /**
     * Most of those who answer by themselves are given the time to, but not without end: what
     * follows another letter waits for them for at most a few business days beyond its gap.
     */
    private Instant polite(int made, Step step) {
      var polite = facts.politeOn();
      if (made == 0 || polite == null || ours.isEmpty() || ours.getLast().at().isAfter(polite)) {
        return Instant.MIN;
      }
      var last = time.morningOf(time.plus(ours.getLast().at(), step.gap() + MOST_LONGER));
      return polite.isBefore(last) ? polite : last;
    }

    private String reason(int made, Step step, Instant anchor) {
      var day = Days.said(time.date(anchor));
      int most = situation.most(facts.rank());
      if (made == 0 && ours.isEmpty()) {
        return situation.beginsWithEvent()
            ? "%s on %s, and nothing came: after %s one may ask."
                .formatted(situation.event(), day, Days.business(step.gap()))
            : "The first of %d. %s".formatted(most, situation.says());
      }
      return "No answer since %s. After %s another one is polite: %d of %d."
          .formatted(day, Days.business(Math.max(step.gap(), 1)), made + 1, most);
    }

    private Next touch(int number, Step step, Instant earliest, boolean always, String reason) {
      var from = Stream.of(earliest, held()).max(Instant::compareTo).orElseThrow();
      var channel = channel(step);
      // Red is left by bringing something, before it is left by waiting.
      var bare = candidate(step, channel, step.needsValue() || always, from);
      var slot = CapRules.firstAllowed(bare, facts, notBefore(), policy.caps(), from);
      if (slot.isEmpty()) {
        return spent();
      }
      var at = slot.get();
      var best =
          at.isBefore(now)
              ? CapRules.firstAllowed(bare, facts, notBefore(), policy.caps(), now)
              : Optional.of(best(bare, at));
      if (best.isEmpty()) {
        return spent();
      }
      var before = CapRules.pushiness(at, facts);
      var after = CapRules.pushiness(CapRules.at(bare, at), facts);
      boolean isAmber =
          policy.caps().band(after.value()) != Pushiness.Band.GREEN || step.needsValue() || always;
      return new Next.Touch(
          number,
          situation.most(facts.rank()),
          channel,
          at,
          best.get(),
          step.ask(),
          isAmber,
          before,
          after,
          shifted(reason, earliest, at));
    }

    private Touched candidate(Step step, Channel channel, boolean brings, Instant at) {
      return new Touched(
          at,
          channel,
          step.ask() == 0 ? null : Integer.valueOf(step.ask()),
          brings ? ValueKind.FACT : ValueKind.NONE,
          Touched.Kind.TOUCH,
          true);
    }

    /** What is added to the reason where something moved the day. */
    private String shifted(String reason, Instant earliest, Instant at) {
      if (time.date(at).equals(time.date(earliest))) {
        return reason;
      }
      var absent = said.back();
      if (absent != null && !time.date(at).isBefore(absent)) {
        return reason
            + " They are away, back on %s; a business day later is soon enough."
                .formatted(Days.said(absent));
      }
      var later = facts.notBefore();
      if (later != null && time.date(at).equals(time.plus(later, 0))) {
        return reason + " You set it off until %s.".formatted(Days.said(later));
      }
      var breach =
          CapRules.breaches(
                  candidate(
                      situation.steps().getFirst(), Channel.EMAIL, true, time.nextAtWork(earliest)),
                  facts,
                  notBefore(),
                  policy.caps())
              .stream()
              .findFirst();
      return breach.map(it -> reason + " " + it.sentence()).orElse(reason);
    }

    private Channel channel(Step step) {
      return step.channels().stream()
          .filter(facts.reachable()::contains)
          .findFirst()
          .orElseGet(() -> facts.reachable().stream().min(Channel::compareTo).orElseThrow());
    }

    /** A little later, where that is a better day and hour and nothing speaks against it. */
    private Instant best(Touched touch, Instant at) {
      var day = time.date(at);
      for (int i = 0; i <= BETTER_WITHIN; i++) {
        var other = day.plusDays(i);
        if (time.isWorking(other) && TheirTime.isOneOf(policy.preferredDays(), other)) {
          var hour = time.nextAtWork(time.at(other, LocalTime.of(policy.bestHour(), 0)));
          var moment = hour.isBefore(at) ? at : hour;
          if (time.date(moment).equals(other)
              && CapRules.breaches(CapRules.at(touch, moment), facts, notBefore(), policy.caps())
                  .isEmpty()) {
            return moment;
          }
        }
      }
      return at;
    }

    /** Before this nothing is sent, whatever the gaps say. */
    private Instant held() {
      var day = notBefore();
      return day == null ? facts.startedAt() : time.morningOf(day);
    }

    private @Nullable LocalDate notBefore() {
      var back = said.back();
      return Stream.of(
              Optional.ofNullable(facts.notBefore()),
              Optional.ofNullable(said.later()),
              Optional.ofNullable(said.rest()),
              Optional.ofNullable(back).map(it -> time.plus(it, 1)))
          .flatMap(Optional::stream)
          .max(LocalDate::compareTo)
          .orElse(null);
    }

    /** The budget is spent, by the plan or by the caps. */
    private Next spent() {
      var last = anchor();
      var closes = time.morningOf(time.plus(last, situation.closureAfter()));
      boolean isDue = !now.isBefore(closes);
      if (situation.connector() && !facts.connectorAsked() && !isDue) {
        return new Next.AskConnector(
            closes,
            "%s went unanswered. One more from you would press; somebody who knows them would"
                    .formatted(times(ours.size()))
                + " not: ask who does.");
      }
      if (situation.closure() == Closure.RELEASE || situation.closure() == Closure.PERMISSION) {
        var slot =
            CapRules.firstAllowed(closing(closes), facts, notBefore(), policy.caps(), closes);
        if (slot.isPresent()) {
          var at = slot.get();
          return new Next.Close(
              at,
              best(closing(at), at),
              situation.closure(),
              CapRules.pushiness(closing(at), facts),
              situation.closure() == Closure.PERMISSION
                  ? "%s went unanswered: ask once whether they want to hear from you at all."
                      .formatted(times(ours.size()))
                  : "%s went unanswered, the last %s before: a last word that asks for nothing keeps"
                          .formatted(times(ours.size()), Days.business(situation.closureAfter()))
                      + " the door open.");
        }
      }
      return isDue
          ? silent(last)
          : new Next.Wait(
              closes,
              "%s went unanswered. From %s on silence is an answer."
                  .formatted(times(ours.size()), Days.said(time.date(closes))));
    }

    Optional<Next.Close> lastWord() {
      if (situation.closure() != Closure.OPTIONAL || facts.closed() || ours.isEmpty()) {
        return Optional.empty();
      }
      if (!(next() instanceof Next.Over(Next.End how, _)) || how != Next.End.SILENT) {
        return Optional.empty();
      }
      var silentFrom = time.morningOf(time.plus(anchor(), situation.closureAfter()));
      var until = time.morningOf(time.plus(silentFrom, situation.closureAfter()));
      return CapRules.firstAllowed(closing(now), facts, notBefore(), policy.caps(), now)
          .filter(at -> at.isBefore(until))
          .map(at ->
              new Next.Close(
                  at,
                  best(closing(at), at),
                  Closure.OPTIONAL,
                  CapRules.pushiness(closing(at), facts),
                  "Silence is an answer, and nothing more is due. If you like, one word that asks"
                      + " for nothing keeps the door open."));
    }

    private Next silent(Instant last) {
      return new Next.Over(
          Next.End.SILENT,
          "Nothing came back since %s. It is quiet now until they act."
              .formatted(Days.said(time.date(last))));
    }

    private static String times(int touches) {
      return touches == 1 ? "One touch" : touches + " touches";
    }
  }

  /**
   * What they said, as far as it still holds.
   *
   * @param turn the last thing that a person of theirs said and that turned the move; mere thanks
   *     do not
   * @param lastWord when a person of theirs last wrote or spoke at all
   * @param later the day before which they want nothing, of a "not now" that nothing took back
   * @param laterIsNamed whether they named that day
   * @param rest until when somebody who declined is left in peace
   * @param promised by when they promised something
   * @param meets the day of a meeting that was agreed on
   * @param back when they are back from an absence
   */
  private record Said(
      @Nullable Heard turn,
      @Nullable Instant lastWord,
      @Nullable LocalDate later,
      boolean laterIsNamed,
      @Nullable LocalDate rest,
      @Nullable LocalDate promised,
      @Nullable LocalDate meets,
      @Nullable LocalDate back) {

    String stop(TheirTime time) {
      return turn == null
          ? ""
          : "They asked for no further contact on " + Days.said(time.date(turn.at())) + ".";
    }

    private static final Said NOTHING = new Said(null, null, null, false, null, null, null, null);

    static Said of(Facts facts, CadencePolicy policy) {
      var said = NOTHING;
      for (var heard : facts.history().heard()) {
        said = said.and(heard, facts.time(), policy);
      }
      return said;
    }

    private Said and(Heard heard, TheirTime time, CadencePolicy policy) {
      return switch (heard.kind()) {
        case AUTOMATIC ->
            new Said(
                turn,
                lastWord,
                later,
                laterIsNamed,
                rest,
                heard.promiseDue() == null ? promised : heard.promiseDue(),
                meets,
                back);
        case ABSENCE ->
            new Said(
                turn,
                lastWord,
                later,
                laterIsNamed,
                rest,
                promised,
                meets,
                heard.notBefore() == null ? back : heard.notBefore());
        case TALK, REPLY -> human(heard, time, policy);
      };
    }

    /** A word of theirs takes back what they said before; thanks take nothing back. */
    private Said human(Heard heard, TheirTime time, CadencePolicy policy) {
      if (heard.intent() == Intent.THANKS_ONLY) {
        return new Said(turn, heard.at(), later, laterIsNamed, rest, promised, meets, back);
      }
      boolean isLater = heard.intent() == Intent.NOT_NOW;
      boolean declines =
          heard.intent() == Intent.NOT_INTERESTED || heard.intent() == Intent.REJECTION;
      var named = heard.notBefore();
      return new Said(
          heard,
          heard.at(),
          isLater ? named == null ? time.plus(heard.at(), policy.defaultNotNow()) : named : null,
          isLater && named != null,
          declines ? time.plus(heard.at(), policy.caps().restAfterNo()) : null,
          heard.promiseDue(),
          heard.intent() == Intent.SCHEDULING ? named : null,
          // Whoever writes is back, unless they say until when they are not.
          isLater || heard.intent() == Intent.SCHEDULING ? null : named);
    }
  }
}
