package io.politely.cadence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Accounts;
import io.politely.accounts.KeepsSecrets;
import io.politely.accounts.MemberId;
import io.politely.accounts.SignedIn;
import io.politely.accounts.Token;
import io.politely.cadence.FollowUp.Research;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.outbox.Approved;
import io.politely.outbox.Courtesy.Objection;
import io.politely.outbox.Courtesy.Opinion;
import io.politely.outbox.Courtesy.Remark;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.Planning;
import io.politely.outbox.Stop;
import io.politely.people.Known;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.wording.ValueKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The module's front door: what to send next, to whom, when, with what reason; and when to stop.
 */
@Service
public class Cadence implements KeepsSecrets {

  private static final int CONVERSATIONS_AT_ONCE = 500;

  /** More interruptions a day no policy allows. */
  private static final int MOST_TODAY = 3;

  private static final int PLANNED_AT_ONCE = 1_000;

  /** How many follow-ups are looked at before a number of the policy is changed. */
  private static final int MOST_MOVED = 200;

  private static final int MOST_IN_FEED = 500;

  /** Longer than about four years nobody keeps in touch by a plan. */
  private static final int MOST_DAYS = 1_000;

  /** How far ahead a plan is shown. */
  private static final Duration AHEAD = Duration.ofDays(60);

  /** Beyond every plan, and within what the database can say. */
  private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

  private static final List<String> TO_SEND = List.of("touch", "close");
  private static final List<String> PLANNED = List.of("touch", "close", "wait");
  private static final List<String> TO_DECIDE = List.of("connector", "address", "answer");

  private final FollowUpStore followUps;
  private final EventStore events;
  private final BudgetStore budgets;
  private final CadencePolicyFile policies;
  private final Planner planner;
  private final Budgets courtesies;
  private final LetterJudge judge;
  private final LetterDrafts drafts;
  private final ItemStore library;
  private final NewsStore news;
  private final ReasonsToWrite reasons;
  private final CalendarFeeds feeds;
  private final ModelKeys models;
  private final Outbox outbox;
  private final Mail mail;
  private final People people;
  private final Accounts accounts;
  private final NewIds ids;

  Cadence(
      FollowUpStore followUps,
      EventStore events,
      BudgetStore budgets,
      CadencePolicyFile policies,
      Planner planner,
      Budgets courtesies,
      LetterJudge judge,
      LetterDrafts drafts,
      ItemStore library,
      NewsStore news,
      ReasonsToWrite reasons,
      CalendarFeeds feeds,
      ModelKeys models,
      Outbox outbox,
      Mail mail,
      People people,
      Accounts accounts,
      NewIds ids) {
    this.followUps = followUps;
    this.events = events;
    this.budgets = budgets;
    this.policies = policies;
    this.planner = planner;
    this.courtesies = courtesies;
    this.judge = judge;
    this.drafts = drafts;
    this.library = library;
    this.news = news;
    this.reasons = reasons;
    this.feeds = feeds;
    this.models = models;
    this.outbox = outbox;
    this.mail = mail;
    this.people = people;
    this.accounts = accounts;
    this.ids = ids;
  }

  /** What became of a cadence that was to be started. */
  public sealed interface Starting {

    /** It goes on. */
    record Started(FollowUpId id) implements Starting {}

    /** It was not started, for a reason that the user may read. */
    record Refused(String sentence) implements Starting {}
  }

  /**
   * A plan in time, if nobody answers.
   *
   * @param at when it would happen
   */
  public record Step(Instant at, Next next) {}

  /** Starts to follow up with somebody, and plans it. */
  @Transactional
  public Starting start(WorkspaceId workspace, NewFollowUp fresh, MemberId by, Instant now) {
    var policy = planner.policy(workspace);
    var situation = policy.situation(fresh.situation());
    if (situation.isEmpty()) {
      return new Starting.Refused("Choose what it follows: there is no such situation.");
    }
    if (people.person(workspace, fresh.person()).isEmpty()) {
      return new Starting.Refused("There is no such person here.");
    }
    if (!mayBe(fresh.every(), situation.get())) {
      return new Starting.Refused(
          "Keep in touch every %d business days or seldomer."
              .formatted(situation.get().leastEvery()));
    }
    planner.learn(workspace, List.of(fresh.person()), now);
    var facts = planner.facts(workspace, fresh, policy, now);
    if (facts.isEmpty()) {
      return new Starting.Refused("There is no such person here.");
    }
    var next = new PlanRules(policy).next(facts.get(), now);
    if (next instanceof Next.Over(_, var why)) {
      return new Starting.Refused(why);
    }
    var id = new FollowUpId(ids.next());
    var startedAt = fresh.startedAt() == null ? now : fresh.startedAt();
    if (!followUps.add(workspace, id, fresh, startedAt, by, now)) {
      return new Starting.Refused("You follow up with them on this already.");
    }
    plan(workspace, followUps.one(workspace, id).stream().toList(), now);
    reasons.collect(workspace, List.of(fresh.person()), now);
    return new Starting.Started(id);
  }

