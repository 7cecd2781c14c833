package io.politely.cadence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Accounts;
import io.politely.calendar.Calendar;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact;
import io.politely.contacts.FactKind;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Exchange;
import io.politely.mail.Mail;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingState;
import io.politely.outbox.Stop;
import io.politely.patience.Chance;
import io.politely.patience.Patience;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.reading.WorkingDays;
import io.politely.touches.Touches;
import io.politely.wording.Rank;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what plans depend on, for many people at once, asks the rules, and writes down what comes
 * next. Runs in the transactions of {@link Cadence}.
 */
@Component
class Planner {

  /** What lies further back weighs on nobody any more. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  /** Working days after which whoever answers by themselves has answered. */
  private static final int LONGEST_WAIT = 20;

  /** How many of their letters tell where their clock hangs. */
  private static final int LETTERS = 6;

  private static final Pattern LINKEDIN =
      Pattern.compile("^(https?://)?([a-z]+\\.)?linkedin\\.com/", Pattern.CASE_INSENSITIVE);

  private final FollowUpStore followUps;
  private final EventStore events;
  private final BudgetStore budgets;
  private final ItemStore library;
  private final NewsStore news;
  private final CadencePolicyFile policies;
  private final People people;
  private final Contacts contacts;
  private final Mail mail;
  private final Touches touches;
  private final Outbox outbox;
  private final Pursuits pursuits;
  private final Accounts accounts;
  private final Patience patience;
  private final Calendar calendar;

  Planner(
      FollowUpStore followUps,
      EventStore events,
      BudgetStore budgets,
      ItemStore library,
      NewsStore news,
      CadencePolicyFile policies,
      People people,
      Contacts contacts,
      Mail mail,
      Touches touches,
      Outbox outbox,
      Pursuits pursuits,
      Accounts accounts,
      Patience patience,
      Calendar calendar) {
    this.followUps = followUps;
    this.events = events;
    this.budgets = budgets;
    this.library = library;
    this.news = news;
    this.policies = policies;
    this.people = people;
    this.contacts = contacts;
    this.mail = mail;
    this.touches = touches;
    this.outbox = outbox;
    this.pursuits = pursuits;
    this.accounts = accounts;
    this.patience = patience;
    this.calendar = calendar;
  }

  /** The policy in force. */
  CadencePolicy policy(WorkspaceId workspace) {
    return policies.policy(budgets.policyChanges(workspace));
  }

  /** Plans these, writes it down, and ends those that are over. */
  List<Planned> plan(WorkspaceId workspace, List<FollowUp> open, Instant now) {
    var policy = policy(workspace);
    var rules = new PlanRules(policy);
    var facts = facts(workspace, open, policy, now);
    if (withdrawOutdated(workspace, open, facts, rules, now)) {
      facts = facts(workspace, open, policy, now);
    }
    var planned = new ArrayList<Planned>();
    for (var followUp : open) {
      var known = facts.get(followUp.id());
      if (known == null) {
        continue;
      }
      var next = rules.next(known, now);
      planned.add(new Planned(followUp, next));
      if (next instanceof Next.Over(var how, var why)) {
        followUps.end(workspace, followUp.id(), how, why, now);
      }
    }
    followUps.putNext(workspace, planned, now);
    return planned;
  }

  /** What was approved and would not be planned any more does not leave. False: all of it may. */
  private boolean withdrawOutdated(
      WorkspaceId workspace,
      List<FollowUp> open,
      Map<FollowUpId, Facts> facts,
      PlanRules rules,
      Instant now) {
    boolean any = false;
    for (var followUp : open) {
      var known = facts.get(followUp.id());
      if (known != null && known.history().touched().stream().anyMatch(Touched::isPlanned)) {
        for (var approval : waiting(workspace, followUp)) {
          var next = rules.next(known.before(approval), now);
          any |=
              !fits(approval, next, known.time()) && withdraw(workspace, approval, next.reason());
        }
      }
    }
    return any;
  }

  /**
   * What waits to leave at an hour at which these do not work any more leaves at their next one.
   */
  void moveIntoHours(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    var waiting =
        budgets.approved(workspace, persons, now).stream()
            .filter(approval -> approval.followUp() != null)
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    var known = acquaintances(workspace, persons, policy(workspace), now);
    for (var approval : waiting) {
      var about = known.get(approval.person());
      if (about != null && !about.time().isAtWork(approval.dueAt())) {
        var at = about.time().nextAtWork(approval.dueAt());
        if (outbox.postpone(workspace, approval.outgoing(), at, "Their working hours moved it.")) {
          budgets.postpone(workspace, approval.outgoing(), at);
        }
      }
    }
  }

  private List<Approval> waiting(WorkspaceId workspace, FollowUp followUp) {
    var approvals = budgets.approved(workspace, followUp.id());
    var states =
        outbox.states(workspace, approvals.stream().map(Approval::outgoing).collect(toSet()));
    return approvals.stream()
        .filter(approval -> {
          var state = states.get(approval.outgoing());
          return state != null && !state.isFinal();
        })
        .toList();
  }

  /** Whether a letter that waits would still be planned for its day. */
  private static boolean fits(Approval approval, Next next, TheirTime time) {
    var day = time.date(approval.dueAt());
    return switch (next) {
      case Next.Touch touch -> !time.date(touch.earliest()).isAfter(day);
      case Next.Close close -> !time.date(close.earliest()).isAfter(day);
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ -> false;
    };
  }