  /** What would happen in the next sixty days if nobody answered. Writes nothing. */
  @Transactional(readOnly = true)
  public List<Step> preview(WorkspaceId workspace, NewFollowUp fresh, Instant now) {
    var policy = planner.policy(workspace);
    return planner
        .facts(workspace, fresh, policy, now)
        .map(facts -> ahead(policy, facts, now))
        .orElse(List.of());
  }

  /** The same of one that goes on. */
  @Transactional(readOnly = true)
  public List<Step> preview(WorkspaceId workspace, FollowUpId id, Instant now) {
    var policy = planner.policy(workspace);
    var one = followUps.one(workspace, id).filter(FollowUp::isOpen).stream().toList();
    return planner.facts(workspace, one, policy, now).values().stream()
        .findFirst()
        .map(facts -> ahead(policy, facts, now))
        .orElse(List.of());
  }

  private static List<Step> ahead(CadencePolicy policy, Facts facts, Instant now) {
    return new PlanRules(policy)
        .project(facts, now, now.plus(AHEAD)).stream()
            .map(it -> new Step(it.at(), it.next()))
            .toList();
  }

  /** A cadence with what comes next; planned anew, so that a page shows the present. */
  @Transactional
  public Optional<Planned> followUp(WorkspaceId workspace, FollowUpId id, Instant now) {
    var found = followUps.one(workspace, id);
    if (found.isPresent() && found.get().isOpen()) {
      plan(workspace, List.of(found.get()), now);
      found = followUps.one(workspace, id);
    }
    return found.flatMap(followUp ->
        followUps.next(workspace, List.of(id)).stream()
            .findFirst()
            .map(it -> new Planned(followUp, it.next())));
  }

  /**
   * The last word of one that ended in silence, where the policy leaves it to the user and nothing
   * speaks against it; empty where there is none to offer.
   */
  @Transactional(readOnly = true)
  public Optional<Planned> lastWord(WorkspaceId workspace, FollowUpId id, Instant now) {
    return offered(workspace, followUps.one(workspace, id), now);
  }

  private Optional<Planned> offered(WorkspaceId workspace, Optional<FollowUp> found, Instant now) {
    var silent =
        found.filter(it -> it.ended() != null && it.ended().how() == Next.End.SILENT).stream()
            .toList();
    if (silent.isEmpty()) {
      return Optional.empty();
    }
    var policy = planner.policy(workspace);
    var facts = planner.facts(workspace, silent, policy, now).get(silent.getFirst().id());
    return Optional.ofNullable(facts)
        .flatMap(it -> new PlanRules(policy).lastWord(it, now))
        .map(close -> new Planned(silent.getFirst(), close));
  }

  /** Those with somebody, those that go on first; as they were planned last. */
  @Transactional(readOnly = true)
  public List<Planned> with(WorkspaceId workspace, PersonId person) {
    return withNext(workspace, followUps.of(workspace, List.of(person)));
  }

  /** The same with several. */
  @Transactional(readOnly = true)
  public List<Planned> with(WorkspaceId workspace, Collection<PersonId> persons) {
    return withNext(workspace, followUps.of(workspace, persons));
  }

  /** What can be sent by a moment, the longest due first. */
  @Transactional(readOnly = true)
  public List<Planned> due(WorkspaceId workspace, Instant until, int limit) {
    return inOrder(workspace, followUps.due(workspace, TO_SEND, until, limit));
  }

  /** Whom to write to today: as many as the policy allows interruptions, the longest due first. */
  @Transactional(readOnly = true)
  public List<Planned> today(WorkspaceId workspace, Instant now) {
    var due = followUps.due(workspace, TO_SEND, now, MOST_TODAY);
    if (due.isEmpty()) {
      return List.of();
    }
    int most = planner.policy(workspace).caps().interruptionsADay();
    return inOrder(workspace, due.stream().limit(most).toList());
  }

  /** How much can be sent by a moment. */
  @Transactional(readOnly = true)
  public long countDue(WorkspaceId workspace, Instant until) {
    return followUps.countDue(workspace, TO_SEND, until);
  }

  /** The language model that may be asked to rewrite a draft; empty where none is set up. */
  @Transactional(readOnly = true)
  public Optional<LanguageModel> model(WorkspaceId workspace) {
    return models.model(workspace);
  }

  /** Whether the language model wants a key. */
  @Transactional(readOnly = true)
  public boolean modelHasKey(WorkspaceId workspace) {
    return models.hasKey(workspace);
  }

  /** Its key; empty where it has none, or none that opens. */
  @Transactional(readOnly = true)
  Optional<String> modelKey(WorkspaceId workspace) {
    return models.key(workspace);
  }