  /** What would come next by a policy. Writes nothing. */
  Map<FollowUpId, Next> planned(
      WorkspaceId workspace, List<FollowUp> open, CadencePolicy policy, Instant now) {
    var rules = new PlanRules(policy);
    return facts(workspace, open, policy, now).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, it -> rules.next(it.getValue(), now)));
  }

  /** What a plan that ended had approved does not leave any more. */
  void withdraw(WorkspaceId workspace, FollowUp followUp, String why) {
    for (var approval : budgets.approved(workspace, followUp.id())) {
      withdraw(workspace, approval, why);
    }
  }

  private boolean withdraw(WorkspaceId workspace, Approval approval, String why) {
    boolean waited = outbox.withdraw(workspace, approval.outgoing(), why);
    if (waited) {
      library.neverUsed(workspace, List.of(approval.outgoing()));
      news.neverUsed(workspace, List.of(approval.outgoing()));
    }
    return waited;
  }

  /** What plans for these depend on; a person who is gone is absent. */
  Map<FollowUpId, Facts> facts(
      WorkspaceId workspace, List<FollowUp> some, CadencePolicy policy, Instant now) {
    var persons = some.stream().map(FollowUp::person).collect(toSet());
    var known = acquaintances(workspace, persons, policy, now);
    var aims =
        pursuits.pursuits(
            workspace, some.stream().flatMap(followUp -> followUp.aim().stream()).collect(toSet()));
    var facts = new HashMap<FollowUpId, Facts>();
    for (var followUp : some) {
      var about = known.get(followUp.person());
      var situation = policy.situation(followUp.situation()).map(it -> it.every(followUp.every()));
      if (about != null && situation.isPresent()) {
        facts.put(followUp.id(), about.facts(followUp, situation.get(), aims));
      }
    }
    return facts;
  }

  /** What plans for one person depend on, in a situation that need not have begun. */
  Optional<Facts> facts(
      WorkspaceId workspace, NewFollowUp fresh, CadencePolicy policy, Instant now) {
    var known = acquaintances(workspace, Set.of(fresh.person()), policy, now);
    var about = known.get(fresh.person());
    var situation = policy.situation(fresh.situation()).map(it -> it.every(fresh.every()));
    if (about == null || situation.isEmpty()) {
      return Optional.empty();
    }
    var startedAt = fresh.startedAt() == null ? now : fresh.startedAt();
    return Optional.of(
        about.facts(
            situation.get(),
            startedAt,
            fresh.notBefore(),
            fresh.promised(),
            false,
            false,
            over(fresh.pursuit(), aims(workspace, fresh.pursuit()))));
  }

  private Map<PursuitId, Pursuit> aims(WorkspaceId workspace, @Nullable PursuitId pursuit) {
    return pursuit == null ? Map.of() : pursuits.pursuits(workspace, List.of(pursuit));
  }

  /** What is known of these, whatever is planned with them. */
  Map<PersonId, Acquaintance> acquaintances(
      WorkspaceId workspace, Collection<PersonId> wanted, CadencePolicy policy, Instant now) {
    var persons = people.persons(workspace, wanted);
    var since = now.minus(REMEMBERED);
    var addressOf = new HashMap<String, PersonId>();
    persons
        .values()
        .forEach(person ->
            person
                .addresses()
                .forEach(address -> addressOf.put(address.address().value(), person.id())));
    var passed = byPerson(events.histories(workspace, addressOf.keySet(), since), addressOf);
    var beside = touches.histories(workspace, persons.keySet());
    var meetings =
        calendar.with(
            workspace,
            addressOf.keySet().stream().map(EmailAddress::new).toList(),
            since,
            now.plus(MeetingRules.AHEAD));
    var approved =
        budgets.approved(workspace, persons.keySet(), since).stream()
            .collect(groupingBy(Approval::person));
    var states = states(workspace, approved);
    var about = budgets.about(workspace, persons.keySet());
    var stops = new Stops(outbox.doNotContact(workspace));
    var ownZone = ownZone(workspace);
    var facts = contacts.facts(workspace, List.copyOf(persons.keySet()));
    var known = new HashMap<PersonId, Acquaintance>();
    for (var person : persons.values()) {
      var told = about.getOrDefault(person.id(), About.NOTHING);
      var zone = zone(told.zone(), ownZone);
      var hours = policy.caps().hours(told.hours());
      var said = facts.getOrDefault(person.id(), List.of());
      var addresses = person.addresses().stream().map(it -> it.address().value()).collect(toSet());
      var history =
          HistoryRules.of(
              passed.getOrDefault(person.id(), List.of()),
              addresses,
              beside.getOrDefault(person.id(), List.of()),
              approved.getOrDefault(person.id(), List.of()),
              states,
              zone,
              now);
      var met = person.addresses().stream().map(PersonAddress::address).collect(toSet());
      history = MeetingRules.with(history, MeetingRules.of(met, meetings), zone, now);
      known.put(
          person.id(),
          new Acquaintance(
              person,
              history,
              new TheirTime(zone, hours),
              !told.zone().isEmpty(),
              Rank.of(told.rank().isEmpty() ? rank(said) : told.rank()).orElse(Rank.INDIVIDUAL),
              HistoryRules.tie(history, now),
              stops.against(person),
              reachable(person, stops, said),
              null));
    }
    return polite(workspace, known);
  }

  /** The same, with the day by which most of the answers to our last letter have come. */
  private Map<PersonId, Acquaintance> polite(
      WorkspaceId workspace, Map<PersonId, Acquaintance> known) {
    var letters = new HashMap<PersonId, Instant>();
    known.forEach(
        (person, about) -> about.history().lastLetter().ifPresent(at -> letters.put(person, at)));
    patience
        .chancesOf(workspace, letters)
        .forEach(
            (person, chance) -> known.computeIfPresent(person, (_, about) -> about.polite(chance)));
    return known;
  }

  /**
   * What is known of somebody.
   *
   * @param isZoneKnown whether their clock is theirs; else it is that of the owner
   */
  record Acquaintance(
      Person person,
      History history,
      TheirTime time,
      boolean isZoneKnown,
      Rank rank,
      double tie,
      String stop,
      Set<Channel> reachable,
      @Nullable Instant politeOn) {

    Acquaintance polite(Chance chance) {
      var days = WorkingDays.at(time.zone());
      var day = chance.followUpPoliteOn(days, time.zone(), 1, LONGEST_WAIT);
      return new Acquaintance(
          person, history, time, isZoneKnown, rank, tie, stop, reachable, time.morningOf(day));
    }

    Facts facts(FollowUp followUp, Situation situation, Map<PursuitId, Pursuit> aims) {
      var paused =
          followUp.aim().flatMap(it -> Optional.ofNullable(aims.get(it))).flatMap(Pursuit::pause);
      var notBefore =
          Stream.of(paused, Optional.ofNullable(followUp.notBefore()))
              .flatMap(Optional::stream)
              .max(LocalDate::compareTo)
              .orElse(null);
      return facts(
          situation,
          followUp.startedAt(),
          notBefore,
          followUp.promised(),
          followUp.connectorAsked(),
          followUp.closed(),
          over(followUp.pursuit(), aims));
    }

    /** For whatever is written to them, of no plan. */
    Facts facts(CadencePolicy policy) {
      return facts(
          policy.situations().values().iterator().next(),
          Instant.EPOCH,
          null,
          null,
          true,
          false,
          "");
    }

    Facts facts(
        Situation situation,
        Instant startedAt,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate promised,
        boolean connectorAsked,
        boolean closed,
        String over) {
      return new Facts(
          situation,
          startedAt,
          notBefore,
          promised,
          history,
          time,
          rank,
          tie,
          stop,
          over,
          reachable,
          connectorAsked,
          closed,
          politeOn);
    }
  }

  private static String over(@Nullable PursuitId pursuit, Map<PursuitId, Pursuit> aims) {
    var aim = pursuit == null ? null : aims.get(pursuit);
    return aim != null
            && (aim.state() == PursuitState.CLOSING || aim.state() == PursuitState.CLOSED)
        ? "%s ended, so there is nothing to follow up.".formatted(aim.name())
        : "";
  }

  /** Events of conversations by whom they are with: one of others is with all who are there. */
  private static Map<PersonId, List<Event>> byPerson(
      List<Event> all, Map<String, PersonId> addressOf) {
    var inConversation = new HashMap<Object, Set<PersonId>>();
    for (var event : all) {
      var person = addressOf.get(event.address());
      if (event.ours() && person != null) {
        inConversation.computeIfAbsent(event.conversation(), _ -> new HashSet<>()).add(person);
      }
    }
    var by = new HashMap<PersonId, List<Event>>();
    for (var event : all) {
      var person = addressOf.get(event.address());
      var concerned = new HashSet<PersonId>();
      if (person != null) {
        concerned.add(person);
      }
      if (!event.ours()) {
        concerned.addAll(inConversation.getOrDefault(event.conversation(), Set.of()));
      }
      concerned.forEach(it -> by.computeIfAbsent(it, _ -> new ArrayList<>()).add(event));
    }
    return by;
  }

  private Map<Approval, OutgoingState> states(
      WorkspaceId workspace, Map<PersonId, List<Approval>> approved) {
    var all = approved.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return Map.of();
    }
    var found = outbox.states(workspace, all.stream().map(Approval::outgoing).collect(toSet()));
    var states = new HashMap<Approval, OutgoingState>();
    for (var approval : all) {
      var state = found.get(approval.outgoing());
      if (state != null) {
        states.put(approval, state);
      }
    }
    return states;
  }

  /**
   * Mail where an address takes it, and then what can be made by hand: calls where a number is
   * known, LinkedIn where their profile is. Texts want a consent that nobody notes here. Whom no
   * mail reaches any more has an address to be found first.
   */
  private static Set<Channel> reachable(Person person, Stops stops, List<Fact> facts) {
    boolean takesMail =
        person.addresses().stream()
            .map(PersonAddress::address)
            .anyMatch(address -> address.takesMail() && !stops.bounced(address));
    if (!takesMail) {
      return Set.of();
    }
    var ways = EnumSet.of(Channel.EMAIL);
    for (var fact : facts) {
      if (fact.told().kind() == FactKind.PHONE) {
        ways.add(Channel.CALL);
      } else if (fact.told().kind() == FactKind.LINK
          && LINKEDIN.matcher(fact.told().words()).find()) {
        ways.add(Channel.LINKEDIN);
      }
    }
    return ways;
  }

  private static ZoneId zone(String known, ZoneId own) {
    try {
      return known.isEmpty() ? own : ZoneId.of(known);
    } catch (DateTimeException e) {
      return own;
    }
  }

  private ZoneId ownZone(WorkspaceId workspace) {
    var members = accounts.members(workspace);
    return members.isEmpty() ? ZoneOffset.UTC : members.getFirst().zone();
  }

  /**
   * Finds out again where somebody's clock hangs, and where they stand.
   *
   * @return of whom something else is known now
   */
  Set<PersonId> learn(WorkspaceId workspace, Collection<PersonId> wanted, Instant now) {
    var persons = people.persons(workspace, wanted);
    var former = budgets.about(workspace, wanted);
    var learned = new HashMap<PersonId, About>();
    for (var person : persons.values()) {
      var about = learned(workspace, person, now);
      var known = former.get(person.id());
      if (known == null
          || !known.zone().equals(about.zone())
          || !known.rank().equals(about.rank())) {
        learned.put(person.id(), about);
      }
    }
    if (!learned.isEmpty()) {
      budgets.learn(workspace, learned);
    }
    return learned.keySet();
  }

  private About learned(WorkspaceId workspace, Person person, Instant now) {
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    var facts = contacts.facts(workspace, person.id());
    var letters =
        mail.exchanges(workspace, addresses, now.minus(REMEMBERED)).stream()
            .filter(exchange -> exchange.byThem() && exchange.kind().isPersonal())
            .limit(LETTERS)
            .map(Exchange::message)
            .toList();
    var offsets =
        mail.voices(workspace, letters).stream()
            .map(voice -> voice.offset())
            .filter(Objects::nonNull)
            .toList();
    var zone =
        contacts.zone(facts, offsets, addresses, now).map(it -> it.zone().getId()).orElse("");
    return new About("", zone, rank(facts));
  }

  private String rank(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.told().kind() == FactKind.ROLE)
        .map(Fact::told)
        .filter(told -> told.end().isEmpty())
        .flatMap(told -> contacts.seniority(told.words()).stream())
        .findFirst()
        .map(seniority -> seniority.level())
        .orElse("");
  }

  /** Whom nothing is sent to, looked up by address, person and domain. */
  private static final class Stops {

    private final Map<String, Stop> addresses = new HashMap<>();
    private final Map<String, Stop> persons = new HashMap<>();
    private final Map<String, Stop> domains = new HashMap<>();

    Stops(List<Stop> all) {
      for (var stop : all) {
        switch (stop.scope()) {
          case ADDRESS -> addresses.put(stop.value(), stop);
          case PERSON -> persons.put(stop.value(), stop);
          case DOMAIN -> domains.put(stop.value(), stop);
        }
      }
    }

    boolean bounced(EmailAddress address) {
      var stop = addresses.get(address.value());
      return stop != null && stop.source() == Stop.Source.BOUNCE;
    }

    /** Why nobody writes to them, or "": an address that bounced only needs another one. */
    String against(Person person) {
      var stop = persons.get(person.id().toString());
      if (stop != null) {
        return stop.reason();
      }
      for (var address : person.addresses()) {
        var one = addresses.get(address.address().value());
        if (one != null && one.source() != Stop.Source.BOUNCE) {
          return one.reason();
        }
        var domain = address.address().domain();
        while (!domain.isEmpty()) {
          var all = domains.get(domain);
          if (all != null) {
            return all.reason();
          }
          int dot = domain.indexOf('.');
          domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
      }
      return "";
    }
  }
}