  /**
   * Sets a language model up.
   *
   * @param key ""; the present one, where the endpoint stays the same
   */
  @Transactional
  public void setModel(WorkspaceId workspace, LanguageModel model, String key, Instant now) {
    models.put(workspace, model, key, now);
  }

  /** From now on no language model is asked. */
  @Transactional
  public void removeModel(WorkspaceId workspace) {
    models.remove(workspace);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Integer> keysInUse(WorkspaceId workspace) {
    return models.keysInUse(workspace);
  }

  @Override
  @Transactional
  public Resealed reseal(WorkspaceId workspace) {
    return models.reseal(workspace);
  }

  /** What is planned with whom, the next first, far ahead too. */
  @Transactional(readOnly = true)
  public List<Planned> planned(WorkspaceId workspace, int limit) {
    return inOrder(workspace, followUps.due(workspace, PLANNED, ALWAYS, limit));
  }

  /** With how many something is planned. */
  @Transactional(readOnly = true)
  public long countPlanned(WorkspaceId workspace) {
    return followUps.countDue(workspace, PLANNED, ALWAYS);
  }

  /** What ended, the newest first. */
  @Transactional(readOnly = true)
  public List<Planned> ended(WorkspaceId workspace, int limit) {
    return inOrder(workspace, followUps.ended(workspace, limit));
  }

  /** What waits for a decision of the user: whom to ask, another address, their answer. */
  @Transactional(readOnly = true)
  public List<Planned> undecided(WorkspaceId workspace, int limit) {
    return inOrder(workspace, followUps.due(workspace, TO_DECIDE, ALWAYS, limit));
  }

  private List<Planned> inOrder(WorkspaceId workspace, List<FollowUpId> wanted) {
    var found =
        withNext(workspace, followUps.all(workspace, wanted)).stream()
            .collect(toMap(it -> it.followUp().id(), it -> it));
    return wanted.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  private List<Planned> withNext(WorkspaceId workspace, List<FollowUp> all) {
    var next =
        followUps.next(workspace, all.stream().map(FollowUp::id).toList()).stream()
            .collect(toMap(it -> it.followUp(), it -> it.next()));
    return all.stream()
        .flatMap(followUp ->
            Optional.ofNullable(next.get(followUp.id()))
                .map(it -> new Planned(followUp, it))
                .stream())
        .toList();
  }

  /** Ends one because the user says so. False where it does not go on. */
  @Transactional
  public boolean retire(WorkspaceId workspace, FollowUpId id, String why, Instant now) {
    var open = followUps.one(workspace, id).filter(FollowUp::isOpen);
    if (open.isEmpty() || !followUps.end(workspace, id, Next.End.RETIRED, why.strip(), now)) {
      return false;
    }
    planner.withdraw(workspace, open.get(), "You ended the follow-up.");
    return true;
  }

  /** Goes on with one that ended. False where it goes on, or another of its kind does. */
  @Transactional
  public boolean reopen(WorkspaceId workspace, FollowUpId id, Instant now) {
    if (!followUps.reopen(workspace, id)) {
      return false;
    }
    plan(workspace, followUps.one(workspace, id).stream().toList(), now);
    return true;
  }

  /** Sets one off until a day; null: not any more. */
  @Transactional
  public boolean setOff(
      WorkspaceId workspace, FollowUpId id, @Nullable LocalDate day, Instant now) {
    return followUps.setOff(workspace, id, day) && planAgain(workspace, id, now);
  }

  /** Notes the day that they named for a decision; null: none. */
  @Transactional
  public boolean promised(
      WorkspaceId workspace, FollowUpId id, @Nullable LocalDate day, Instant now) {
    return followUps.setPromised(workspace, id, day) && planAgain(workspace, id, now);
  }

  /**
   * Keeps how often one keeps in touch.
   *
   * @param every business days between two touches; null: as the policy has it
   * @return false where it does not go on, or that is more often than the policy allows
   */
  @Transactional
  public boolean every(WorkspaceId workspace, FollowUpId id, @Nullable Integer every, Instant now) {
    var policy = planner.policy(workspace);
    boolean isAllowed =
        followUps
            .one(workspace, id)
            .filter(FollowUp::isOpen)
            .flatMap(it -> policy.situation(it.situation()))
            .filter(situation -> mayBe(every, situation))
            .isPresent();
    return isAllowed && followUps.setEvery(workspace, id, every) && planAgain(workspace, id, now);
  }

  /** Seldomer than the policy has it, or where it does not matter. */
  private static boolean mayBe(@Nullable Integer every, Situation situation) {
    int least = situation.leastEvery();
    return every == null || least == 0 || (every >= least && every <= MOST_DAYS);
  }

  /** Keeps what was found out before the first touch. */
  @Transactional
  public boolean research(WorkspaceId workspace, FollowUpId id, Research research, Instant now) {
    return followUps.setResearch(workspace, id, research) && planAgain(workspace, id, now);
  }

  /** Says that somebody who knows them was asked, or that nobody does. */
  @Transactional
  public boolean connectorAsked(WorkspaceId workspace, FollowUpId id, boolean asked, Instant now) {
    return followUps.setConnectorAsked(workspace, id, asked) && planAgain(workspace, id, now);
  }

  /** Keeps when somebody works; "": as the policy has it. False where it tells no hours. */
  @Transactional
  public boolean works(WorkspaceId workspace, PersonId person, String hours, Instant now) {
    if (!hours.isBlank() && WorkingHours.typed(hours).isEmpty()) {
      return false;
    }
    budgets.setHours(workspace, person, hours.strip());
    planner.learn(workspace, List.of(person), now);
    planner.moveIntoHours(workspace, List.of(person), now);
    replan(workspace, List.of(person), now);
    return true;
  }

  /** When somebody works. */
  @Transactional(readOnly = true)
  public TheirHours hours(WorkspaceId workspace, PersonId person) {
    var typed =
        budgets.about(workspace, List.of(person)).getOrDefault(person, About.NOTHING).hours();
    return new TheirHours(typed, planner.policy(workspace).caps().hours(typed).said());
  }

  /** Finds out again what was said of somebody, and plans everything with them anew. */
  @Transactional
  public void said(WorkspaceId workspace, PersonId person, Instant now) {
    planner.moveIntoHours(workspace, planner.learn(workspace, List.of(person), now), now);
    replan(workspace, List.of(person), now);
  }

  private boolean planAgain(WorkspaceId workspace, FollowUpId id, Instant now) {
    plan(workspace, followUps.one(workspace, id).filter(FollowUp::isOpen).stream().toList(), now);
    return true;
  }

  private void plan(WorkspaceId workspace, List<FollowUp> open, Instant now) {
    planner.plan(workspace, open, now);
  }

  /** How much presses on somebody. */
  @Transactional(readOnly = true)
  public Pushiness pushiness(WorkspaceId workspace, PersonId person, Instant asOf) {
    var known =
        planner
            .acquaintances(workspace, List.of(person), planner.policy(workspace), asOf)
            .get(person);
    return known == null
        ? Pushiness.NONE
        : PushinessRules.of(
            known.history().unanswered(asOf), asOf, known.rank(), known.tie(), known.time());
  }

  /** What became of a touch that somebody approved. */
  public sealed interface Approving {

    /** It leaves when it is due. */
    record Approved(OutgoingId mail, Instant dueAt) implements Approving {}

    /** It does not, for reasons that the user may read. */
    record Refused(List<String> sentences, boolean canBeOverridden) implements Approving {

      public Refused {
        sentences = List.copyOf(sentences);
      }
    }
  }

  /**
   * The letters of what can be sent, drafted; those that are calls, or have none, are absent.
   *
   * @param items what each brings, where the user chose
   */
  @Transactional(readOnly = true)
  public Map<FollowUpId, FollowUpLetter> letters(
      WorkspaceId workspace,
      SignedIn me,
      List<Planned> planned,
      Map<FollowUpId, ItemId> items,
      Instant now) {
    var own = drafts.ownLetters(workspace, accounts.ownAddresses(workspace));
    var all = library.all(workspace).stream().collect(toMap(ValueItem::id, it -> it));
    var unsaid =
        news
            .unsaid(
                workspace,
                planned.stream().map(it -> it.followUp().person()).toList(),
                now.atZone(me.zone()).toLocalDate())
            .stream()
            .filter(News::isNoted)
            .collect(groupingBy(News::person));
    var letters = new HashMap<FollowUpId, FollowUpLetter>();
    for (var one : planned) {
      var id = one.followUp().id();
      var item = Optional.ofNullable(items.get(id)).map(all::get).orElse(null);
      drafts
          .draft(me, one, own, item, unsaid.getOrDefault(one.followUp().person(), List.of()), now)
          .ifPresent(letter -> letters.put(id, letter));
    }
    return letters;
  }

  /**
   * Plans the letter of a touch that somebody looked at: the claim of the touch, the letter and its
   * draft stand or fall together.
   *
   * @param number of the touch that was on the page; 0: the last word
   * @param item what it brings, or null
   * @param why it is sent all the same where it would press on them; ""
   * @param knownAt what came before this moment was before their eyes
   */
  @Transactional
  public Approving approve(
      WorkspaceId workspace,
      SignedIn me,
      FollowUpId id,
      int number,
      FollowUpLetter letter,
      @Nullable ItemId item,
      String why,
      Instant knownAt,
      Instant now) {
    var found = followUps.one(workspace, id);
    found.ifPresent(it -> budgets.lock(workspace, List.of(it.person())));
    // Once it is locked: a second click finds that the last word was said.
    found = followUps.one(workspace, id);
    var next =
        found.filter(FollowUp::isOpen).isPresent()
            ? planner.plan(workspace, found.stream().toList(), now).stream().findFirst()
            : offered(workspace, found, now);
    if (next.isEmpty()) {
      return refused("This follow-up does not go on any more.");
    }
    var planned = next.get();
    var followUp = planned.followUp();
    if (number != numberOf(planned.next())) {
      return refused("It was planned anew meanwhile: " + planned.next().reason());
    }
    boolean isCold =
        planner
            .policy(workspace)
            .situation(followUp.situation())
            .filter(Situation::research)
            .isPresent();
    if (number == 1 && isCold && !followUp.research().isEnough()) {
      return refused(
          "A first letter rests on one fact about them and a line on why it matters to them: add"
              + " both.");
    }
    if (letter.account() == null || letter.to() == null) {
      return refused("Connect a mailbox first, and give them an address that takes mail.");
    }
    if (letter.body().isBlank()) {
      return refused("The letter says nothing.");
    }
    if (item != null && library.had(workspace, followUp.person()).contains(item)) {
      return refused("They had this value item already: choose another one.");
    }
    var draft = new DraftId(ids.next());
    outbox.saveDraft(
        workspace, draft, text(letter, me, now), List.of(), List.of(), me.member(), knownAt, now);
    var problems = outbox.prepare(workspace, draft, me.zone(), now);
    if (!problems.isEmpty()) {
      outbox.discardDraft(workspace, draft, now);
      return new Approving.Refused(problems, false);
    }
    var prepared = outbox.prepared(workspace, draft, me.zone()).orElseThrow();
    var planning =
        outbox.send(workspace, draft, prepared.hash(), me.member(), knownAt, me.zone(), why);
    return switch (planning) {
      case Planning.Planned(var mail, var dueAt) -> {
        claimed(workspace, planned, mail, item, now);
        saidNews(workspace, followUp.person(), letter, mail, me.zone(), now);
        yield new Approving.Approved(mail, dueAt);
      }
      case Planning.Refused(var sentence) -> {
        outbox.discardDraft(workspace, draft, now);
        yield refused(sentence);
      }
      case Planning.Impolite(var objections, var canBeOverridden) -> {
        outbox.discardDraft(workspace, draft, now);
        yield new Approving.Refused(objections, canBeOverridden);
      }
    };
  }

  private void claimed(
      WorkspaceId workspace, Planned planned, OutgoingId mail, @Nullable ItemId item, Instant now) {
    var followUp = planned.followUp();
    var kind =
        item == null
            ? ValueKind.NONE
            : library.all(workspace).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .map(it -> it.kind().value())
                .orElse(ValueKind.NONE);
    int minutes = planned.next() instanceof Next.Touch touch ? touch.askMinutes() : 0;
    budgets.claim(workspace, mail, followUp.id(), numberOf(planned.next()), minutes, kind);
    if (item != null) {
      library.use(workspace, item, followUp.person(), mail, now);
    }
    if (planned.next() instanceof Next.Close) {
      followUps.setClosed(workspace, followUp.id());
    }
    planAgain(workspace, followUp.id(), now);
  }

  /** What a letter says of them is no reason to write again. */
  private void saidNews(
      WorkspaceId workspace,
      PersonId person,
      FollowUpLetter letter,
      OutgoingId mail,
      ZoneId zone,
      Instant now) {
    var said =
        news.unsaid(workspace, List.of(person), now.atZone(zone).toLocalDate()).stream()
            .filter(it -> it.isSaidIn(letter.body()))
            .map(News::id)
            .toList();
    if (!said.isEmpty()) {
      news.use(workspace, said, mail, now);
    }
  }

  private static int numberOf(Next next) {
    return switch (next) {
      case Next.Touch touch -> touch.number();
      case Next.Close _ -> 0;
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ -> -1;
    };
  }

  private static Approving refused(String sentence) {
    return new Approving.Refused(List.of(sentence), false);
  }

  /** The letter as the outbox keeps drafts, to be changed there. */
  public static DraftText text(FollowUpLetter letter, SignedIn me, Instant now) {
    boolean isLater = letter.leavesAt().isAfter(now.plusSeconds(60));
    return new DraftText(
        letter.account(),
        letter.to() == null ? "" : letter.to().value(),
        "",
        "",
        letter.subject(),
        letter.body(),
        letter.answers(),
        letter.answers() != null,
        isLater ? Leaving.AT : Leaving.NOW,
        isLater ? TYPED.format(letter.leavesAt().atZone(me.zone())) : "");
  }

  /** What grates in the letter of a follow-up, and what to write instead. */
  @Transactional(readOnly = true)
  public List<Remark> remarks(WorkspaceId workspace, FollowUp followUp, FollowUpLetter letter) {
    var policy = planner.policy(workspace);
    return planner
        .acquaintances(workspace, List.of(followUp.person()), policy, letter.leavesAt())
        .values()
        .stream()
        .flatMap(about ->
            courtesies
                .remarks(
                    about,
                    followUp.situation(),
                    LetterJudge.subject(letter.subject(), letter.answers() != null),
                    letter.body(),
                    letter.leavesAt())
                .stream())
        .toList();
  }

  /** All value items, the newest first. */
  @Transactional(readOnly = true)
  public List<ValueItem> items(WorkspaceId workspace) {
    return library.all(workspace);
  }

  /** Those that somebody has not had. */
  @Transactional(readOnly = true)
  public List<ValueItem> itemsFor(WorkspaceId workspace, PersonId person) {
    var had = library.had(workspace, person);
    return library.all(workspace).stream().filter(item -> !had.contains(item.id())).toList();
  }

  /** Keeps a value item. */
  @Transactional
  public ItemId addItem(
      WorkspaceId workspace,
      ValueItem.Kind kind,
      String title,
      String words,
      String link,
      MemberId by,
      Instant now) {
    var id = new ItemId(ids.next());
    library.add(workspace, new ValueItem(id, kind, title, words, link, 0), by, now);
    return id;
  }

  /** Keeps a value item in a changed form. False where there is none. */
  @Transactional
  public boolean changeItem(WorkspaceId workspace, ValueItem item) {
    return library.change(workspace, item);
  }

  /** Takes a value item out of the library. False where there is none. */
  @Transactional
  public boolean removeItem(WorkspaceId workspace, ItemId item, Instant now) {
    return library.remove(workspace, item, now);
  }

  /** Puts it in again. */
  @Transactional
  public boolean bringItemBack(WorkspaceId workspace, ItemId item) {
    return library.bringBack(workspace, item);
  }

  /**
   * What there is to say to somebody that no letter said yet, the newest first.
   *
   * @param today on the user's calendar
   */
  @Transactional(readOnly = true)
  public List<News> news(WorkspaceId workspace, PersonId person, LocalDate today) {
    return reasons.of(workspace, person, today);
  }

  /** Whatever is kept of what was new with somebody, said and removed too, the oldest first. */
  @Transactional(readOnly = true)
  public List<News> everyNews(WorkspaceId workspace, PersonId person) {
    return reasons.every(workspace, person);
  }

  /** Notes a reason to write to somebody. Empty where there is no such person. */
  @Transactional
  public Optional<UUID> note(
      WorkspaceId workspace,
      PersonId person,
      String words,
      String source,
      MemberId by,
      Instant now) {
    return reasons.note(workspace, person, words, source, by, now);
  }

  /** Removes a reason to write; what was found is not found again. False where there is none. */
  @Transactional
  public boolean removeNote(WorkspaceId workspace, UUID news, Instant now) {
    return reasons.remove(workspace, news, now);
  }

  /** Brings it back. */
  @Transactional
  public boolean bringNoteBack(WorkspaceId workspace, UUID news) {
    return reasons.bringBack(workspace, news);
  }

  /** Looks for what is new with some people, and keeps it. */
  @Transactional
  public void collectNews(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    reasons.collect(workspace, persons, now);
  }

  /**
   * Looks for anniversaries with some more of all who are followed up with.
   *
   * @param after where the last call ended; empty: from the beginning
   * @return where this one ended; empty where nobody is left
   */
  @Transactional
  public Optional<FollowUpId> collectSomeNews(
      WorkspaceId workspace, Optional<FollowUpId> after, Instant now) {
    return reasons.collectSome(workspace, after, now);
  }

  /** What speaks against a letter that is about to be planned. */
  @Transactional
  List<Objection> objections(WorkspaceId workspace, Approved mail) {
    return courtesies.objections(workspace, mail);
  }

  /** Notes that it was planned. */
  @Transactional
  void planned(WorkspaceId workspace, OutgoingId id, Approved mail, String why) {
    courtesies.planned(workspace, id, mail, why, mail.knownAt());
  }

  /** What a writer should know of whom they write to. */
  @Transactional(readOnly = true)
  Optional<Opinion> opinion(WorkspaceId workspace, DraftText text, Instant at) {
    return courtesies.opinion(workspace, text, at);
  }

  /** The policy in force. */
  @Transactional(readOnly = true)
  public CadencePolicy policy(WorkspaceId workspace) {
    return planner.policy(workspace);
  }

  /** All numbers of the policy that a user may change: the caps first, then each situation's. */
  @Transactional(readOnly = true)
  public List<PolicyNumber> policyNumbers(WorkspaceId workspace) {
    var changes = budgets.policyChanges(workspace);
    var evidence = policies.policy(changes).evidence();
    return policies.numbers().stream()
        .map(number ->
            new PolicyNumber(
                number.key(),
                number.title(),
                number.in(changes),
                number.shipped(),
                number.least(),
                number.most(),
                number.evidence().stream()
                    .flatMap(id -> Optional.ofNullable(evidence.get(id)).stream())
                    .toList()))
        .toList();
  }

  /**
   * Changes a number of the policy, from now on. What goes on is planned anew by {@link
   * Replanning}.
   *
   * @param value null: as shipped again
   * @return why it was not changed, a sentence; empty where it was
   */
  @Transactional
  public Optional<String> changePolicy(
      WorkspaceId workspace, String setting, @Nullable Integer value, MemberId by, Instant now) {
    var problem = policyProblem(workspace, setting, value);
    if (problem.isEmpty()) {
      budgets.changePolicy(workspace, ids.next(), setting, value, by, now);
    }
    return problem;
  }

  /** Why a number of the policy cannot be changed so, a sentence; empty where it can. */
  @Transactional(readOnly = true)
  public Optional<String> policyProblem(
      WorkspaceId workspace, String setting, @Nullable Integer value) {
    var found = policies.number(setting);
    if (found.isEmpty()) {
      return Optional.of("There is no such number in the policy.");
    }
    var number = found.get();
    if (value != null && !number.allows(value)) {
      return Optional.of(
          "%s: a number from %d to %d.".formatted(number.title(), number.least(), number.most()));
    }
    var caps = policies.policy(changed(workspace, setting, value)).caps();
    if (caps.amber() > caps.red()) {
      return Optional.of("What needs something of value begins before what is not sent at all.");
    }
    return caps.unansweredIn30DaysTop() > caps.unansweredIn30Days()
        ? Optional.of("A C-level reader or owner gets no more unanswered touches than others.")
        : Optional.empty();
  }

  /**
   * What a change of the policy would move. Writes nothing.
   *
   * @param value null: as shipped again
   */
  @Transactional(readOnly = true)
  public PolicyMoves wouldMove(
      WorkspaceId workspace, String setting, @Nullable Integer value, Instant now) {
    var some = followUps.openAfter(workspace, Optional.empty(), MOST_MOVED + 1);
    var looked = some.size() > MOST_MOVED ? some.subList(0, MOST_MOVED) : some;
    var before = planner.planned(workspace, looked, planner.policy(workspace), now);
    var after =
        planner.planned(
            workspace, looked, policies.policy(changed(workspace, setting, value)), now);
    var moves = new ArrayList<PolicyMoves.Move>();
    for (var followUp : looked) {
      var was = before.get(followUp.id());
      var is = after.get(followUp.id());
      if (was != null && is != null && PolicyMoves.differ(was, is)) {
        moves.add(new PolicyMoves.Move(followUp, was, is));
      }
    }
    return new PolicyMoves(moves, looked.size(), some.size() > looked.size());
  }

  private Map<String, Integer> changed(
      WorkspaceId workspace, String setting, @Nullable Integer value) {
    var changes = new HashMap<>(budgets.policyChanges(workspace));
    if (value == null) {
      changes.remove(setting);
    } else {
      changes.put(setting, value);
    }
    return changes;
  }

  /**
   * Makes the address of a member's calendar feed, which is not kept and cannot be shown again. The
   * former one opens nothing any more.
   */
  @Transactional
  public Token makeFeed(WorkspaceId workspace, MemberId member, Instant now) {
    return feeds.make(workspace, member, now);
  }

  /** Ends it now. False where there is none. */
  @Transactional
  public boolean revokeFeed(WorkspaceId workspace, MemberId member) {
    return feeds.revoke(workspace, member);
  }

  /** When it was made; empty where there is none. */
  @Transactional(readOnly = true)
  public Optional<Instant> feedMadeAt(WorkspaceId workspace, MemberId member) {
    return feeds.madeAt(workspace, member);
  }

  /** What a token opens; empty for one that is unknown or revoked. */
  @Transactional(readOnly = true)
  public Optional<CalendarFeed> feed(WorkspaceId workspace, Token token, Instant now) {
    return feeds
        .zone(workspace, token)
        .map(zone -> new CalendarFeed(zone, due(workspace, now.plus(AHEAD), MOST_IN_FEED)));
  }

  /** Plans everything with these people anew. */
  @Transactional
  public int replan(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    var open = followUps.openWith(workspace, persons);
    plan(workspace, open, now);
    return open.size();
  }

  /**
   * Some that were planned anew.
   *
   * @param last where it ended; empty where nothing is left
   * @param looked how many there were
   * @param moved how many of them go on otherwise, or at another time
   */
  public record Replanned(Optional<FollowUpId> last, int looked, int moved) {}

  /**
   * Plans some more of all that goes on anew.
   *
   * @param after where the last call ended; empty: from the beginning
   */
  @Transactional
  public Replanned replanSome(WorkspaceId workspace, Optional<FollowUpId> after, Instant now) {
    var some = followUps.openAfter(workspace, after, PLANNED_AT_ONCE);
    var before =
        followUps.next(workspace, some.stream().map(FollowUp::id).toList()).stream()
            .collect(toMap(it -> it.followUp(), it -> it.next()));
    long moved =
        planner.plan(workspace, some, now).stream()
            .filter(it -> {
              var was = before.get(it.followUp().id());
              return was != null && PolicyMoves.hasMoved(was, it.next());
            })
            .count();
    return new Replanned(
        some.size() < PLANNED_AT_ONCE ? Optional.empty() : Optional.of(some.getLast().id()),
        some.size(),
        (int) moved);
  }

  /** How many go on. */
  @Transactional(readOnly = true)
  public long countOpen(WorkspaceId workspace) {
    return followUps.countOpen(workspace);
  }

  /** Derives some of what changed in the mail; false when it has caught up. */
  @Transactional
  public boolean catchUpSome(WorkspaceId workspace, Instant now) {
    long cursor = events.lockCursor(workspace);
    var changed = mail.changedConversations(workspace, cursor, CONVERSATIONS_AT_ONCE);
    if (changed.isEmpty()) {
      return false;
    }
    var own = accounts.ownAddresses(workspace);
    var fresh = new ArrayList<Event>();
    changed.forEach(conversation ->
        fresh.addAll(EventRules.of(conversation, own, message -> judge.content(message, now))));
    var concerned = new HashSet<String>();
    concerned.addAll(
        events.replace(workspace, changed.stream().map(Conversation::id).toList(), fresh));
    fresh.forEach(event -> concerned.add(event.address()));
    events.setCursor(workspace, changed.getLast().changeNumber());
    nudge(workspace, concerned, now);
    return true;
  }

  /** Plans anew with whoever has one of these addresses and is followed up with. */
  @Transactional
  void nudge(WorkspaceId workspace, Collection<String> addresses, Instant now) {
    var known =
        people
            .whoAre(
                workspace,
                addresses.stream()
                    .flatMap(address -> EmailAddress.parse(address).stream())
                    .toList())
            .values()
            .stream()
            .map(Known::person)
            .collect(toSet());
    var persons = followUps.plannedAmong(workspace, known);
    if (!persons.isEmpty()) {
      planner.moveIntoHours(workspace, planner.learn(workspace, persons, now), now);
      replan(workspace, persons, now);
      reasons.collect(workspace, persons, now);
    }
  }

  /** Plans anew with those who are written to no more. */
  @Transactional
  public void stopped(WorkspaceId workspace, Stop.Scope scope, String value, Instant now) {
    var persons =
        scope == Stop.Scope.DOMAIN
            ? plannedAt(workspace, value)
            : followUps.plannedAmong(workspace, meantBy(workspace, scope, value));
    if (!persons.isEmpty()) {
      replan(workspace, persons, now);
    }
  }

  private Set<PersonId> meantBy(WorkspaceId workspace, Stop.Scope scope, String value) {
    return scope == Stop.Scope.PERSON
        ? Set.of(new PersonId(UUID.fromString(value)))
        : people.whoAre(workspace, EmailAddress.parse(value).stream().toList()).values().stream()
            .map(Known::person)
            .collect(toSet());
  }

  /** Whom it is planned to write to at a domain, or below it. */
  private Set<PersonId> plannedAt(WorkspaceId workspace, String domain) {
    return people.persons(workspace, followUps.peoplePlanned(workspace)).values().stream()
        .filter(person ->
            person.addresses().stream()
                .anyMatch(it -> ("." + it.address().domain()).endsWith("." + domain)))
        .map(Person::id)
        .collect(toSet());
  }

  /** Derives everything again. */
  @Transactional
  public void rebuild(WorkspaceId workspace, Instant now) {
    events.lockCursor(workspace);
    events.removeAll(workspace);
    events.setCursor(workspace, 0);
    boolean more = true;
    while (more) {
      more = catchUpSome(workspace, now);
    }
  }

  /** What goes on with one of these people: for this conversation, or else at all. */
  @Transactional(readOnly = true)
  public Optional<FollowUp> openIn(
      WorkspaceId workspace, ConversationId conversation, Collection<PersonId> persons) {
    var open = followUps.openWith(workspace, persons);
    return open.stream()
        .filter(followUp -> conversation.equals(followUp.conversation()))
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  /** Removes what is planned with somebody, and what passed in mail. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    events.removeOf(workspace, traces.addresses().stream().map(EmailAddress::value).toList());
    library.erase(workspace, traces.persons());
    news.erase(workspace, traces.persons());
    budgets.erase(workspace, traces.persons());
    var mentions = new Mentions(traces);
    budgets.forget(workspace, mentions::removedFrom);
    library.forget(workspace, mentions::removedFrom);
    news.forget(workspace, mentions::removedFrom);
  }
}
